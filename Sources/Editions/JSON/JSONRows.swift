public import Schemas
public import Tables

/// The rows of a table as JSON objects, in the order of the fields.
///
/// Each distinct value is encoded once; a row is a copy of bytes.
public struct JSONRows: Sendable {
    /// For each column and distinct value, `"name":value`.
    private let members: [[[UInt8]]]
    private let codes: [[UInt32]]

    /// Encodes the distinct values of a table that respects a schema.
    public init(_ table: CleanTable, schema: Schema) {
        members = table.fields.indices.map { column in
            let field = schema.field(table.fields[column])
            let name = JSONText.string(table.fields[column]) + [0x3A]
            let cells = table.columns[column]
            return (0..<cells.distinctCount).map { code in
                name + cells.withBytes(of: code) { JSONText.value($0, of: field) }
            }
        }
        codes = table.columns.map(\.codes)
    }

    /// Writes one row as an object; `columns` are the places of the fields that it has, all of them where it is nil.
    public func write(_ row: Int, columns: [Int]? = nil, to bytes: inout [UInt8]) {
        bytes.append(0x7B)
        var isFirst = true
        func write(_ column: Int) {
            if !isFirst { bytes.append(0x2C) }
            isFirst = false
            bytes.append(contentsOf: members[column][Int(codes[column][row])])
        }
        if let columns {
            for column in columns { write(column) }
        } else {
            for column in members.indices { write(column) }
        }
        bytes.append(0x7D)
    }
}
