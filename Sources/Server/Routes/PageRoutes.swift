import Catalog
import Foundation
import Hummingbird
import Portal
import Schemas
import Store

/// The pages for people.
struct PageRoutes {
    let library: Library
    let publicAddress: String?

    func add(to router: Router<BasicRequestContext>) {
        router.get("/", use: home)
        router.get("/recherche", use: search)
        router.get("/jeux-de-donnees") { _, _ in Answers.moved(to: "/#donnees") }
        router.get("/jeux-de-donnees/{schema}", use: dataset)
        router.get("/communes") { _, _ in Answers.moved(to: "/#communes") }
        router.get("/communes/{code}", use: commune)
        router.get("/communes/{code}/{schema}", use: dataset)
        router.get("/objets/{uid}", use: object)
        router.get("/modeles/{schema}", use: model)
        router.get("/integrer", use: embed)
        router.get("/accessibilite") { request, _ in
            Answers.page(AccessibilityPage(), Inquiry(request), try await library.current().site)
        }
    }

    @Sendable private func home(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let shelf = try await library.current()
        let page = HomePage(territory: library.publisher.name, records: shelf.records, places: shelf.places)
        return Answers.page(page, Inquiry(request), shelf.site)
    }

    @Sendable private func search(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let (shelf, inquiry) = (try await library.current(), Inquiry(request))
        let words = inquiry.text("q")
        var hits: [(record: DatasetRecord, rows: RowPage)] = []
        for record in shelf.records where !words.isEmpty {
            let rows = try await library.store.rows(RowQuery(schema: record.name, search: words, limit: 8))
            if rows.total > 0 { hits.append((record, rows)) }
        }
        return Answers.page(SearchPage(words: words, records: shelf.records, hits: hits), inquiry, shelf.site)
    }

    @Sendable private func dataset(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let (shelf, inquiry) = (try await library.current(), Inquiry(request))
        guard let name = context.parameters.get("schema"), let whole = shelf.record(name) else {
            throw HTTPError(.notFound)
        }
        let place = context.parameters.get("code").flatMap(shelf.place)
        let record = place.map { whole.of(commune: $0.code) } ?? whole
        guard context.parameters.get("code") == nil || !record.releases.isEmpty else { throw HTTPError(.notFound) }
        let chosen = place == nil ? shelf.place(inquiry.text("commune"))?.code : nil
        let page = try await DatasetVisit(
            record: record, place: place, chosen: chosen, edition: shelf.editions[name] ?? "", inquiry: inquiry
        ).page(library)
        return Answers.page(page, inquiry, shelf.site)
    }

    @Sendable private func commune(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let shelf = try await library.current()
        guard let place = context.parameters.get("code").flatMap(shelf.place) else { throw HTTPError(.notFound) }
        let records = shelf.records.map { $0.of(commune: place.code) }.filter { !$0.releases.isEmpty }
        return Answers.page(CommunePage(place: place, records: records), Inquiry(request), shelf.site)
    }

    @Sendable private func object(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let shelf = try await library.current()
        guard let uid = context.parameters.get("uid")?.removingPercentEncoding,
            let object = try await library.store.object(uid: uid),
            let schema = shelf.schemas[object.release.schema]?.schema
        else { throw HTTPError(.notFound) }
        return Answers.page(ObjectPage(object: object, schema: schema), Inquiry(request), shelf.site)
    }

    @Sendable private func model(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let shelf = try await library.current()
        let asked = context.parameters.get("schema") ?? ""
        let isDocument = asked.hasSuffix(".json")
        guard let schema = shelf.schemas[isDocument ? String(asked.dropLast(5)) : asked] else {
            throw HTTPError(.notFound)
        }
        guard isDocument else {
            let page = ModelPage(schema: schema.schema, size: schema.document.count)
            return Answers.page(page, Inquiry(request), shelf.site)
        }
        return Answers.bytes(
            schema.document,
            headers: [.contentType: "application/json; charset=utf-8", .accessControlAllowOrigin: "*"], tag: nil,
            Inquiry(request))
    }

    @Sendable private func embed(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let (shelf, inquiry) = (try await library.current(), Inquiry(request))
        let page = EmbedPage(
            records: shelf.records, schema: inquiry.text("modele"), commune: inquiry.text("commune"),
            origin: publicAddress ?? origin(of: request))
        return Answers.page(page, inquiry, shelf.site)
    }

    /// The address that the visitor used, if it can be one.
    private func origin(of request: Request) -> String {
        let host = request.head.authority ?? ""
        let isHost =
            !host.isEmpty
            && host.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || ".-:[]".utf8.contains(byte)
            }
        return isHost ? "http://\(host)" : ""
    }
}
