import Catalog
import Editions
import Foundation
import Queries
import Schemas
import Tables

/// What is told of each row: the members of its object, in their order.
struct ExploreColumns: Sendable {
    /// One member.
    enum Source: Sendable, Hashable {
        /// The value of a column.
        case column(Int)
        case point
        case shape
        /// Something worked out of the row.
        case value(FilterExpression)
    }

    var members: [(name: String, source: Source)]
    /// Whether these are all fields under their own names, so that rows are copied.
    var isEverything: Bool

    /// The members that a `select` clause names; without one, all fields and the place.
    init(_ question: ExploreQuestion, of edition: Edition) throws(ExploreError) {
        let all = Self.all(of: edition)
        members = []
        isEverything = question.selection.isEmpty || question.selection == [.all]
        guard !isEverything else {
            members = all
            return
        }
        var excluded: [String] = []
        for selected in question.selection {
            switch selected {
            case .all: add(all)
            case .include(let pattern): add(all.filter { ODSQL.matches($0.name, pattern) })
            case .exclude(let pattern): excluded.append(pattern)
            case .value(let value, let name):
                do { add([(name, try Self.source(value, edition, question.context))]) } catch {
                    throw .clause("select", error)
                }
            }
        }
        if members.isEmpty { members = all }
        members.removeAll { member in excluded.contains { ODSQL.matches(member.name, $0) } }
    }

    private mutating func add(_ more: [(name: String, source: Source)]) {
        for member in more {
            members.removeAll { $0.name == member.name }
            members.append(member)
        }
    }

    private static func all(of edition: Edition) -> [(name: String, source: Source)] {
        let places = ExplorePlaces.of(edition)
        return edition.table.fields.enumerated().map { ($0.element, .column($0.offset)) }
            + (places.hasPoints ? [("geo_point_2d", .point)] : [])
            + (places.hasShapes ? [("geo_shape", .shape)] : [])
    }

    private static func source(
        _ value: FilterExpression, _ edition: Edition, _ context: ODSQL.Context
    ) throws(QueryError) -> Source {
        if case .property(let name) = value {
            if let column = edition.column(named: name) { return .column(column) }
            if name == "geo_shape", ExplorePlaces.of(edition).hasShapes { return .shape }
            if ODSQL.isPosition(name), ExplorePlaces.of(edition).hasPoints { return .point }
            if ODSQL.isPosition(name) { throw QueryError("Unknown field: \(name)") }
        }
        return .value(try value.fitted(to: edition, in: context))
    }
}

/// Writes rows as JSON objects. Where nothing is asked of them, they are copied.
struct ExploreRows: Sendable {
    let edition: Edition
    let columns: ExploreColumns
    let places: ExplorePlaces
    private let names: [[UInt8]]
    /// For each member that is worked out, the values of the rows that are written.
    private var values: [Int: [QueryValue]] = [:]
    private let json: JSONRows
    /// The zone in which times are told; nil leaves them as they were released.
    private let timeZone: TimeZone?
    private let times: Set<Int>
    /// For each column, what stands between the values of a list.
    private let separators: [String?]

    /// What writes some rows of an edition.
    init(_ edition: Edition, _ question: ExploreQuestion, rows: [Int]) throws(ExploreError) {
        self.edition = edition
        columns = try ExploreColumns(question, of: edition)
        places = ExplorePlaces.of(edition)
        json = edition.json
        names = columns.members.map { JSONText.string($0.name) + [0x3A] }
        timeZone = question.tellsTimeZone ? question.context.timeZone : nil
        times =
            timeZone == nil
            ? []
            : Set(
                edition.table.fields.indices.filter {
                    edition.schema.field(edition.table.fields[$0])?.type == .datetime
                })
        separators = edition.table.fields.map { edition.schema.field($0)?.separator }
        for (place, member) in columns.members.enumerated() {
            guard case .value(let value) = member.source else { continue }
            do { values[place] = try edition.values(of: value, in: rows) } catch { throw .clause("select", error) }
        }
    }

