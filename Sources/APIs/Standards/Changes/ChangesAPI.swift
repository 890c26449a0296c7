public import Editions

/// What happened to the rows since somebody last looked: `/changements?depuis=CURSOR`, one page after the other, with
/// tombstones for what is gone. An application that keeps the `next` of the last page misses nothing.
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
            let page = try await holdings.changes(
                since: question.cursor, schema: question.schema, limit: question.limit)
            return .bytes(bytes(of: page, question, request), "application/json; charset=utf-8")
        } catch let problem as Problem {
            return problem.response
        }
    }

    /// What is asked, read with care.
    private struct Question {
        var cursor: Int64 = 0
        var schema: String?
        var limit = usual

        init(_ request: APIRequest, _ holdings: any Holdings) throws {
            guard request.method == .get else { throw Problem.methodNotAllowed }
            guard request.path.isEmpty else { throw Problem.notFound("There is nothing under /changements.") }
            for (name, value) in request.parameters {
                switch name {
                case "depuis", "since":
                    guard let number = Int64(value), number >= 0 else {
                        throw Problem.badRequest("“\(name)” is the cursor that an earlier page gave as “next”.")
                    }
                    cursor = number
                case "jeu", "dataset":
                    guard holdings.structure(of: value) != nil else {
                        throw Problem.badRequest("There is no dataset “\(value)”.")
                    }
                    schema = value
                case "limite", "limit":
                    guard let number = Int(value), number > 0 else {
                        throw Problem.badRequest("“\(name)” is a whole number from 1 to \(most).")
                    }
                    limit = min(number, most)
                case "lang": continue
                default: throw Problem.badRequest("There is no parameter “\(name)” here.")
                }
            }
        }
    }

    private func bytes(of page: ChangePage, _ question: Question, _ request: APIRequest) -> [UInt8] {
        var bytes = Array("{\"changes\":[".utf8)
        for (place, change) in page.changes.enumerated() {
            bytes.append(contentsOf: place > 0 ? [0x2C, 0x0A] : [0x0A])
            change.writeJSON(to: &bytes)
        }
        var next = "\(request.origin)/changements?depuis=\(page.next)"
        if let schema = question.schema { next += "&jeu=\(schema)" }
        if question.limit != Self.usual { next += "&limite=\(question.limit)" }
        bytes += Array("\n],\"next\":\(page.next),\"hasMore\":\(page.hasMore),\"nextPage\":".utf8)
        bytes += JSONText.string(next)
        bytes += Array("}\n".utf8)
        return bytes
    }
}
