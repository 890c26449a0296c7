import Catalog
import Editions
import Foundation
import Tables
import Testing

@testable import APIs

/// Asks the OGC APIs about the small territory.
enum OGC {
    static let api = OGCAPI(clock: { Date(timeIntervalSince1970: 1_750_000_000) })
    static let base = Example.origin + "/ogc"

    static func ask(
        _ path: String, _ parameters: KeyValuePairs<String, String> = [:], accept: String = "",
        method: APIRequest.Method = .get, root: String = "ogc", of holdings: (any Holdings)? = nil
    ) async throws -> APIResponse {
        let segments = path.isEmpty ? [] : path.split(separator: "/", omittingEmptySubsequences: false)
        return try await api.answer(
            APIRequest(
                method: method, path: segments.map { $0.removingPercentEncoding ?? String($0) },
                parameters: parameters.map { (name: $0.key, value: $0.value) }, accept: accept,
                origin: Example.origin), root: root, from: holdings ?? Example())
    }

    /// The JSON object that an address of ours leads to.
    static func follow(_ address: String, of holdings: (any Holdings)? = nil) async throws -> [String: Any] {
        let parts = try #require(URLComponents(string: address))
        #expect(address.hasPrefix(base))
        let answer = try await api.answer(
            APIRequest(
                path: parts.path.split(separator: "/").dropFirst().map(String.init),
                parameters: (parts.queryItems ?? []).map { (name: $0.name, value: $0.value ?? "") },
                origin: Example.origin), root: "ogc", from: holdings ?? Example())
        #expect(answer.status == 200)
        return try answer.object
    }

    /// The identifiers of the items that answer.
    static func ids(
        _ parameters: KeyValuePairs<String, String> = [:], in collection: String = "parcs-jardins"
    ) async throws -> [String] {
        let answer = try await ask("collections/\(collection)/items", parameters)
        try #require(answer.status == 200, "\(answer.text)")
        return try answer.object.features.compactMap { $0["id"] as? String }
    }

    /// The status of an answer.
    static func status(
        _ path: String, _ parameters: KeyValuePairs<String, String> = [:], accept: String = "",
        method: APIRequest.Method = .get
    ) async throws -> Int {
        let answer = try await ask(path, parameters, accept: accept, method: method)
        if answer.status >= 400 {
            #expect(answer.mediaType == "application/problem+json")
            #expect(try answer.object["status"] as? Int == answer.status)
        }
        return answer.status
    }
}

extension APIResponse {
    var object: [String: Any] {
        get throws { try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]) }
    }

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

extension [String: Any] {
    var links: [[String: Any]] { self["links"] as? [[String: Any]] ?? [] }
    var features: [[String: Any]] { self["features"] as? [[String: Any]] ?? [] }
    func hrefs(_ rel: String) -> [String] {
        links.filter { $0["rel"] as? String == rel }.compactMap { $0["href"] as? String }
    }
    subscript(path path: String...) -> Any? {
        var value: Any? = self
        for name in path { value = (value as? [String: Any])?[name] }
        return value
    }
}

/// The small territory after another release of its parks.
struct Renewed: Holdings {
    private let before: Example
    private let parks: Edition

    init(parks rows: [[String]]) throws {
        before = try Example()
        let made = try Example.edition(Example.parks, rows: rows, shapes: [:])
        parks = Edition(
            record: made.record, structure: made.structure, tag: "parcs-jardins-2", table: made.table, uids: made.uids,
            owners: made.owners, changedAt: made.changedAt)
    }

    var publisher: Publisher { before.publisher }
    var records: [DatasetRecord] { before.records }
    var tag: String { "example-2" }
    func structure(of name: String) -> PublicSchema? { before.structure(of: name) }
    func edition(of name: String) async throws -> Edition? {
        name == "parcs-jardins" ? parks : try await before.edition(of: name)
    }
    func changes(_ query: ChangeQuery) async throws -> ChangePage { try await before.changes(query) }
    func life(of uid: String) async throws -> [RowChange] { try await before.life(of: uid) }
    func releases(_ query: ReleaseQuery) async throws -> [Release] { try await before.releases(query) }
}

/// A territory that has not published anything yet.
struct Nothing: Holdings {
    var publisher: Publisher { Publisher(name: "Commune neuve") }
    var records: [DatasetRecord] { [] }
    var tag: String { "0" }
    func structure(of name: String) -> PublicSchema? { nil }
    func edition(of name: String) async throws -> Edition? { nil }
    func changes(_ query: ChangeQuery) async throws -> ChangePage {
        ChangePage(changes: [], next: query.cursor, hasMore: false)
    }
    func life(of uid: String) async throws -> [RowChange] { [] }
    func releases(_ query: ReleaseQuery) async throws -> [Release] { [] }
}
