import Editions
import Foundation
import Queries
import Schemas
import Tables

/// `datastore_search`: the rows of a dataset.
struct CKANDatastore {
    private let edition: Edition
    private let arguments: CKANArguments
    private let resource: String
    /// The most rows that one answer holds.
    static let most = 32_000

    init(_ edition: Edition, _ arguments: CKANArguments, resource: String) {
        self.edition = edition
        self.arguments = arguments
        self.resource = resource
    }

    // MARK: Answers

    /// The result of `datastore_search`.
    func search() throws(CKANError) -> JSON {
        let limit = try arguments.count("limit", usual: 100, greatest: Self.most)
        let offset = try arguments.count("offset", usual: 0)
        let includesTotal = try arguments.truth("include_total", usual: true)
        let format = try arguments.text("records_format") ?? "objects"
        guard ["objects", "lists", "csv", "tsv"].contains(format) else {
            throw .validation([("records_format", "Value must be one of objects, lists, csv, tsv")])
        }
        let columns = try columns()
        let isDistinct = try arguments.truth("distinct")
        let found = try rows(columns, isDistinct: isDistinct, offset: offset, limit: limit)
        var members = echoed()
        members += [
            .init(name: "include_total", value: .boolean(includesTotal)), .init(name: "limit", value: .integer(limit)),
        ]
        if offset > 0 { members.append(.init(name: "offset", value: .integer(offset))) }
        members += [
            .init(name: "records_format", value: .text(format)), .init(name: "resource_id", value: .text(resource)),
            .init(name: "total_estimation_threshold", value: nil),
            .init(name: "records", value: .written(written(found.rows, columns, format))),
            .init(name: "fields", value: .array(columns.map(fieldJSON))),
            .init(name: "_links", value: links(offset: offset, limit: limit)),
        ]
        if includesTotal {
            members += [
                .init(name: "total", value: .integer(found.matched)),
                .init(name: "total_was_estimated", value: false),
            ]
        }
        return .object(members)
    }

    /// The result of `datastore_info`.
    static func info(_ edition: Edition, resource: String) -> JSON {
        let store = CKANDatastore(edition, .none, resource: resource)
        let fields = edition.table.fields.indices.map { column -> JSON in
            let field = edition.schema.field(edition.table.fields[column])
            return [
                "id": .text(edition.table.fields[column]), "type": .text(store.type(of: column)),
                "info": ["label": .optional(field?.title), "notes": .optional(field?.description)],
            ]
        }
        return [
            "meta": [
                "id": .text(resource), "count": .integer(edition.rowCount), "table_type": "BASE TABLE",
                "aliases": [.text(edition.name)],
            ],
            "fields": .array(fields),
        ]
    }

    // MARK: Fields

    /// A column that is given: nil is `_id`, the number of the row.
    private typealias Column = Int?

    private func columns() throws(CKANError) -> [Column] {
        guard let names = try arguments.words("fields"), !names.isEmpty else {
            return [nil] + edition.table.fields.indices.map { $0 }
        }
        var columns: [Column] = []
        for name in names { columns.append(try column(name, "fields")) }
        return columns
    }

    private func column(_ name: String, _ argument: String) throws(CKANError) -> Column {
        if name == "_id" { return nil }
        guard let column = edition.column(named: name) else {
            throw .validation([(argument, "field \"\(name.prefix(100))\" not in table")])
        }
        return column
    }

    private func fieldJSON(_ column: Column) -> JSON {
        guard let column else { return ["id": "_id", "type": "int"] }
        return ["id": .text(edition.table.fields[column]), "type": .text(type(of: column))]
    }

    /// The type of PostgreSQL, as CKAN gives it.
    private func type(of column: Int) -> String {
        guard let field = edition.schema.field(edition.table.fields[column]) else { return "text" }
        if field.isList { return "_text" }
        switch field.type {
        case .integer, .year: return "int"
        case .number: return "numeric"
        case .boolean: return "bool"
        case .date: return "date"
        case .datetime: return "timestamp"
        case .object, .array, .geojson: return "json"
        default: return "text"
        }
    }

    // MARK: Rows

