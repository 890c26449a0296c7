import Tables

/// Rows as delimited text (RFC 4180). Within a batch, every distinct value is written once, and copied for each row
/// that holds it.
struct DelimitedText {
    /// What stands between two cells.
    var delimiter: UInt8
    /// What stands at the end of a row.
    var lineEnd: StaticString
    /// What stands at the beginning of the file.
    var prefix: StaticString = ""
    /// Whether rows are written in which no cell holds anything.
    var keepsBlankRows = true

    /// Writes the rows. `cell` adds a value of a column, before it is quoted; the names of the fields have no column.
    func write(
        _ batches: RowBatches, to output: (UnsafeRawBufferPointer) throws -> Void,
        cell: (_ column: Int?, _ value: UnsafeBufferPointer<UInt8>, _ bytes: inout [UInt8]) -> Void
    ) throws {
        var pieces = Pieces()
        pieces.write(prefix)
        for (column, field) in batches.fields.enumerated() {
            if column > 0 { pieces.bytes.append(delimiter) }
            let name = Array(field.utf8)
            name.withUnsafeBufferPointer { write($0, of: nil, cell, to: &pieces.bytes) }
        }
        pieces.write(lineEnd)
        while let batch = try batches.next() { try write(batch, &pieces, to: output, cell: cell) }
        try pieces.flush(to: output, ifAbove: 0)
    }

    private func write(
        _ batch: CleanTable, _ pieces: inout Pieces, to output: (UnsafeRawBufferPointer) throws -> Void,
        cell: (_ column: Int?, _ value: UnsafeBufferPointer<UInt8>, _ bytes: inout [UInt8]) -> Void
    ) throws {
        let columns = batch.columns.indices.map { column in
            WrittenCells(batch.columns[column]) { write($0, of: column, cell, to: &$1) }
        }
        // A line without anything is no row to most readers: the only cell of a row says that it is there.
        let isLone = columns.count == 1
        for row in 0..<batch.rowCount {
            if isLone || !keepsBlankRows, columns.allSatisfy({ $0.isEmpty(row) }) {
                if !keepsBlankRows { continue }
                pieces.write("\"\"")
            }
            for column in columns.indices {
                if column > 0 { pieces.bytes.append(delimiter) }
                columns[column].write(row, to: &pieces.bytes)
            }
            pieces.write(lineEnd)
            try pieces.flush(to: output)
        }
    }

    /// Adds a cell.
    private func write(
        _ value: UnsafeBufferPointer<UInt8>, of column: Int?,
        _ cell: (Int?, UnsafeBufferPointer<UInt8>, inout [UInt8]) -> Void, to bytes: inout [UInt8]
    ) {
        let start = bytes.count
        cell(column, value, &bytes)
        Self.quote(&bytes, from: start, delimiter: delimiter)
    }

    /// Puts the cell that begins at a place between quotes, if it holds what would be taken for structure.
    static func quote(_ bytes: inout [UInt8], from start: Int, delimiter: UInt8) {
        guard bytes[start...].contains(where: { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
            return
        }
        let plain = Array(bytes[start...])
        bytes.removeSubrange(start...)
        bytes.append(0x22)
        for byte in plain {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
