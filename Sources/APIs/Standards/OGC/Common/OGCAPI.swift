public import Editions
public import Foundation

/// The OGC APIs under `/ogc`: Features (parts 1 to 3, and the draft of part 8), Tiles, Records; and short addresses of
/// the tiles under `/tuiles`.
///
/// Every dataset is a collection of features, its schema's name its identifier. The catalogue is one more collection,
/// of records.
public struct OGCAPI: PublicAPI {
    public let roots = ["ogc", "tuiles"]
    private let clock: @Sendable () -> Date
    private let records = RecordShelf()

    /// The APIs. `clock` gives the time of answers.
    public init(clock: @escaping @Sendable () -> Date = { Date() }) { self.clock = clock }

    public func paths(_ holdings: any Holdings) -> String {
        let description = OGCPaths(holdings: holdings, records: records.name(holdings))
        return String(
            decoding: JSON.object(description.all(under: "/ogc") + description.shortTiles).bytes, as: UTF8.self)
    }

    public func answer(
        _ request: APIRequest, root: String, from holdings: any Holdings
    ) async throws -> APIResponse {
        var path = request.path
        if path.last == "" { path.removeLast() }
        let visit = OGCVisit(
            request: request, path: path, holdings: holdings, now: clock(), shelf: records)
        do {
            guard request.method == .get else { throw Problem.methodNotAllowed }
            return try await root == "tuiles" ? visit.shortTile() : answer(visit)
        } catch let problem as Problem {
            return problem.response
        }
    }

    /// The resource of a path.
    private func answer(_ visit: OGCVisit) async throws -> APIResponse {
        let path = visit.path
        switch (path.first, path.count) {
        case (nil, _): return try visit.landingPage()
        case ("api", 1): return try visit.openAPI()
        case ("conformance", 1): return try visit.conformance()
        case ("collections", 1): return try await visit.collections()
        case ("collections", _):
            return try await answer(visit, in: visit.collection(path[1]), Array(path.dropFirst(2)))
        case ("tiles", _): return try await visit.datasetTiles(Array(path.dropFirst()))
        case ("tileMatrixSets", 1): return try visit.tileMatrixSets()
        case ("tileMatrixSets", 2): return try visit.tileMatrixSet(path[1])
        default: throw Problem.notFound("There is no such resource.")
        }
    }

    /// The resource of a path below a collection.
    private func answer(
        _ visit: OGCVisit, in collection: FeatureSource, _ path: [String]
    ) async throws -> APIResponse {
        switch (path.first, path.count) {
        case (nil, _): return try visit.describe(collection)
        case ("items", 1): return try visit.items(of: collection)
        case ("items", 2): return try visit.item(path[1], of: collection)
        case ("queryables", 1): return try visit.queryables(of: collection)
        case ("sortables", 1): return try visit.sortables(of: collection)
        case ("schema", 1): return try visit.schema(of: collection)
        case ("tiles", _) where collection.itemType == .feature:
            return try visit.tiles(of: collection, Array(path.dropFirst()))
        default: throw Problem.notFound("There is no such resource in this collection.")
        }
    }
}
