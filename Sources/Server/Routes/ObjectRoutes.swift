import Catalog
import Editions
import Foundation
import Hummingbird
import Portal
import Queries
import Schemas
import Store

/// The pages of objects: what is known about each now, what was at a moment, and what is left of those that are gone.
struct ObjectRoutes {
    let library: Library

    func add(to router: Router<BasicRequestContext>) {
        router.get("/objets/{uid}", use: object)
    }

    @Sendable private func object(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let shelf = try await library.current()
        var inquiry = Inquiry(request)
        let uid = context.parameters.get("uid")?.removingPercentEncoding ?? ""
        guard (1...200).contains(uid.utf8.count) else { throw HTTPError(.notFound) }
        inquiry.moment = try AskedMoment(inquiry.text(PastMoment.parameter), now: Date())
        if let moment = inquiry.moment { return try await object(uid, at: moment, inquiry, shelf) }
        if let object = try await object(uid, on: shelf),
            let schema = shelf.structure(of: object.release.schema)?.schema
        {
            let life = try await library.store.life(of: uid, schema: schema.name)
            return Answers.page(ObjectPage(object: object, schema: schema, life: life), inquiry, shelf.site)
        }
        for schema in schemas(likely: uid, on: shelf) {
            let life = try await library.store.life(of: uid, schema: schema.name)
            guard life.first?.kind == .removed else { continue }
            return Answers.page(GonePage(schema: schema, life: life), inquiry, shelf.site, status: .gone)
        }
        throw HTTPError(.notFound)
    }

    /// The object as it was. No rows but its own are read.
    private func object(
        _ uid: String, at moment: AskedMoment, _ inquiry: Inquiry, _ shelf: Shelf
    ) async throws -> Response {
        var isKnown = false
        for schema in schemas(likely: uid, on: shelf) {
            let object = try await library.store.object(uid, of: schema.name, at: moment.date)
            let life = try await library.store.life(of: uid, schema: schema.name)
            isKnown = isKnown || !life.isEmpty
            guard let object else { continue }
            let until = life.filter { $0.date <= moment.date }
            return Answers.page(
                ObjectPage(object: object, schema: schema, life: until), inquiry, shelf.site,
                adding: inquiry.pastHeaders(since: until.first?.date))
        }
        throw PageProblem(status: .notFound, page: isKnown ? .notThen(moment.words) : .notFound)
    }

    /// The object of an identifier, in whichever dataset it is.
    private func object(_ uid: String, on shelf: Shelf) async throws -> PublishedObject? {
        for schema in schemas(likely: uid, on: shelf) {
            if let object = try await shelf.edition(of: schema.name)?.object(uid: uid) { return object }
        }
        return nil
    }

    /// The datasets, those first whose trigram begins an identifier.
    private func schemas(likely uid: String, on shelf: Shelf) -> [Schema] {
        let schemas = shelf.records.map(\.schema)
        let likely = schemas.filter { schema in schema.additions.trigram.map { uid.hasPrefix($0 + "-") } ?? false }
        return likely + schemas.filter { schema in !likely.contains { $0.name == schema.name } }
    }
}
