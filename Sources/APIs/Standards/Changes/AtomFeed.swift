import Markup
import Schemas
import Catalog
public import Editions
import Foundation
import Texts

/// What was published last, for feed readers: `/flux.atom`, of one dataset with `?jeu=` (RFC 4287).
public struct AtomFeed: PublicAPI {
    public let roots = ["flux.atom"]

    /// The feed of everything that is published.
    public init() {}

    private static let mediaType = "application/atom+xml; charset=utf-8"
    private static let most = 100

    public func answer(
        _ request: APIRequest, root: String, from holdings: any Holdings
    ) async throws -> APIResponse {
        guard request.method == .get else { return Problem.methodNotAllowed.response }
        guard request.path.isEmpty else { return Problem.notFound("There is nothing under /flux.atom.").response }
        let wanted = request.parameter("jeu")
        if let wanted, holdings.structure(of: wanted) == nil {
            return Problem.notFound("There is no dataset “\(wanted)”.").response
        }
        let releases = holdings.records.filter { wanted == nil || $0.name == wanted }.flatMap { record in
            record.releases.map { (record, $0) }
        }.sorted { ($1.1.publishedAt, $1.1.id) < ($0.1.publishedAt, $0.1.id) }
        return .bytes(feed(releases.prefix(Self.most), wanted, request, holdings), Self.mediaType)
    }

    private func feed(
        _ releases: ArraySlice<(DatasetRecord, Release)>, _ wanted: String?, _ request: APIRequest,
        _ holdings: any Holdings
    ) -> [UInt8] {
        let title = wanted.flatMap { name in holdings.records.first { $0.name == name }?.schema.title }
        let own = request.origin + "/flux.atom" + (wanted.map { "?jeu=\($0)" } ?? "")
        let updated = releases.first?.1.publishedAt ?? Date(timeIntervalSince1970: 0)
        var xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
              <id>\(own.escapedAsXML)</id>
              <title>\([title, holdings.publisher.name].compactMap { $0 }.joined(separator: " – ").escapedAsXML)</title>
              <updated>\(RowChange.text(of: updated))</updated>
              <author><name>\(holdings.publisher.name.escapedAsXML)</name></author>
              <link rel="self" type="application/atom+xml" href="\(own.escapedAsXML)"/>
              <link rel="alternate" type="text/html" href="\(request.origin.escapedAsXML)/"/>

            """
        for (record, release) in releases {
            let page = "\(request.origin)/communes/\(release.commune.code)/\(record.name)"
            xml += """
                  <entry>
                    <id>\(request.origin.escapedAsXML)/publications/\(release.id.escapedAsXML)</id>
                    <title>\("\(record.schema.title) – \(release.commune.name)".escapedAsXML)</title>
                    <updated>\(RowChange.text(of: release.publishedAt))</updated>
                    <link rel="alternate" type="text/html" href="\(page.escapedAsXML)"/>
                    <summary>\(summary(of: release).escapedAsXML)</summary>
                  </entry>

                """
        }
        return Array((xml + "</feed>\n").utf8)
    }

    private func summary(of release: Release) -> String {
        let rows = Text.rows(release.rowCount).fr
        return switch release.kind {
        case .arrival: "\(rows)."
        case .restoration: "\(rows) : un état plus ancien est rétabli."
        case .confirmation: "\(rows) : rien n'a changé, dit la commune."
        }
    }

    public func paths(_ holdings: any Holdings) -> String {
        let operation = Operation(
            id: "getAtomFeed", tag: "Changements", summary: "What was published last (Atom).",
            parameters: [
                Operation.Parameter(name: "jeu", description: "Only this dataset.", schema: ["type": "string"])
            ],
            contents: [("application/atom+xml", ["type": "string"])])
        let document = JSON.object([JSON.Member(name: "/flux.atom", value: operation.json)])
        return String(decoding: document.bytes, as: UTF8.self)
    }
}

extension String {
    fileprivate var escapedAsXML: String { XMLText.escaped(self) }
}