    /// Writes the row that stands at a place among the rows.
    func write(_ row: Int, at place: Int, to bytes: inout [UInt8]) {
        guard !columns.isEverything || !times.isEmpty else {
            json.write(row, to: &bytes)
            if places.hasPoints || places.hasShapes { addPlace(row, to: &bytes) }
            return
        }
        writeMembers(row, at: place, withPlace: true, to: &bytes)
    }

    /// Writes the row without its place, which stands elsewhere.
    func writeFields(_ row: Int, at place: Int, to bytes: inout [UInt8]) {
        guard !columns.isEverything || !times.isEmpty else { return json.write(row, to: &bytes) }
        writeMembers(row, at: place, withPlace: false, to: &bytes)
    }

    private func writeMembers(_ row: Int, at place: Int, withPlace: Bool, to bytes: inout [UInt8]) {
        bytes.append(0x7B)
        for (number, member) in columns.members.enumerated() {
            if !withPlace, member.source == .point || member.source == .shape { continue }
            if bytes.last != 0x7B { bytes.append(0x2C) }
            bytes.append(contentsOf: names[number])
            switch member.source {
            case .column(let column): write(column, row, to: &bytes)
            case .point: places.writePoint(row, of: edition, to: &bytes)
            case .shape: places.writeShape(row, of: edition, to: &bytes)
            case .value: value(number, at: place).json.write(to: &bytes)
            }
        }
        bytes.append(0x7D)
    }

    private func addPlace(_ row: Int, to bytes: inout [UInt8]) {
        bytes.removeLast()
        func begin(_ name: StaticString) {
            if bytes.last != 0x7B { bytes.append(0x2C) }
            name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }
        if places.hasPoints {
            begin("\"geo_point_2d\":")
            places.writePoint(row, of: edition, to: &bytes)
        }
        if places.hasShapes {
            begin("\"geo_shape\":")
            places.writeShape(row, of: edition, to: &bytes)
        }
        bytes.append(0x7D)
    }

    private func write(_ column: Int, _ row: Int, to bytes: inout [UInt8]) {
        let cells = edition.table.columns[column]
        let code = Int(cells.codes[row])
        if let time = time(column, code) {
            return bytes.append(contentsOf: JSONText.string(time))
        }
        let field = edition.schema.field(edition.table.fields[column])
        bytes.append(contentsOf: cells.withBytes(of: code) { JSONText.value($0, of: field) })
    }

    /// What was worked out of the row at a place, for a member.
    func value(_ number: Int, at place: Int) -> QueryValue { values[number]?[place] ?? .null }

    /// What stands between the values of a list; nil for a column of single values.
    func separator(of column: Int) -> String? { separators[column] }

    /// Whether the values of a column are told in the zone of the question.
    func tells(_ column: Int) -> Bool { times.contains(column) }

    /// A value of a column in the zone of the question; nil where it is given as it is.
    func time(_ column: Int, _ code: Int) -> String? {
        guard let timeZone, times.contains(column) else { return nil }
        return Self.time(edition.table.columns[column].distinct(code).text, in: timeZone)
    }

    /// A time in another zone: `2023-05-02T10:30:00+02:00`.
    private static func time(_ text: String, in zone: TimeZone) -> String? {
        let style = Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: zone)
        guard let date = try? Date.ISO8601FormatStyle().parse(text) else { return nil }
        return date.formatted(style)
    }
}

extension QueryValue {
    /// The value as JSON; a range as Opendatasoft writes it.
    var json: JSON {
        switch self {
        case .null: .null
        case .boolean(let truth): .boolean(truth)
        case .number(let number): .number(number)
        case .text(let text), .date(let text), .timestamp(let text): .text(text)
        case .list(let items): .array(items.map(\.json))
        case .range(let from, let to):
            .text("[\(from.map(JSON.plain) ?? "*"), \(to.map(JSON.plain) ?? "*")[")
        }
    }
}
