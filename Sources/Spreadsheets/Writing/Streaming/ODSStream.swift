public import Tables

/// An ODS file (OpenDocument 1.3) of one table, written from its first row to its last in the memory of one batch of
/// rows. What a sheet cannot hold goes on the next one.
public struct ODSStream {
    private let form: SheetForm
    private let zip = ZipStream()
    private var bytes: [UInt8] = []
    private var hasBegun = false
    /// How many rows this sheet has, the header among them.
    private var row = 0
    /// For each sheet that has ended, how many rows it has.
    private var sheets: [Int] = []

    /// A file of a table.
    public init(_ form: SheetForm) { self.form = form }

    /// Adds rows: the columns of the table, in their order.
    public mutating func write(_ columns: [Cells], to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        precondition(columns.count == form.header.count, "rows have other columns than the header")
        try begin(columns, to: output)
        let written = columns.indices.map { column in
            WrittenCells(columns[column]) { ODSCellText.write($0, isNumeric: form.isNumeric[column], to: &$1) }
        }
        for place in 0..<(columns.first?.count ?? 0) {
            if row == form.rowLimit { endSheet() }
            if row == 0 { beginSheet() }
            bytes.write("<table:table-row>")
            for column in written { column.write(place, to: &bytes) }
            bytes.write("</table:table-row>")
            row += 1
            try flush(above: 64 << 10, to: output)
        }
    }

    /// Ends the file.
    public mutating func finish(to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        try begin([], to: output)
        if row == 0 { beginSheet() }
        endSheet()
        bytes += Array((filters + "</office:spreadsheet></office:body></office:document-content>").utf8)
        try flush(above: 0, to: output)
        try zip.end(to: output)
        let parts = ODSParts(title: form.title, sheets: sheets.indices.map { form.tabName($0 + 1) })
        for (path, text) in parts.all { try zip.add(path, Array(text.utf8), to: output) }
        try zip.finish(to: output)
    }

    private mutating func flush(above limit: Int, to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard bytes.count > limit else { return }
        try bytes.withUnsafeBytes { try zip.write($0, to: output) }
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func begin(_ columns: [Cells], to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard !hasBegun else { return }
        hasBegun = true
        try zip.add("mimetype", Array(ODSParts.mediaType.utf8), isCompressed: false, to: output)
        try zip.begin("content.xml", to: output)
        bytes += Array(ODSParts.contentHead(widths: form.widths(columns)).utf8)
    }

    private mutating func beginSheet() {
        let name = xml(form.tabName(sheets.count + 1))
        bytes += Array("<table:table table:name=\"\(name)\" table:style-name=\"ta1\">".utf8)
        for column in form.header.indices {
            bytes += Array("<table:table-column table:style-name=\"co\(column + 1)\"/>".utf8)
        }
        if form.header.isEmpty { bytes.write("<table:table-column/>") }
        bytes.write("<table:table-header-rows><table:table-row>")
        for name in form.header {
            bytes.write("<table:table-cell table:style-name=\"ce1\" office:value-type=\"string\">")
            Array(name.utf8).withUnsafeBufferPointer { ODSCellText.write(paragraphs: $0, to: &bytes) }
            bytes.write("</table:table-cell>")
        }
        if form.header.isEmpty { bytes.write("<table:table-cell/>") }
        bytes.write("</table:table-row></table:table-header-rows>")
        row = 1
    }

    private mutating func endSheet() {
        bytes.write("</table:table>")
        sheets.append(row)
        row = 0
    }

    private var filters: String {
        guard !form.header.isEmpty else { return "" }
        let last = CellAddress.letters(of: form.header.count - 1)
        let ranges = sheets.enumerated().map { place, rows in
            let tab = "'" + xml(form.tabName(place + 1)) + "'"
            return "<table:database-range table:name=\"filtre\(place + 1)\" "
                + "table:target-range-address=\"\(tab).A1:\(tab).\(last)\(rows)\" "
                + "table:display-filter-buttons=\"true\"/>"
        }
        return "<table:database-ranges>" + ranges.joined() + "</table:database-ranges>"
    }
}
