public import Editions

/// What happened to the rows since somebody last looked: `/changements?depuis=CURSOR`, one page after the other, with
/// tombstones for what is gone. An application that keeps the `next` of the last page misses nothing. `objet=` gives
/// the life of one object, `jeu=`, `commune=` and `publication=` what happened in a dataset, a commune, a release.
public struct ChangesAPI: PublicAPI {
    public let roots = ["changements"]

    /// The changes of everything that is published.
    public init() {}

    /// How many changes a page holds, where nobody says, and at most.
    private static let usual = 100
    private static let most = 1000

    public func answer(
        _ request: APIRequest, root: String, from holdings: any Holdings
    ) async throws -> APIResponse {
        do {
            let question = try Question(request, holdings)
            let page =
                try await question.object == nil
                ? holdings.changes(question.query) : life(question, of: holdings)
            return .bytes(bytes(of: page, question, request), "application/json; charset=utf-8")
        } catch let problem as Problem {
            return problem.response
        }
    }

    /// The changes of one object. Its life is short: it is read whole.
    private func life(_ question: Question, of holdings: any Holdings) async throws -> ChangePage {
        let (uid, query) = (question.object ?? "", question.query)
        let life = try await holdings.life(of: uid).filter { query.schema == nil || $0.schema == query.schema }
        guard !life.isEmpty else { throw Problem.notFound("There is and was no object “\(uid.prefix(200))”.") }
        let wanted = life.filter { change in
            change.cursor > query.cursor && query.communes?.contains(change.commune) ?? true
                && (query.release == nil || query.release == change.release)
        }
        let page = Array(wanted.prefix(query.limit))
        return ChangePage(
            changes: page, next: page.last?.cursor ?? query.cursor, hasMore: wanted.count > page.count)
    }

    /// What is asked, read with care.
    private struct Question {
        var query = ChangeQuery(limit: usual)
        /// The object; nil is all.
        var object: String?
        /// The parameters that the next page has too.
        var kept: [(name: String, value: String)] = []

        init(_ request: APIRequest, _ holdings: any Holdings) throws {
            guard request.method == .get else { throw Problem.methodNotAllowed }
            guard request.path.isEmpty else { throw Problem.notFound("There is nothing under /changements.") }
            for (name, value) in request.parameters { try read(name, value, holdings) }
        }

        private mutating func read(_ name: String, _ value: String, _ holdings: any Holdings) throws {
            switch name {
            case "depuis", "since":
                guard let number = Int64(value), number >= 0 else {
                    throw Problem.badRequest("“\(name)” is the cursor that an earlier page gave as “next”.")
                }
                query.cursor = number
                return
            case "jeu", "dataset":
                guard holdings.structure(of: value) != nil else {
                    throw Problem.badRequest("There is no dataset “\(value.prefix(200))”.")
                }
                query.schema = value
            case "commune": query.communes = holdings.communes(answering: value)
            case "publication", "release": query.release = value
            case "objet", "object": object = value
            case "limite", "limit":
                guard let number = Int(clamping: value), number > 0 else {
                    throw Problem.badRequest("“\(name)” is a whole number from 1 to \(most).")
                }
                query.limit = min(number, most)
            case "lang": return
            default: throw Problem.badRequest("There is no parameter “\(name.prefix(100))” here.")
            }
            kept.append((name, value))
        }
    }

    private func bytes(of page: ChangePage, _ question: Question, _ request: APIRequest) -> [UInt8] {
        var bytes = Array("{\"changes\":[".utf8)
        for (place, change) in page.changes.enumerated() {
            bytes.append(contentsOf: place > 0 ? [0x2C, 0x0A] : [0x0A])
            change.writeJSON(to: &bytes)
        }
        let next = "\(request.origin)/changements" + WebText.query([("depuis", "\(page.next)")] + question.kept)
        bytes += Array("\n],\"next\":\(page.next),\"hasMore\":\(page.hasMore),\"nextPage\":".utf8)
        bytes += JSONText.string(next)
        bytes += Array("}\n".utf8)
        return bytes
    }
}
