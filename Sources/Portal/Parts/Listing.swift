import Markup
import Schemas
public import Editions
import Tables
import Texts

/// One page of the rows of a dataset, and how they were asked for.
public struct Listing: Sendable {
    /// The rows of this page, and how many there are in all.
    public var rows: RowPage
    /// The words searched for.
    public var search: String
    /// The field that the rows are sorted by.
    public var sort: String?
    /// Whether the greatest comes first.
    public var descending: Bool
    /// The number of the page, from 1.
    public var number: Int

    /// How many rows stand on one page.
    public static let size = 25

    /// A page of a list.
    public init(rows: RowPage, search: String = "", sort: String? = nil, descending: Bool = false, number: Int = 1) {
        self.rows = rows
        self.search = search
        self.sort = sort
        self.descending = descending
        self.number = number
    }

    /// The number of the last page.
    var pageCount: Int { max(1, (rows.total + Self.size - 1) / Self.size) }
}

/// A list as a table: on a narrow screen each row becomes a card.
struct ListingTable {
    let listing: Listing
    let schema: Schema
    let hidesCommune: Bool
    let visit: Visit

    var html: HTML {
        guard listing.rows.total > 0, listing.rows.table.rowCount > 0 else {
            return "<p class=\"empty\">\(visit(Words.noRows))</p>"
        }
        let columns = Columns(schema: schema, hidesCommune: hidesCommune)
        let head = columns.fields.map(heading)
        let rows = (0..<listing.rows.table.rowCount).map { row($0, columns) }
        return """
            <div class="scroll" role="region" aria-labelledby="legende" tabindex="0">
            <table class="list" role="table">
            <caption id="legende">\(schema.title) <span>\(visit(range))</span></caption>
            <thead role="rowgroup"><tr role="row">\(head)</tr></thead>
            <tbody role="rowgroup">\(rows)</tbody>
            </table>
            </div>
            \(Pagination(number: listing.number, pageCount: listing.pageCount, visit: visit, anchor: "#liste").html)
            """
    }

    private var range: Text {
        let first = (listing.number - 1) * Listing.size + 1
        return Words.rowRange(first, first + listing.rows.table.rowCount - 1, of: listing.rows.total)
    }

    private func heading(_ field: Field) -> HTML {
        let isSorted = listing.sort == field.name
        let direction = isSorted ? (listing.descending ? "descending" : "ascending") : "none"
        let sense = isSorted && !listing.descending ? "desc" : ""
        let address = visit.here(["tri": field.name, "sens": sense, "page": ""])
        return """
            <th scope="col" role="columnheader" aria-sort="\(direction)" class="\(isNumeric(field) ? "number" : "")">\
            <a href="\(link: address)#liste" title="\(visit(Words.sortBy(field.title)))">\(field.title)</a></th>
            """
    }

    private func row(_ row: Int, _ columns: Columns) -> HTML {
        let table = listing.rows.table
        let cells = columns.fields.map { field -> HTML in
            let value = table.value(field.name, row: row) ?? ""
            let words = FieldWords(field: field, visit: visit)
            if field.name == columns.name?.name {
                let uid = listing.rows.uids[row]
                let title = value.isEmpty ? (uid.isEmpty ? "—" : uid) : words.plain(value)
                let content: HTML =
                    uid.isEmpty ? "\(title)" : "<a href=\"\(link: visit.link(.object(uid)))\">\(title)</a>"
                return "<th scope=\"row\" role=\"rowheader\">\(content)</th>"
            }
            let isEmpty = value.isEmpty
            let content: HTML =
                isEmpty
                ? "<span class=\"unknown\" aria-hidden=\"true\">—</span><span class=\"unseen\">\(visit(Words.unknown))</span>"
                : "\(words.plain(value))"
            return """
                <td role="cell" class="\(isNumeric(field) ? "number" : "")" data-label="\(field.title)">\(content)</td>
                """
        }
        return "<tr role=\"row\">\(cells)</tr>"
    }

    private func isNumeric(_ field: Field) -> Bool { field.type == .number || field.type == .integer }
}
