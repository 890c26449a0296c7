import Catalog
import Editions
import Foundation
import Queries
import Schemas
import Tables

/// One table: its columns, its rows, the values of one column.
struct RDataTable: Sendable {
    private let edition: Edition
    private let request: APIRequest
    private let base: String

    /// How many rows are given where nobody says.
    private static let usual = 1000

    init(_ edition: Edition, request: APIRequest, base: String) {
        self.edition = edition
        self.request = request
        self.base = base
    }

    private var name: String { "\(RDataTables.schema).\(RDataTables.table(edition.name))" }
    private var address: String { "\(base)/\(WebText.encoded(name))" }

    // MARK: Columns

    /// `{"requested_table","nb_records","database_href","nb_results","results":[{"column_name",…}]}`
    func description() -> APIResponse {
        let columns = edition.table.fields.map { name -> JSON in
            let field = edition.schema.field(name)
            let (type, precision) = Self.type(field)
            return [
                "is_pk": .boolean(field?.meaning == .uid), "column_type": .text(type), "precision": precision,
                "is_nullable": .text(field?.isRequired == true ? "NO" : "YES"),
                "href": .text("\(address)/\(WebText.encoded(name)).json"), "column_name": .text(name),
            ]
        }
        let document: JSON = [
            "requested_table": .text(name), "nb_records": .integer(edition.rowCount),
            "database_href": .text("\(base)/all.json"), "nb_results": .integer(columns.count),
            "results": .array(columns),
        ]
        return .bytes(document.bytes, RDataAPI.json)
    }

    /// The type of PostgreSQL, and its precision.
    private static func type(_ field: Field?) -> (String, JSON) {
        guard let field, !field.isList else { return ("varchar", nil) }
        switch field.type {
        case .integer, .year: return ("int4", 32)
        case .number: return ("float8", 53)
        case .boolean: return ("bool", nil)
        case .date: return ("date", nil)
        case .datetime: return ("timestamp", nil)
        default: return ("varchar", field.constraints.maxLength.map(JSON.integer) ?? nil)
        }
    }

    // MARK: Rows

    /// `all.json`, `all.csv`, `{field}.json`
    func answer(_ file: String) throws -> APIResponse {
        let page = try RDataPage(request, usual: Self.usual)
        if file == "all.json" { return try rows(page) }
        if file == "all.csv" { return try csv(page) }
        guard let field = RDataTables.without(".json", file), let column = edition.column(of: field) else {
            throw Problem.notFound("There is no such column; those of the table are in \(address).json.")
        }
        return try values(column, page)
    }

    private func rows(_ page: RDataPage) throws(Problem) -> APIResponse {
        let selection = try selection(page)
        let head: JSON = [
            "fields": .array(edition.table.fields.map(JSON.text)), "layer_name": .text(name),
            "nb_results": .integer(selection.rows.count), "table_alias": .text(edition.schema.title),
            "table_href": .text("\(address).json"),
        ]
        var bytes = head.with("previous", previous(page)).with("next", next(page, selection)).bytes
        bytes.removeLast()
        bytes += ",\"values\":[".utf8
        let (start, json, rows) = (bytes, edition.json, selection.rows)
        return APIResponse(
            mediaType: RDataAPI.json, headers: headers(page, "json"),
            body: .stream { write in
                var bytes = start
                for (place, row) in rows.enumerated() {
                    if place > 0 { bytes.append(0x2C) }
                    json.write(row, to: &bytes)
                    if bytes.count > 64 << 10 {
                        try bytes.withUnsafeBytes(write)
                        bytes.removeAll(keepingCapacity: true)
                    }
                }
                bytes += "]}".utf8
                try bytes.withUnsafeBytes(write)
            })
    }

    private func csv(_ page: RDataPage) throws(Problem) -> APIResponse {
        let (rows, table, places) = (try selection(page).rows, edition.table, edition.positions)
        let decimals = table.fields.map { name in
            page.decimalSign != UInt8(ascii: ".") && edition.schema.field(name)?.type == .number
        }
        let head = table.fields + (page.hasShapes ? ["WKT"] : [])
        return APIResponse(
            mediaType: "text/csv; charset=utf-8", headers: headers(page, "csv"),
            body: .stream { write in
                var bytes = Self.line(head, page.separator)
                for row in rows {
                    var cells = table.row(row)
                    for place in cells.indices where decimals[place] {
                        cells[place] = cells[place].replacing(".", with: String(UnicodeScalar(page.decimalSign)))
                    }
                    if page.hasShapes { cells.append(places[row]?.wellKnownText ?? "") }
                    bytes += Self.line(cells, page.separator)
                    if bytes.count > 64 << 10 {
                        try bytes.withUnsafeBytes(write)
                        bytes.removeAll(keepingCapacity: true)
                    }
                }
                try bytes.withUnsafeBytes(write)
            })
    }

