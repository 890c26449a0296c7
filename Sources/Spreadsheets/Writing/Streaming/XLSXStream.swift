import Markup
public import Tables

/// An XLSX file of one table, written from its first row to its last in the memory of one batch of rows. What a sheet
/// cannot hold goes on the next one.
public struct XLSXStream {
    private let form: SheetForm
    private let zip = ZipStream()
    private let letters: [[UInt8]]
    private var widths: [Int] = []
    private var bytes: [UInt8] = []
    /// The number of the last row that was written on this sheet, from 1.
    private var row = 0
    /// For each sheet, how many rows it has.
    private var sheets: [Int] = []

    /// A file of a table.
    public init(_ form: SheetForm) {
        self.form = form
        letters = form.header.indices.map { Array("<c r=\"".utf8) + Array(CellAddress.letters(of: $0).utf8) }
    }

    /// Adds rows: the columns of the table, in their order.
    public mutating func write(_ columns: [Cells], to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        precondition(columns.count == letters.count, "rows have other columns than the header")
        if widths.isEmpty { widths = form.widths(columns) }
        let written = columns.indices.map { column in
            WrittenCells(columns[column]) { write($0, isNumeric: form.isNumeric[column], to: &$1) }
        }
        for place in 0..<(columns.first?.count ?? 0) {
            if row == form.rowLimit { try endSheet(to: output) }
            if row == 0 { try beginSheet(to: output) }
            beginRow()
            for column in written.indices where !written[column].isEmpty(place) {
                bytes += letters[column]
                bytes.write(row)
                written[column].write(place, to: &bytes)
            }
            bytes.write("</row>")
            try flush(above: 64 << 10, to: output)
        }
    }

    /// Ends the file.
    public mutating func finish(to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        if widths.isEmpty { widths = form.widths([]) }
        if row == 0 { try beginSheet(to: output) }
        try endSheet(to: output)
        let parts = XLSXParts(title: form.title, sheets: sheets.indices.map { form.tabName($0 + 1) })
        for (path, text) in parts.all(filters: sheets.map(filterRange)) {
            try zip.add(path, Array(text.utf8), to: output)
        }
        try zip.finish(to: output)
    }

    private mutating func beginRow() {
        row += 1
        bytes.write("<row r=\"")
        bytes.write(row)
        bytes.write("\">")
    }

    private mutating func flush(above limit: Int, to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard bytes.count > limit else { return }
        try bytes.withUnsafeBytes { try zip.write($0, to: output) }
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func beginSheet(to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        try zip.begin("xl/worksheets/sheet\(sheets.count + 1).xml", to: output)
        bytes.write(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr \
            fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" \
            activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
            """)
        if !widths.isEmpty { bytes.write("<cols>") }
        for (column, width) in widths.enumerated() {
            bytes += Array(
                "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width)\" customWidth=\"1\"/>".utf8)
        }
        if !widths.isEmpty { bytes.write("</cols>") }
        bytes.write("<sheetData>")
        beginRow()
        for (column, name) in form.header.enumerated() {
            bytes += letters[column]
            bytes.write("1\" s=\"1")
            Array(name.utf8).withUnsafeBufferPointer { write($0, isNumeric: false, to: &bytes) }
        }
        bytes.write("</row>")
    }

    private mutating func endSheet(to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        bytes.write("</sheetData>")
        if let range = filterRange(rows: row) { bytes += Array("<autoFilter ref=\"\(range)\"/>".utf8) }
        bytes.write(
            """
            <pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><ignoredErrors><ignoredError \
            sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors></worksheet>
            """)
        try flush(above: 0, to: output)
        try zip.end(to: output)
        sheets.append(row)
        row = 0
    }

    private func filterRange(rows: Int) -> String? {
        guard !form.header.isEmpty else { return nil }
        return "A1:\(CellAddress.letters(of: form.header.count - 1))\(rows)"
    }

    /// What stands behind the address of a cell; nothing for a blank one.
    private func write(_ value: UnsafeBufferPointer<UInt8>, isNumeric: Bool, to bytes: inout [UInt8]) {
        guard !value.isEmpty else { return }
        if isNumeric, isSpreadsheetNumber(value) {
            bytes.write("\"><v>")
            bytes.append(contentsOf: value)
            bytes.write("</v></c>")
            return
        }
        bytes.write("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
        let isPlain = value.count <= 32_766 && value.allSatisfy { $0 >= 0x20 && $0 != 0xEF && $0 != 0x5F }
        if isPlain {
            XMLText.write(value, to: &bytes)
        } else {
            XMLText.write(escapingCodes(cellText(String(decoding: value, as: UTF8.self))).utf8, to: &bytes)
        }
        bytes.write("</t></is></c>")
    }
}
