import Catalog
import Editions
import Exports
import Foundation
import Hummingbird
import Portal
import Schemas
import Store

/// The life of a dataset: `/jeux-de-donnees/{schema}/versions`, and each release under its identifier.
struct VersionRoutes {
    let library: Library

    func add(to router: Router<BasicRequestContext>) {
        router.get("/jeux-de-donnees/{schema}/versions", use: versions)
        router.get("/jeux-de-donnees/{schema}/versions/{release}", use: version)
    }

    @Sendable private func versions(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let (shelf, inquiry) = (try await library.current(), Inquiry(request))
        guard let record = context.parameters.get("schema").flatMap(shelf.record) else { throw HTTPError(.notFound) }
        let place = shelf.code(answering: inquiry.text("commune")).flatMap(shelf.place)
        let communes = place.map { Set(Place.codes(within: $0.code)) }
        let total = try await library.store.releaseCount(schema: record.name, communes: communes)
        let last = max(1, (total + VersionsPage.size - 1) / VersionsPage.size)
        let number = inquiry.number("page", in: 1...last)
        let releases = try await library.store.releases(
            ReleaseQuery(
                schema: record.name, communes: communes, offset: (number - 1) * VersionsPage.size,
                limit: VersionsPage.size))
        var versions: [Version] = []
        for release in releases { versions.append(try await self.version(release, on: shelf)) }
        let page = VersionsPage(
            record: record, commune: place, versions: versions, number: number, total: total, now: Date())
        return Answers.page(page, inquiry, shelf.site)
    }

    @Sendable private func version(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let (shelf, inquiry) = (try await library.current(), Inquiry(request))
        guard let record = context.parameters.get("schema").flatMap(shelf.record),
            let id = context.parameters.get("release"), id.utf8.count <= 40,
            let release = try await library.store.release(id), release.schema == record.name
        else { throw HTTPError(.notFound) }
        let changes = try await library.store.changes(
            ChangeQuery(
                since: Int64(inquiry.text(VersionPage.following)) ?? 0, schema: record.name, release: id,
                limit: VersionPage.size))
        let page = VersionPage(
            schema: record.schema, version: try await version(release, on: shelf), changes: changes,
            files: Formats.all.filter { $0.isOffered(for: record.schema, hasPositions: true) }.map { export in
                FileLink(title: export.title, purpose: export.purpose, fileExtension: export.fileExtension, size: nil)
            })
        return Answers.page(page, inquiry, shelf.site)
    }

    private func version(_ release: Release, on shelf: Shelf) async throws -> Version {
        let tag = shelf.editionTags[release.schema] ?? ""
        return Version(release: release, tally: try await library.archive.tally(of: release, tag: tag))
    }
}
