import Tables

/// Rows as delimited text (RFC 4180). Every distinct value is written once, and copied for each row that holds it.
struct DelimitedText {
    /// What stands between two cells.
    var delimiter: UInt8
    /// What stands at the end of a row.
    var lineEnd: StaticString
    /// What stands at the beginning of the file.
    var prefix: StaticString = ""

    /// Writes a table. `cell` says how the value of a column is written, before it is quoted.
    func write(
        _ table: CleanTable, to output: (UnsafeRawBufferPointer) throws -> Void,
        cell: (_ column: Int, _ value: UnsafeBufferPointer<UInt8>) -> [UInt8]
    ) throws {
        let written = table.columns.indices.map { column in
            (0..<table.columns[column].distinctCount).map { code in
                table.columns[column].withBytes(of: code) { quoted(cell(column, $0)) }
            }
        }
        var pieces = Pieces()
        pieces.write(prefix)
        for (column, field) in table.fields.enumerated() {
            if column > 0 { pieces.write([delimiter]) }
            pieces.write(quoted(Array(field.utf8)))
        }
        pieces.write(lineEnd)
        let codes = table.columns.map(\.codes)
        for row in 0..<table.rowCount {
            for column in written.indices {
                if column > 0 { pieces.write([delimiter]) }
                pieces.write(written[column][Int(codes[column][row])])
            }
            pieces.write(lineEnd)
            try pieces.flush(to: output)
        }
        try pieces.flush(to: output, ifAbove: 0)
    }

    /// The cell between quotes, only where it holds what would be taken for structure.
    private func quoted(_ cell: [UInt8]) -> [UInt8] {
        guard cell.contains(where: { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else { return cell }
        var quoted: [UInt8] = [0x22]
        for byte in cell {
            if byte == 0x22 { quoted.append(0x22) }
            quoted.append(byte)
        }
        quoted.append(0x22)
        return quoted
    }
}
