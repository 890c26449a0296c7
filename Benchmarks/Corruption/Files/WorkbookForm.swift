import Foundation

/// A workbook written by hand, so that it holds what Excel writes and what it ought not to write.
struct WorkbookForm: Sendable {
    /// The name of the sheet of data.
    var sheetName = "Feuil1"
    /// Days are counted from 1904, as old Macs did.
    var countsFrom1904 = false
    /// The namespaces of ISO 29500 *strict*.
    var isStrict = false
    /// A workbook with macros, by its declared type.
    var hasMacros = false

    /// The bytes of the workbook.
    func bytes(of file: SentFile) -> Data {
        var zip = ZipArchive()
        let names = file.sheetsBefore.map(\.name) + [sheetName] + file.sheetsAfter.map(\.name)
        var styles = CellFormats()
        var sheets = file.sheetsBefore.map { sheet($0.lines, nil, &styles) }
        sheets.append(sheet(file.sheet, file, &styles))
        sheets += file.sheetsAfter.map { sheet($0.lines, nil, &styles) }
        zip.add("[Content_Types].xml", contentTypes(names.count))
        zip.add("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")]))
        zip.add("xl/workbook.xml", workbook(names))
        let parts = names.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") } + [("styles", "styles.xml")]
        zip.add("xl/_rels/workbook.xml.rels", relations(parts))
        zip.add("xl/styles.xml", styles.document(main))
        for (index, sheet) in sheets.enumerated() { zip.add("xl/worksheets/sheet\(index + 1).xml", sheet) }
        return zip.data
    }

    // MARK: Parts

    private var main: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
            : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    }

    private var related: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    }

    private func contentTypes(_ sheets: Int) -> String {
        let office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let workbook =
            hasMacros ? "application/vnd.ms-excel.sheet.macroEnabled.main+xml" : "\(office).sheet.main+xml"
        let parts = (1...sheets).map {
            "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(office).worksheet+xml\"/>"
        }
        return Self.declaration + """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="\(workbook)"/>\
            <Override PartName="/xl/styles.xml" ContentType="\(office).styles+xml"/>\(parts.joined())</Types>
            """
    }

    private func relations(_ parts: [(type: String, target: String)]) -> String {
        let items = parts.enumerated().map { index, part in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"\(related)/\(part.type)\" Target=\"\(part.target)\"/>"
        }
        return Self.declaration
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(items.joined())</Relationships>"
    }

    private func workbook(_ names: [String]) -> String {
        let sheets = names.enumerated().map { index, name in
            "<sheet name=\"\(name.escaped)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
        }
        let days = countsFrom1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>"
        return Self.declaration
            + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(related)\">\(days)<sheets>\(sheets.joined())</sheets></workbook>"
    }

    private func sheet(_ lines: [[SentCell]], _ file: SentFile?, _ styles: inout CellFormats) -> String {
        var rows = ""
        for (place, line) in lines.enumerated() {
            let cells = line.enumerated().map { cell($1, Self.letters($0) + String(place + 1), &styles) }.joined()
            let hidden = file?.hidden.contains(place) == true ? " hidden=\"1\"" : ""
            rows += "<row r=\"\(place + 1)\"\(hidden)>\(cells)</row>"
        }
        let columns = (file?.hiddenColumns.sorted() ?? []).map {
            "<col min=\"\($0 + 1)\" max=\"\($0 + 1)\" width=\"9\" hidden=\"1\"/>"
        }
        let merged = (file?.merged ?? []).map {
            "<mergeCell ref=\"\(Self.letters($0.column))\($0.first + 1):\(Self.letters($0.column))\($0.last + 1)\"/>"
        }
        return Self.declaration + "<worksheet xmlns=\"\(main)\">"
            + (columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>") + "<sheetData>\(rows)</sheetData>"
            + (merged.isEmpty ? "" : "<mergeCells count=\"\(merged.count)\">\(merged.joined())</mergeCells>")
            + "</worksheet>"
    }

    private func cell(_ cell: SentCell, _ address: String, _ styles: inout CellFormats) -> String {
        let text = "<t xml:space=\"preserve\">\(cell.text.escaped)</t>"
        switch cell.kind {
        case .text, .inline:
            return cell.text.isEmpty ? "" : "<c r=\"\(address)\" t=\"inlineStr\"><is>\(text)</is></c>"
        case .number(let number, let format):
            let days = countsFrom1904 && CellFormats.isDay(format) ? Double(number).map { String(Int($0) - 1462) } : nil
            return "<c r=\"\(address)\" s=\"\(styles.style(format))\"><v>\(days ?? number)</v></c>"
        case .boolean(let truth): return "<c r=\"\(address)\" t=\"b\"><v>\(truth ? 1 : 0)</v></c>"
        case .error: return "<c r=\"\(address)\" t=\"e\"><v>\(cell.text.escaped)</v></c>"
        case .rich(let pieces):
            let runs = pieces.map { "<r><rPr><b/></rPr><t xml:space=\"preserve\">\($0.escaped)</t></r>" }
            return "<c r=\"\(address)\" t=\"inlineStr\"><is>\(runs.joined())</is></c>"
        case .formula(let formula):
            return "<c r=\"\(address)\" t=\"str\"><f>\(formula.escaped)</f><v>\(cell.text.escaped)</v></c>"
        }
    }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    static func letters(_ column: Int) -> String {
        column < 26
            ? String(UnicodeScalar(UInt8(65 + column)))
            : letters(column / 26 - 1) + String(UnicodeScalar(UInt8(65 + column % 26)))
    }
}

/// The number formats of a workbook.
struct CellFormats {
    private var formats: [String] = ["General"]

    /// The number of the style with a format.
    mutating func style(_ format: String) -> Int {
        if let known = formats.firstIndex(of: format) { return known }
        formats.append(format)
        return formats.count - 1
    }

    /// Whether numbers of a format are days.
    static func isDay(_ format: String) -> Bool { format.contains("yy") }

    func document(_ main: String) -> String {
        let own = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1.escaped)\"/>" }
        let styles = formats.indices.map {
            "<xf numFmtId=\"\($0 == 0 ? 0 : 164 + $0)\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + """
            <styleSheet xmlns="\(main)"><numFmts count="\(own.count)">\(own.joined())</numFmts>\
            <fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
            <fills count="1"><fill><patternFill patternType="none"/></fill></fills>\
            <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
            <cellXfs count="\(styles.count)">\(styles.joined())</cellXfs></styleSheet>
            """
    }
}

extension String {
    /// As XML wants it; what XML cannot hold is written as Excel writes it.
    var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("\r", with: "_x000D_").replacing("\0", with: "")
    }
}
