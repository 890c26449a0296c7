/// A table in the canonical form of its schema: one column for each field, in the order of the schema, every value
/// written as `data.csv` writes it. This is what a release holds.
public struct CleanTable: Sendable {
    /// The names of the fields.
    public var fields: [String]
    /// For each field, its values. Unknown is the empty value.
    public var columns: [Cells]
    /// For each row, its number in the file that was sent.
    public var rowNumbers: [Int]
    /// For each row, its shape in WGS 84, if it is known.
    public var geometries: [Geometry?]

    /// A clean table. Every column must have as many cells as there are rows.
    public init(fields: [String], columns: [Cells], rowNumbers: [Int], geometries: [Geometry?]? = nil) {
        precondition(fields.count == columns.count, "a field misses its column")
        precondition(columns.allSatisfy { $0.count == rowNumbers.count }, "a column misses rows")
        self.fields = fields
        self.columns = columns
        self.rowNumbers = rowNumbers
        self.geometries = geometries ?? Array(repeating: nil, count: rowNumbers.count)
    }

    /// How many rows there are.
    public var rowCount: Int { rowNumbers.count }

    /// The table with only some of its rows, in the given order.
    public func keeping(rows: [Int]) -> CleanTable {
        CleanTable(
            fields: fields, columns: columns.map { $0.keeping(rows: rows) }, rowNumbers: rows.map { rowNumbers[$0] },
            geometries: rows.map { geometries[$0] })
    }

    /// The values of one row, in the order of the fields.
    public func row(_ row: Int) -> [String] { columns.map { $0[row].text } }

    /// The value of one field in one row; nil if the schema has no such field.
    public func value(_ field: String, row: Int) -> String? {
        fields.firstIndex(of: field).map { columns[$0][row].text }
    }
}
