import Catalog
import Foundation
import Hummingbird
import Portal
import Schemas
import Editions
import Queries
import Store
import Tables

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
        router.get("/modeles/{schema}", use: model)
        router.get("/integrer", use: embed)
        router.get("/accessibilite") { request, _ in
            Answers.page(AccessibilityPage(), Inquiry(request), try await library.current().site)
        }
    }

    @Sendable private func home(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let shelf = try await library.current()
        var places: [[Coordinate]] = []
        for record in shelf.records {
            let edition = try await shelf.edition(of: record.name)
            places.append(
                edition.map { edition in
                    (0..<min(400, edition.rowCount)).compactMap { edition.positions[$0]?.pointOnSurface }
                } ?? [])
        }
        let page = HomePage(territory: library.publisher.name, records: shelf.records, places: places)
        return Answers.page(page, Inquiry(request), shelf.site)
    }

    @Sendable private func search(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let (shelf, inquiry) = (try await library.current(), Inquiry(request))
        let words = inquiry.text("q")
        var hits: [(record: DatasetRecord, rows: RowPage)] = []
        for record in shelf.records where !words.isEmpty {
            let rows = try await shelf.edition(of: record.name)?.page(
                RowQuery(schema: record.name, search: words, limit: 8))
            if let rows, rows.total > 0 { hits.append((record, rows)) }
        }
        return Answers.page(SearchPage(words: words, records: shelf.records, hits: hits), inquiry, shelf.site)
    }

    @Sendable private func dataset(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let shelf = try await library.current()
        var inquiry = Inquiry(request)
        guard let name = context.parameters.get("schema"), let now = shelf.record(name) else {
            throw HTTPError(.notFound)
        }
        let code = context.parameters.get("code")
        let place = code.flatMap(shelf.place)
        if let code, place == nil {
            guard let now = shelf.code(answering: code), shelf.place(now) != nil else { throw HTTPError(.notFound) }
            return Answers.moved(to: "/communes/\(now)/\(name)")
        }
        inquiry.moment = try AskedMoment(inquiry.text(PastMoment.parameter), now: Date())
        var whole = now
        var past: PastState?
        if let moment = inquiry.moment {
            past = try await library.state(of: now, at: moment)
        }
        let edition = if let past { try await library.archive.edition(past) } else { try await shelf.edition(of: name) }
        guard let edition else { throw HTTPError(.notFound) }
        if past != nil { whole.releases = edition.record.releases }
        let record = place.map { whole.of(commune: $0.code) } ?? whole
        guard place == nil || past != nil || !record.releases.isEmpty else { throw HTTPError(.notFound) }
        let chosen = place == nil ? shelf.code(answering: inquiry.text("commune")).flatMap(shelf.place)?.code : nil
        let page = try await DatasetVisit(
            record: record, place: place, chosen: chosen, edition: edition, shelf: shelf, inquiry: inquiry,
            origin: publicAddress ?? Origin.of(request)
        ).page(library)
        return Answers.page(page, inquiry, shelf.site, adding: inquiry.pastHeaders(since: past?.record.lastPublished))
    }

    @Sendable private func commune(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let shelf = try await library.current()
        let code = context.parameters.get("code") ?? ""
        guard let place = shelf.place(code) else {
            guard let now = shelf.code(answering: code), now != code else { throw HTTPError(.notFound) }
            return Answers.moved(to: "/communes/\(now)")
        }
        let records = shelf.records.map { $0.of(commune: place.code) }.filter { !$0.releases.isEmpty }
        return Answers.page(CommunePage(place: place, records: records), Inquiry(request), shelf.site)
    }

    @Sendable private func model(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let shelf = try await library.current()
        let asked = context.parameters.get("schema") ?? ""
        let isDocument = asked.hasSuffix(".json")
        guard let schema = shelf.structures[isDocument ? String(asked.dropLast(5)) : asked] else {
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
            origin: publicAddress ?? Origin.of(request))
        return Answers.page(page, inquiry, shelf.site)
    }
}
