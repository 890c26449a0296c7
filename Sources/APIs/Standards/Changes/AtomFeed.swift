import Markup
import Schemas
import Catalog
public import Editions
import Foundation
import Texts

/// What was published last, for feed readers: `/flux.atom`, of one dataset with `?jeu=`, of one commune with `?commune=`
/// (RFC 4287). Every release is an entry, also those that a newer one has followed.
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
        let feed = Feed(
            schema: request.parameter("jeu"), commune: request.parameter("commune"), origin: request.origin)
        if let schema = feed.schema, holdings.structure(of: schema) == nil {
            return Problem.notFound("There is no dataset “\(schema.prefix(200))”.").response
        }
        let releases = try await holdings.releases(
            ReleaseQuery(
                schema: feed.schema, communes: feed.commune.map(holdings.communes), limit: Self.most))
        return .bytes(bytes(of: feed, releases, holdings), Self.mediaType)
    }

    /// Which feed is asked for.
    private struct Feed {
        var schema: String?
        var commune: String?
        var origin: String

        /// Its own address.
        var address: String {
            let parts = [("jeu", schema), ("commune", commune)]
            return origin + "/flux.atom" + WebText.query(parts.compactMap { name, value in value.map { (name, $0) } })
        }
    }

    private func bytes(of feed: Feed, _ releases: [Release], _ holdings: any Holdings) -> [UInt8] {
        let records = Dictionary(holdings.records.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let title = feed.schema.flatMap { records[$0]?.schema.title }
        let place = feed.commune.flatMap { code in
            releases.first { holdings.communes(answering: code).contains($0.commune.code) }?.commune.name
        }
        let updated = releases.first?.publishedAt ?? Date(timeIntervalSince1970: 0)
        let (own, origin) = (feed.address, feed.origin)
        var xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
              <id>\(own.escapedAsXML)</id>
              <title>\([title, place, holdings.publisher.name].compactMap { $0 }.joined(separator: " – ").escapedAsXML)</title>
              <updated>\(RowChange.text(of: updated))</updated>
              <author><name>\(holdings.publisher.name.escapedAsXML)</name></author>
              <link rel="self" type="application/atom+xml" href="\(own.escapedAsXML)"/>
              <link rel="alternate" type="text/html" href="\(origin.escapedAsXML)/"/>

            """
        for release in releases {
            guard let record = records[release.schema] else { continue }
            let page = "\(origin)/jeux-de-donnees/\(WebText.encoded(record.name))/versions/\(release.id)"
            let changes = "\(origin)/changements" + WebText.query([("publication", release.id)])
            xml += """
                  <entry>
                    <id>\(origin.escapedAsXML)/publications/\(release.id.escapedAsXML)</id>
                    <title>\("\(record.schema.title) – \(release.commune.name)".escapedAsXML)</title>
                    <updated>\(RowChange.text(of: release.publishedAt))</updated>
                    <link rel="alternate" type="text/html" href="\(page.escapedAsXML)"/>
                    <link rel="related" type="application/json" href="\(changes.escapedAsXML)"/>
                    <summary>\(summary(of: release, in: record).escapedAsXML)</summary>
                  </entry>

                """
        }
        return Array((xml + "</feed>\n").utf8)
    }

    private func summary(of release: Release, in record: DatasetRecord) -> String {
        // How many rows there are is known of what is published now.
        let current = record.releases.first { $0.id == release.id }
        let rows = current.map { Text.rows($0.rowCount).fr } ?? "Une publication plus récente l'a suivie"
        return switch release.kind {
        case .arrival: "\(rows)."
        case .restoration: "\(rows) : un état plus ancien est rétabli."
        case .confirmation: "\(rows) : rien n'a changé, dit la commune."
        case .erasure: "\(rows) : une valeur publiée par erreur a été effacée."
        }
    }

    public func paths(_ holdings: any Holdings) -> String {
        let operation = Operation(
            id: "getAtomFeed", tag: "Changements", summary: "What was published last (Atom).",
            parameters: [
                Operation.Parameter(name: "jeu", description: "Only this dataset.", schema: ["type": "string"]),
                Operation.Parameter(
                    name: "commune", description: "Only what the commune of this INSEE code released.",
                    schema: ["type": "string"]),
            ],
            contents: [("application/atom+xml", ["type": "string"])])
        let document = JSON.object([JSON.Member(name: "/flux.atom", value: operation.json)])
        return String(decoding: document.bytes, as: UTF8.self)
    }
}

extension String {
    fileprivate var escapedAsXML: String { XMLText.escaped(self) }
}
