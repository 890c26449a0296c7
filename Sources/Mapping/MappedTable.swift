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
    /// What was remarked: columns that no field wants, fields that no column answers.
    public let findings: [Finding]

    /// How many rows there are.
    public var rowCount: Int { table.rowCount }

    /// The column that a field is read from, whole or in part.
    public func column(of field: Int) -> Column? { sources[field].column.map { table.columns[$0] } }

    /// What the sender wrote in the cell that a field of a row is read from.
    public func sent(field: Int, row: Int) -> Value {
        sources[field].column.map { table.columns[$0].cells[row] } ?? .blank
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

    /// The place of the column among the columns of the table.
    public var column: Int? {
        switch self {
        case .missing: nil
        case .column(let index), .part(of: let index, _): index
        }
    }
}
