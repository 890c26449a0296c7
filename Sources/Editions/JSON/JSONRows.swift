public import Schemas
public import Tables

/// The rows of a table as JSON objects, in the order of the fields.
///
/// Each distinct value is encoded once; a row is a copy of bytes.
public struct JSONRows: Sendable {
    /// One column: `"name":value` of each distinct value, one behind the other, and where each ends.
    private struct Column {
        var text: [UInt8] = []
        var ends: [Int] = []
        var codes: [UInt32]
    }

    private let columns: [Column]

    /// Encodes the distinct values of a table that respects a schema.
    public init(_ table: CleanTable, schema: Schema) {
        columns = table.fields.indices.map { place in
            let field = schema.field(table.fields[place])
            let name = JSONText.string(table.fields[place]) + [0x3A]
            let cells = table.columns[place]
            var column = Column(codes: cells.codes)
            for code in 0..<cells.distinctCount {
                column.text += name
                column.text += cells.withBytes(of: code) { JSONText.value($0, of: field) }
                column.ends.append(column.text.count)
            }
            return column
        }
    }

    /// Writes one row as an object; `columns` are the places of the fields that it has, all of them where it is nil.
    public func write(_ row: Int, columns chosen: [Int]? = nil, to bytes: inout [UInt8]) {
        bytes.append(0x7B)
        let start = bytes.count
        if let chosen {
            for place in chosen { write(row, columns[place], after: start, to: &bytes) }
        } else {
            for column in columns { write(row, column, after: start, to: &bytes) }
        }
        bytes.append(0x7D)
    }

    private func write(_ row: Int, _ column: borrowing Column, after start: Int, to bytes: inout [UInt8]) {
        if bytes.count > start { bytes.append(0x2C) }
        let code = Int(column.codes[row])
        let first = code == 0 ? 0 : column.ends[code - 1]
        column.text.withUnsafeBufferPointer { text in
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[first..<column.ends[code]]))
        }
    }
}
