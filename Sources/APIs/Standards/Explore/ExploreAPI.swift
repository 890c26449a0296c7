public import Editions
public import Foundation
import Queries

/// The Explore API 2.1 of Opendatasoft: the catalogue, records, facets and exports, asked with ODSQL. Dashboards that
/// read a portal of Opendatasoft read this one by another address.
public struct ExploreAPI: PublicAPI {
    public let roots = ["api/explore/v2.1"]
    private let clock: @Sendable () -> Date

    /// The API. The clock says what `now()` means.
    public init(clock: @escaping @Sendable () -> Date = { Date() }) { self.clock = clock }

    /// The media type of everything but files.
    static let json = "application/json; charset=utf-8"

    public func paths(_ holdings: any Holdings) -> String { ExplorePaths(holdings).document }

    public func answer(
        _ request: APIRequest, root: String, from holdings: any Holdings
    ) async throws -> APIResponse {
        do {
            guard request.method == .get else { throw ExploreError.method }
            return try await route(request, base: "\(request.origin)/\(root)", holdings)
        } catch let error as ExploreError {
            return error.response
        }
    }

    private func route(
        _ request: APIRequest, base: String, _ holdings: any Holdings
    ) async throws -> APIResponse {
        let path = request.path
        guard path.first == "catalog" else {
            guard path.isEmpty else { throw ExploreError.notFound("resource", path.joined(separator: "/")) }
            return .bytes(Self.links([("self", base), ("catalog", "\(base)/catalog")]).bytes, Self.json)
        }
        if path.count >= 2, path[1] == "datasets" {
            guard path.count > 2 else { return try await catalogue(request, base, holdings).page() }
            return try await dataset(path[2], Array(path.dropFirst(3)), request, base, holdings)
        }
        let catalogue = try await catalogue(request, base, holdings)
        switch (path.dropFirst().first, path.count) {
        case (nil, _):
            return .bytes(
                Self.links([
                    ("self", "\(base)/catalog"), ("datasets", "\(base)/catalog/datasets"),
                    ("facets", "\(base)/catalog/facets"), ("exports", "\(base)/catalog/exports"),
                ]).bytes, Self.json)
        case ("facets", 2): return try catalogue.facets()
        case ("exports", 2): return catalogue.exports()
        case ("exports", 3): return try catalogue.export(path[2])
        default: throw ExploreError.notFound("resource", path.joined(separator: "/"))
        }
    }

    private func catalogue(
        _ request: APIRequest, _ base: String, _ holdings: any Holdings
    ) async throws -> ExploreCatalogue {
        try await ExploreCatalogue(request, base: base, now: clock(), holdings)
    }

    private func dataset(
        _ name: String, _ rest: [String], _ request: APIRequest, _ base: String, _ holdings: any Holdings
    ) async throws -> APIResponse {
        guard let edition = try await holdings.edition(of: name) else { throw ExploreError.notFound("dataset", name) }
        let address = "\(base)/catalog/datasets/\(WebText.encoded(name))"
        let records = ExploreRecords(edition: edition, request: request, address: address, now: clock())
        switch (rest.first, rest.count) {
        case (nil, _):
            return try ExploreCatalogue.one(edition, request, base: base, now: clock(), publisher: holdings.publisher)
        case ("records", 1): return try records.page()
        case ("records", 2): return try records.one(rest[1])
        case ("facets", 1): return try records.facets()
        case ("exports", 1): return records.exports()
        case ("exports", 2): return try records.export(rest[1])
        case ("attachments", 1): return .bytes(Self.links([], and: "attachments").bytes, Self.json)
        default: throw ExploreError.notFound("resource", rest.joined(separator: "/"))
        }
    }

    /// `{"links":[{"rel":"self","href":"…"}]}`, with an empty list of another name where one is given.
    static func links(_ links: [(rel: String, href: String)], and list: String? = nil) -> JSON {
        let written = JSON.array(links.map { ["href": .text($0.href), "rel": .text($0.rel)] })
        return .members(["links": written]).with(list ?? "", list == nil ? nil : [])
    }
}
