import Schemas
import Catalog
public import Editions
import Foundation

/// The catalogue for harvesters (DCAT-AP 3.0.1): `/catalog.jsonld`, `/catalog.ttl`, `/catalog.rdf`, a hundred datasets a
/// page; `/catalog` in what the client accepts; one dataset at `/catalog/{schema}`, with or without an ending; its
/// sheet for geographic catalogues at `/catalog/{schema}.iso.xml`. With `?commune=69029` each of them is that of one
/// commune, which may have it harvested in its own name.
public struct DCATCatalogue: PublicAPI {
    public let tellsOfFiles = true
    private let known: [String]?

    /// The catalogue.
    ///
    /// - Parameter known: The roots of the APIs that it announces; nil announces all of ``APIs/all``.
    public init(announcing known: [String]? = nil) { self.known = known }

    public var roots: [String] { ["catalog"] + RDFSyntax.allCases.map { "catalog.\($0.rawValue)" } }

    /// How many datasets stand on one page.
    static let pageSize = 100

    public func answer(_ request: APIRequest, root: String, from holdings: any Holdings) async throws -> APIResponse {
        guard request.method == .get else {
            return Problem.methodNotAllowed.response
        }
        if let syntax = RDFSyntax.allCases.first(where: { root == "catalog.\($0.rawValue)" }) {
            guard request.path.isEmpty else { return Self.unknown }
            return try await catalogue(syntax, request, holdings)
        }
        switch request.path.count {
        case 0:
            guard let syntax = RDFSyntax.preferred(request.accept) else { return Self.notAcceptable }
            return try await catalogue(syntax, request, holdings)
        case 1: return try await dataset(request.path[0], request, holdings)
        default: return Self.unknown
        }
    }

    private static var unknown: APIResponse {
        Problem.notFound("There is no such dataset, page or format in the catalogue.").response
    }

    private static var notAcceptable: APIResponse {
        Problem.notAcceptable(RDFSyntax.allCases.map(\.mediaType)).response
    }

    private var announced: [String] { known ?? APIs.all.flatMap(\.roots) }

    private func catalogue(
        _ syntax: RDFSyntax, _ request: APIRequest, _ holdings: any Holdings
    ) async throws -> APIResponse {
        guard let entries = entries(request, holdings) else { return Self.unknown }
        let records = entries.records
        let count = max(1, (records.count + Self.pageSize - 1) / Self.pageSize)
        let asked = request.parameter("page")
        guard let page = asked.map({ Int(clamping: $0) }) ?? 1, page > 0 else {
            return Problem.badRequest("The parameter 'page' must be a whole number from 1.").response
        }
        guard page <= count else { return Self.unknown }
        let territory = try await entries.territory()
        var shown: [CatalogueEntry] = []
        for record in records.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize) {
            shown.append(try await entries.entry(record, territory: territory))
        }
        var catalogue = CatalogueGraph(
            publisher: entries.publisher, addresses: entries.addresses, roots: announced, territory: territory)
        catalogue.add(catalogueOf: records, page: shown, isFirst: page == 1)
        catalogue.add(page: page, of: count, items: records.count, syntax)
        return .bytes(syntax.bytes(of: catalogue.graph), syntax.mediaType)
    }

    private func dataset(
        _ file: String, _ request: APIRequest, _ holdings: any Holdings
    ) async throws -> APIResponse {
        guard let entries = entries(request, holdings), let (record, ending) = Self.find(file, in: entries.records)
        else { return Self.unknown }
        let territory = try await entries.territory()
        let entry = try await entries.entry(record, territory: territory)
        if ending == "iso.xml" {
            let sheet = ISOSheet(entry, addresses: entries.addresses, roots: announced)
            return .bytes(sheet.bytes, "application/xml; charset=utf-8")
        }
        let syntax = ending.flatMap(RDFSyntax.init)
        guard ending == nil || syntax != nil else { return Self.unknown }
        guard let chosen = syntax ?? RDFSyntax.preferred(request.accept) else { return Self.notAcceptable }
        var graph = CatalogueGraph(
            publisher: entries.publisher, addresses: entries.addresses, roots: announced, territory: territory)
        graph.add(alone: entry)
        return .bytes(chosen.bytes(of: graph.graph), chosen.mediaType)
    }

    /// The datasets that are asked about: of the territory, or of one commune; nil where there is no such commune.
    private func entries(_ request: APIRequest, _ holdings: any Holdings) -> CatalogueEntries? {
        var addresses = CatalogueAddresses(origin: request.origin)
        if let code = request.parameter("commune") {
            let places = holdings.publisher.communes + holdings.records.flatMap(\.communes)
            let codes = [code, holdings.publisher.formerCodes[code]]
            let found = codes.lazy.compactMap { code in places.first { $0.code == code } }.first
            guard let commune = found else { return nil }
            addresses.commune = commune
        }
        return CatalogueEntries(holdings: holdings, addresses: addresses)
    }

    /// The dataset of `name`, `name.ttl` or `name.iso.xml`; a name may hold dots itself.
    private static func find(_ file: String, in records: [DatasetRecord]) -> (DatasetRecord, ending: String?)? {
        if let record = records.first(where: { $0.name == file }) { return (record, nil) }
        for ending in RDFSyntax.allCases.map(\.rawValue) + ["iso.xml"] where file.hasSuffix(".\(ending)") {
            let name = file.dropLast(ending.count + 1)
            if let record = records.first(where: { $0.name == name }) { return (record, ending) }
        }
        return nil
    }

    public func paths(_ holdings: any Holdings) -> String {
        String(decoding: CataloguePaths.json.bytes, as: UTF8.self)
    }
}
