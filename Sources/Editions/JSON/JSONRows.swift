public import Schemas
public import Tables

/// The rows of a table as JSON objects, in the order of the fields.
///
/// Each distinct value is encoded once; a row is a copy of bytes.
public struct JSONRows: Sendable {
    /// For each column, `,"name":value`.
    private let members: [WrittenCells]

    /// Encodes the distinct values of a table that respects a schema.
    public init(_ table: CleanTable, schema: Schema) {
        members = table.fields.indices.map { column in
            let field = schema.field(table.fields[column])
            let name = [0x2C] + JSONText.string(table.fields[column]) + [0x3A]
            return WrittenCells(table.columns[column]) { value, bytes in
                bytes.append(contentsOf: name)
                JSONText.write(value, of: field, to: &bytes)
            }
        }
    }

    /// Writes one row as an object; `columns` are the places of the fields that it has, all of them where it is nil.
    public func write(_ row: Int, columns: [Int]? = nil, to bytes: inout [UInt8]) {
        let start = bytes.count
        if let columns {
            for column in columns { members[column].write(row, to: &bytes) }
        } else {
            for column in members { column.write(row, to: &bytes) }
        }
        // The first comma makes room for the brace.
        if bytes.count == start { bytes.append(0x7B) } else { bytes[start] = 0x7B }
        bytes.append(0x7D)
    }
}