    private func rows(
        _ columns: [Column], isDistinct: Bool, offset: Int, limit: Int
    ) throws(CKANError) -> Selection {
        let filter = try filter()
        let (sort, isReversed) = try sort()
        let offset = min(offset, edition.rowCount)
        do throws(QueryError) {
            guard isDistinct || isReversed else {
                guard filter != nil || !sort.isEmpty else {
                    return Selection(
                        rows: Array(offset..<min(edition.rowCount, offset + limit)), matched: edition.rowCount)
                }
                return try edition.select(Query(filter: filter, sort: sort, offset: offset, limit: limit))
            }
            var all = try edition.select(Query(filter: filter, sort: sort)).rows
            if isReversed { all.reverse() }
            if isDistinct { all = distinct(all, columns) }
            return Selection(rows: Array(all.dropFirst(offset).prefix(limit)), matched: all.count)
        } catch {
            throw .validation([("query", error.message)])
        }
    }

    /// The first of the rows that have the same values.
    private func distinct(_ rows: [Int], _ columns: [Column]) -> [Int] {
        var seen: Set<[UInt32]> = []
        return rows.filter { row in
            seen.insert(
                columns.map { column in
                    column.map { edition.table.columns[$0].codes[row] } ?? UInt32(truncatingIfNeeded: row)
                }
            ).inserted
        }
    }

    private func filter() throws(CKANError) -> FilterExpression? {
        var parts: [FilterExpression] = []
        for member in try arguments.object("filters") ?? [] {
            guard let column = try column(member.name, "filters") else {
                parts.append(numbered(member.value))
                continue
            }
            parts.append(try equal(edition.table.fields[column], member.value))
        }
        parts += try words()
        if parts.count > 200 { throw .validation([("filters", "Too many filters")]) }
        return parts.isEmpty ? nil : parts.count == 1 ? parts[0] : .call("and", parts)
    }

    private func equal(_ name: String, _ value: JSON) throws(CKANError) -> FilterExpression {
        let property = FilterExpression.property(name)
        let expression: FilterExpression
        switch value {
        case .null: return .call("isNull", [property])
        case .array(let items):
            guard !items.isEmpty, items.count <= 1000 else { return .boolean(false) }
            expression = .call("in", [property, .array(items.map(Self.literal))])
        default: expression = .call("=", [property, Self.literal(value)])
        }
        do { return try expression.fitted(to: edition, in: ODSQL.Context(now: .distantPast)) } catch {
            throw .validation([("filters", error.message)])
        }
    }

    private static func literal(_ value: JSON) -> FilterExpression {
        switch value {
        case .text(let text): .text(text)
        case .integer(let number): .number(Double(number))
        case .number(let number): .number(number)
        case .boolean(let truth): .boolean(truth)
        default: .text(String(decoding: value.bytes, as: UTF8.self))
        }
    }

    /// Rows by their numbers, which no field bears: their identifiers are asked for instead.
    private func numbered(_ value: JSON) -> FilterExpression {
        let items = if case .array(let items) = value { items } else { [value] }
        let uids = items.prefix(1000).compactMap { item -> FilterExpression? in
            let number: Int? =
                switch item {
                case .integer(let number): number
                case .text(let text): Int(text)
                default: nil
                }
            guard let number, number >= 1, number <= edition.rowCount else { return nil }
            return .text(edition.uids[number - 1])
        }
        let property = edition.schema.field(meaning: .uid).map { FilterExpression.property($0.name) }
        return uids.isEmpty ? .boolean(false) : .call("in", [property ?? .property("uid"), .array(uids)])
    }

    /// The words of `q`: of all fields, or by field.
    private func words() throws(CKANError) -> [FilterExpression] {
        let isPlain = try arguments.truth("plain", usual: true)
        func search(_ text: String, _ field: FilterExpression?) -> FilterExpression? {
            // Without `plain`, words are those of PostgreSQL: `parc:* & fort`.
            let words =
                isPlain
                ? text
                : text.replacingOccurrences(of: ":*", with: "*")
                    .replacingOccurrences(of: "&", with: " ")
            guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
            return .call("search", (field.map { [$0] } ?? []) + [.text(words)])
        }
        // A text that is no JSON object is words, whatever it begins with.
        if let text = try? arguments.text("q"), (try? arguments.object("q")) == nil {
            return search(text, nil).map { [$0] } ?? []
        }
        var parts: [FilterExpression] = []
        for member in try arguments.object("q") ?? [] {
            guard let column = try column(member.name, "q"), case .text(let text) = member.value else { continue }
            if let part = search(text, .property(edition.table.fields[column])) { parts.append(part) }
        }
        return parts
    }

