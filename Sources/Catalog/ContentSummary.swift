public import Schemas
public import Tables

/// What the rows of a dataset say about the dataset: worked out once for each edition, per distinct value.
public struct ContentSummary: Sendable, Hashable {
    /// The days that the rows are about; nil where no field says.
    public var period: Period?
    /// The names of the fields that are filled in at least once, in the order of the schema.
    public var fields: [String]

    /// What some rows say. Only public fields are looked at.
    public init(of table: CleanTable, schema: Schema) {
        let columns = schema.fields.filter { $0.visibility == .public }.compactMap { field in
            table.fields.firstIndex(of: field.name).map { (field: field, cells: table.columns[$0]) }
        }
        fields = columns.filter { Self.isFilled($0.cells) }.map(\.field.name)
        period = columns.first { Self.dates($0.field, in: schema) }.flatMap { Self.period(of: $0.cells) }
    }

    private static func isFilled(_ cells: Cells) -> Bool {
        (0..<cells.distinctCount).contains { !cells.withBytes(of: $0) { $0.isEmpty } }
    }

    /// Whether a field says when the thing of its row was: a date that every row must have. Other dates, such as the
    /// year in which a park was opened or the day of the last maintenance, tell of the thing and not of the data.
    private static func dates(_ field: Field, in schema: Schema) -> Bool {
        guard [.date, .datetime, .year, .yearmonth].contains(field.type), field.meaning != .pastYear else {
            return false
        }
        return field.isRequired || schema.primaryKey.contains(field.name)
    }

    /// From the first to the last day. Values are canonical, so that their order is that of their bytes.
    private static func period(of cells: Cells) -> Period? {
        let days = (0..<cells.distinctCount).compactMap { day(cells.distinct($0).text) }
        guard let first = days.map(\.first).min(), let last = days.map(\.last).max() else { return nil }
        return Period(start: first, end: last)
    }

    /// The first and the last day of a date, a month or a year between 1500 and 2199; nil for anything else.
    private static func day(_ text: String) -> (first: String, last: String)? {
        let parts = text.prefix { $0 != "T" && $0 != " " }.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in part.utf8.allSatisfy { 48...57 ~= $0 } ? Int(part) : nil }
        guard numbers.count == parts.count, let year = numbers.first, parts[0].count == 4, 1500...2199 ~= year else {
            return nil
        }
        guard parts.count > 1 else { return ("\(year)-01-01", "\(year)-12-31") }
        guard parts[1].count == 2, 1...12 ~= numbers[1] else { return nil }
        let month = "\(parts[0])-\(parts[1])"
        guard parts.count > 2 else { return ("\(month)-01", "\(month)-\(length(of: numbers[1], year))") }
        guard parts.count == 3, parts[2].count == 2, 1...length(of: numbers[1], year) ~= numbers[2] else { return nil }
        let day = "\(month)-\(parts[2])"
        return (day, day)
    }

    private static func length(of month: Int, _ year: Int) -> Int {
        guard month == 2 else { return [4, 6, 9, 11].contains(month) ? 30 : 31 }
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    }
}
