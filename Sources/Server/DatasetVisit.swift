import Catalog
import Portal
import Schemas
import Editions
import Exports
import Foundation
import Queries
import Tables

/// One visit to the page of a dataset: which rows are wanted, in which order, on which page.
struct DatasetVisit {
    let record: DatasetRecord
    let place: Place?
    let chosen: String?
    let edition: Edition
    let shelf: Shelf
    let inquiry: Inquiry
    /// The address of the site.
    let origin: String

    /// A drawing with more objects than that says nothing more.
    private static let mostOnMap = 3000

    func page(_ library: Library) async throws -> DatasetPage {
        let search = inquiry.text("q")
        let sort = record.schema.field(inquiry.text("tri"))?.name
        let number = inquiry.number("page", in: 1...1_000_000)
        var query = RowQuery(
            schema: record.name, commune: place?.code ?? chosen, search: search, sort: sort,
            descending: inquiry.text("sens") == "desc", offset: (number - 1) * Listing.size, limit: Listing.size)
        var rows = try edition.page(query)
        var shown = number
        if rows.table.rowCount == 0, rows.total > 0 {
            shown = (rows.total - 1) / Listing.size + 1
            query.offset = (shown - 1) * Listing.size
            rows = try edition.page(query)
        }
        let mapped = try edition.page(
            RowQuery(schema: record.name, commune: query.commune, search: search, limit: Self.mostOnMap))
        let files =
            inquiry.moment == nil
            ? try await library.links(edition: edition, commune: query.commune, on: shelf)
            : Formats.offered(for: edition).map { export in
                FileLink(title: export.title, purpose: export.purpose, fileExtension: export.fileExtension, size: nil)
            }
        let listing = Listing(
            rows: rows, search: search, sort: sort, descending: query.descending, number: shown)
        // What search engines are told is what is published now.
        let sheet = place == nil && inquiry.moment == nil ? sheet : nil
        return DatasetPage(
            record: record, commune: place, chosen: chosen, listing: listing, mapped: mapped.table, files: files,
            data: sheet?.structured, score: sheet?.score)
    }

    /// What search engines are told of the whole dataset, and how good its sheet is.
    private var sheet: (structured: SchemaOrg, score: QualityScore) {
        var complete = record
        complete.extent = edition.extent
        complete.content = edition.kept { ContentSummary(of: $0.table, schema: $0.schema) }
        let files = Formats.published(
            edition.schema, hasPositions: edition.extent != nil, site: origin,
            written: shelf.writtenFiles(of: record.name, commune: nil))
        return (
            SchemaOrg(
                complete, publisher: shelf.publisher, origin: origin, page: "/jeux-de-donnees/\(record.name)",
                files: files),
            QualityScore(Metadata(complete, publisher: shelf.publisher), files: files, now: Date())
        )
    }
}