    /// `field desc, other`. What follows the number of the row decides nothing. Rows stand in the order of their
    /// numbers: where the highest comes first, they are sorted the other way round and reversed.
    private func sort() throws(CKANError) -> (keys: [SortKey], isReversed: Bool) {
        var keys: [SortKey] = []
        let texts = try arguments.words("sort") ?? []
        guard texts.count <= 20 else { throw .validation([("sort", "Too many fields")]) }
        for text in texts {
            var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
            let tail = words.suffix(2).map { $0.lowercased() }
            if tail == ["nulls", "last"] || tail == ["nulls", "first"] { words.removeLast(2) }
            var descending = false
            if let last = words.last?.lowercased(), last == "desc" || last == "asc", words.count > 1 {
                descending = last == "desc"
                words.removeLast()
            }
            let name = words.joined(separator: " ").filter { $0 != "\"" }
            guard let column = try column(name, "sort") else {
                guard descending else { break }
                for place in keys.indices { keys[place].descending.toggle() }
                return (keys, true)
            }
            keys.append(SortKey(property: edition.table.fields[column], descending: descending))
        }
        return (keys, false)
    }

    // MARK: Writing

    private func written(_ rows: [Int], _ columns: [Column], _ format: String) -> [UInt8] {
        if format == "csv" || format == "tsv" { return JSONText.string(delimited(rows, columns, format)) }
        let json = edition.json
        let whole = columns.first == .some(nil) && columns.count == edition.table.fields.count + 1
        let isPlain = whole && zip(columns.dropFirst(), edition.table.fields.indices).allSatisfy { $0 == $1 }
        var bytes: [UInt8] = [0x5B]
        bytes.reserveCapacity(rows.count * 400 + 2)
        for (place, row) in rows.enumerated() {
            if place > 0 { bytes.append(0x2C) }
            if format == "objects", isPlain {
                bytes += "{\"_id\":".utf8
                bytes += String(row + 1).utf8
                let start = bytes.count
                json.write(row, to: &bytes)
                // The brace that opened the copy becomes the comma behind the number.
                if bytes.count > start + 2 { bytes[start] = 0x2C } else { bytes.remove(at: start) }
            } else {
                write(row, columns, format, to: &bytes)
            }
        }
        bytes.append(0x5D)
        return bytes
    }

    private func write(_ row: Int, _ columns: [Column], _ format: String, to bytes: inout [UInt8]) {
        let isList = format == "lists"
        bytes.append(isList ? 0x5B : 0x7B)
        for (place, column) in columns.enumerated() {
            if place > 0 { bytes.append(0x2C) }
            if !isList { bytes += JSONText.string(column.map { edition.table.fields[$0] } ?? "_id") + [0x3A] }
            guard let column else {
                bytes += String(row + 1).utf8
                continue
            }
            let cells = edition.table.columns[column]
            let field = edition.schema.field(edition.table.fields[column])
            bytes += cells.withBytes(of: Int(cells.codes[row])) { JSONText.value($0, of: field) }
        }
        bytes.append(isList ? 0x5D : 0x7D)
    }

    private func delimited(_ rows: [Int], _ columns: [Column], _ format: String) -> [UInt8] {
        let delimiter: UInt8 = format == "csv" ? 0x2C : 0x09
        var bytes: [UInt8] = []
        for row in rows {
            for (place, column) in columns.enumerated() {
                if place > 0 { bytes.append(delimiter) }
                let text = column.map { edition.table.columns[$0][row].text } ?? String(row + 1)
                let needsQuotes = text.utf8.contains {
                    $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
                }
                bytes +=
                    needsQuotes
                    ? Array("\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\"".utf8) : Array(text.utf8)
            }
            bytes.append(0x0A)
        }
        return bytes
    }

    /// The arguments that CKAN repeats.
    private func echoed() -> [JSON.Member] {
        ["filters", "q", "sort", "distinct", "plain", "fields"].compactMap { name in
            arguments[name].map { JSON.Member(name: name, value: $0) }
        }
    }

    private func links(offset: Int, limit: Int) -> JSON {
        let path = "/api/3/action/datastore_search"
        var parameters: [(name: String, value: String)] = [("resource_id", resource)]
        for name in ["filters", "q", "sort", "distinct", "plain", "fields", "include_total", "records_format"] {
            switch arguments[name] {
            case nil: continue
            case .text(let text)?: parameters.append((name, text))
            case let value?: parameters.append((name, String(decoding: value.bytes, as: UTF8.self)))
            }
        }
        if arguments["limit"] != nil { parameters.append(("limit", String(limit))) }
        let start = path + WebText.query(parameters)
        let (next, isTooFar) = offset.addingReportingOverflow(limit)
        return ["start": .text(start), "next": .text("\(start)&offset=\(isTooFar ? offset : next)")]
    }
}