    private static func line(_ cells: [String], _ separator: UInt8) -> [UInt8] {
        var bytes: [UInt8] = []
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(separator) }
            guard cell.utf8.contains(where: { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
                bytes += cell.utf8
                continue
            }
            bytes.append(0x22)
            for byte in cell.utf8 { bytes += byte == 0x22 ? [0x22, 0x22] : [byte] }
            bytes.append(0x22)
        }
        return bytes + [0x0A]
    }

    /// The different values of a column; those of every row where `compact` is false.
    private func values(_ column: Int, _ page: RDataPage) throws(Problem) -> APIResponse {
        let cells = edition.table.columns[column]
        let field = edition.schema.field(edition.table.fields[column])
        var codes: [Int]
        if page.isCompact {
            var seen = [Bool](repeating: false, count: cells.distinctCount)
            for row in try matching(page) ?? Array(0..<edition.rowCount) { seen[Int(cells.codes[row])] = true }
            codes = seen.indices.filter { seen[$0] }
        } else {
            codes = (try matching(page) ?? Array(0..<edition.rowCount)).map { Int(cells.codes[$0]) }
        }
        let all = codes.count
        codes = Array(codes.dropFirst(page.offset).prefix(page.limit ?? all))
        let values = codes.map { code in
            JSON.written(cells.withBytes(of: code) { JSONText.value($0, of: field) })
        }
        let document: JSON = [
            "fields": [.text(edition.table.fields[column])], "nb_results": .integer(codes.count),
            "values": .array(values),
        ]
        return .bytes(document.bytes, RDataAPI.json, headers: headers(page, "json"))
    }

    // MARK: Which rows

    /// The rows that are as the conditions want them; nil where all are wanted.
    private func matching(_ page: RDataPage) throws(Problem) -> [Int]? {
        guard !page.conditions.isEmpty else { return nil }
        var parts: [FilterExpression] = []
        for condition in page.conditions {
            guard edition.column(of: condition.field) != nil else {
                throw .badRequest("The table has no column “\(condition.field.prefix(100))”.")
            }
            let texts = condition.values.map(FilterExpression.text)
            let operand = condition.sign == "in" ? .array(texts) : texts.first ?? .null
            parts.append(.call(condition.sign, [.property(condition.field), operand]))
        }
        let whole = parts.count == 1 ? parts[0] : FilterExpression.call("and", parts)
        do {
            return try edition.select(
                Query(filter: whole.fitted(to: edition, in: ODSQL.Context(now: .distantPast)))
            ).rows
        } catch {
            // A text that is no number is equal to none.
            return []
        }
    }

    private func selection(_ page: RDataPage) throws(Problem) -> Selection {
        let limit = page.limit ?? edition.rowCount
        guard let found = try matching(page) else {
            let first = min(page.offset, edition.rowCount)
            return Selection(
                rows: Array(first..<min(edition.rowCount, first + min(limit, edition.rowCount))),
                matched: edition.rowCount)
        }
        return Selection(rows: Array(found.dropFirst(page.offset).prefix(limit)), matched: found.count)
    }

    // MARK: Links

    private func next(_ page: RDataPage, _ selection: Selection) -> JSON? {
        guard let limit = page.limit, limit > 0, page.offset + selection.rows.count < selection.matched else {
            return nil
        }
        return .text(link(page.offset + limit, limit))
    }

    private func previous(_ page: RDataPage) -> JSON? {
        guard let limit = page.limit, limit > 0, page.offset > 0, page.offset <= edition.rowCount else { return nil }
        return .text(link(max(0, page.offset - limit), limit))
    }

    private func link(_ offset: Int, _ limit: Int) -> String {
        let rest = request.parameters.filter { !["maxfeatures", "start"].contains($0.name.lowercased()) }
        return "\(address)/all.json"
            + WebText.query(rest + [("maxfeatures", String(limit)), ("start", String(offset + 1))])
    }

    private func headers(_ page: RDataPage, _ ending: String) -> [(name: String, value: String)] {
        guard let file = page.fileName else { return [] }
        return [(name: "Content-Disposition", value: "attachment; filename=\"\(file).\(ending)\"")]
    }
}
