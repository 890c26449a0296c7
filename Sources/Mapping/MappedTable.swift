public import Schemas
public import Tables

/// A table read through a schema: for each field, where its values come from and what was sent.
public struct MappedTable: Sendable {
    /// The table as it was received.
    public let table: Table
    /// The schema it answers.
    public let schema: Schema
    /// For each column of the table, the field it was taken for.
    public let columns: [ColumnMapping]
    /// For each field of the schema, where its values come from.
    public let sources: [FieldSource]
    /// For each field of the schema, the values as they were sent; empty cells where nothing was sent.
    public let cells: [Cells]
    /// Where the coordinates stand, where the schema has no field for them.
    public let place: PlaceSource?
    /// What columns that no field reads seem to hold: a town or its code, under a header that may be anybody's.
    public let unread: Set<Field.Meaning>
    /// What was remarked: columns that no field wants, fields that no column answers.
    public let findings: [Finding]

    /// How many rows there are.
    public var rowCount: Int { table.rowCount }

    /// The fields that are read from a column: several where its cells are split.
    public func fields(of column: Int) -> [Field] {
        schema.fields.indices.filter { sources[$0].reads(column) }.map { schema.fields[$0] }
    }

    /// The column that a field is read from, whole or in part.
    public func column(of field: Int) -> Column? { sources[field].column.map { table.columns[$0] } }

    /// What the sender wrote in the cell that a field of a row is read from.
    public func sent(field: Int, row: Int) -> Value {
        if case .joined(let columns) = sources[field] { return joined(columns, row: row) }
        return sources[field].column.map { table.columns[$0].cells[row] } ?? .blank
    }

    /// The cells of several columns in one text.
    private func joined(_ columns: [Int], row: Int) -> Value {
        Value(columns.map { table.columns[$0].cells[row].text }.filter { !$0.isEmpty }.joined(separator: " "))
    }
}

/// What one column was taken for, and how we know.
public struct ColumnMapping: Sendable, Hashable {
    /// The place of the column among the columns of the table.
    public let column: Int
    /// The name of the field, or nil when no field wants it.
    public let field: String?
    /// How we know.
    public let evidence: Evidence
    /// How sure we are, from 0 to 1.
    public let confidence: Double

    /// How a column came to its field.
    public enum Evidence: String, Sendable {
        /// The header is the name or the title of the field.
        case name
        /// The header is another word for the field.
        case alias
        /// The values can only be this field.
        case content
        /// Somebody decided so before.
        case remembered
        /// No field wants it.
        case none
    }
}

/// Where the values of a field come from.
public enum FieldSource: Sendable, Hashable {
    /// No column answers it.
    case missing
    /// A whole column.
    case column(Int)
    /// A part of each cell of a column (`adresse` that holds number, street, postcode and town).
    case part(of: Int, part: Part)
    /// Several columns one after the other (`numvoie` and `voie` for an address).
    case joined([Int])

    /// The place of the column, or of the first one, among the columns of the table.
    public var column: Int? {
        switch self {
        case .missing: nil
        case .column(let index), .part(of: let index, _): index
        case .joined(let columns): columns.first
        }
    }
}

extension FieldSource {
    /// Whether the field is read from a column, whole or in part.
    public func reads(_ column: Int) -> Bool {
        if case .joined(let columns) = self { return columns.contains(column) }
        return self.column == column
    }
}

/// Where coordinates stand that no field of the schema asks for.
public enum PlaceSource: Sendable, Hashable {
    /// In two columns.
    case columns(longitude: Int, latitude: Int)
    /// In one column, latitude first.
    case pair(Int)

    /// The columns, by their place in the table.
    var columns: [Int] {
        switch self {
        case .columns(let longitude, let latitude): [longitude, latitude]
        case .pair(let column): [column]
        }
    }
}

extension MappedTable {
    /// The coordinates of a row in ``place``, as they are written; nil where there are none.
    public func coordinates(row: Int) -> Coordinate? {
        guard let place else { return nil }
        let texts: (longitude: String, latitude: String)?
        switch place {
        case .columns(let longitude, let latitude):
            texts = (table.columns[longitude].cells[row].text, table.columns[latitude].cells[row].text)
        case .pair(let column):
            texts = CoordinatePair(table.columns[column].cells[row].text).map { ($0.longitude, $0.latitude) }
        }
        guard let texts, let longitude = Self.degrees(texts.longitude), let latitude = Self.degrees(texts.latitude),
            longitude != 0 || latitude != 0
        else { return nil }
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    private static func degrees(_ text: String) -> Double? {
        Double(text.filter { !$0.isWhitespace }.replacing(",", with: "."))
    }
}
