import Foundation
import Spreadsheets
import Tables
import Testing

/// A workbook of one sheet, from the XML inside its `sheetData` and what stands around it.
func xlsx(
    _ rows: String,
    columns: String = "",
    after: String = "",
    strings: String = "",
    styles: String = "",
    properties: String = ""
) -> ZipFile {
    [
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relationships(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": """
        <workbook xmlns="\(mainNamespace)" xmlns:r="\(officeNamespace)">\(properties)<sheets>
        <sheet name="Parcs" sheetId="1" r:id="rId1"/></sheets></workbook>
        """,
        "xl/_rels/workbook.xml.rels": relationships(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"),
            ("rId3", "styles", "styles.xml")),
        "xl/sharedStrings.xml": "<sst xmlns=\"\(mainNamespace)\">\(strings)</sst>",
        "xl/styles.xml": "<styleSheet xmlns=\"\(mainNamespace)\">\(styles)</styleSheet>",
        "xl/worksheets/sheet1.xml": """
        <worksheet xmlns="\(mainNamespace)">\(columns)<sheetData>\(rows)</sheetData>\(after)</worksheet>
        """,
    ]
}

let mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
let officeNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/// The part that links others: identifier, last word of the type, target.
func relationships(_ links: (id: String, type: String, target: String)...) -> String {
    let elements = links.map { link in
        "<Relationship Id=\"\(link.id)\" Type=\"\(officeNamespace)/\(link.type)\" Target=\"\(link.target)\"/>"
    }
    return "<Relationships>\(elements.joined())</Relationships>"
}

/// The styles with the given number formats, in their order: numbers of built-in formats, or codes.
func formats(_ formats: [String]) -> String {
    let builtIn = formats.map { $0 == "0" ? 0 : $0.hasPrefix("0") ? nil : Int($0) }
    let codes = formats.enumerated().filter { builtIn[$0.offset] == nil }.map {
        let code = $0.element.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
        return "<numFmt numFmtId=\"\(200 + $0.offset)\" formatCode=\"\(code)\"/>"
    }
    let styles = formats.enumerated().map { "<xf numFmtId=\"\(builtIn[$0.offset] ?? 200 + $0.offset)\"/>" }
    return """
        <numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs>\(styles.joined())</cellXfs>
        """
}

/// An OpenDocument spreadsheet, from its styles and the XML of its tables.
func ods(_ tables: String, styles: String = "") -> ZipFile {
    let names = ["office", "style", "text", "table", "dc", "draw", "calcext"]
    let spaces = names.map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }
    return [
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": """
        <?xml version="1.0" encoding="UTF-8"?><office:document-content \(spaces.joined(separator: " "))>
        <office:automatic-styles>\(styles)</office:automatic-styles>
        <office:body><office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>
        """,
        "META-INF/manifest.xml": "<manifest/>",
    ]
}

/// An OpenDocument spreadsheet of one sheet, from the XML of its rows.
func ods(rows: String, styles: String = "") -> ZipFile {
    ods("<table:table table:name=\"Parcs\">\(rows)</table:table>", styles: styles)
}

extension ZipFile: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, String)...) {
        parts = elements.map { ($0.0, Array($0.1.utf8)) }
    }

    /// The file with other parts, or parts changed.
    func with(_ changed: [String: String]) -> ZipFile {
        var file = self
        for (name, content) in changed.sorted(by: { $0.key < $1.key }) {
            file.parts.removeAll { $0.name == name }
            file.parts.append((name, Array(content.utf8)))
        }
        return file
    }

    /// The file without a part.
    func without(_ name: String) -> ZipFile {
        var file = self
        file.parts.removeAll { $0.name == name }
        return file
    }

    /// The workbook that is read from it.
    func read(limits: ReadingLimits = .default) throws -> Workbook {
        try Workbook.read(Data(bytes), fileName: "essai", limits: limits, conversion: .none)
    }

    /// The first sheet that is read from it.
    func firstSheet() throws -> Sheet {
        try #require(try read().sheets.first)
    }
}

/// The workbook read from the bytes of a text file.
func readText(_ bytes: [UInt8], limits: ReadingLimits = .default) throws -> Workbook {
    try Workbook.read(Data(bytes), fileName: "essai.csv", limits: limits, conversion: .none)
}

/// The workbook read from a text in UTF-8.
func readText(_ text: String) throws -> Workbook {
    try readText(Array(text.utf8))
}

extension Workbook {
    /// The texts of the first sheet, row by row.
    var texts: [[String]] { sheets.first?.texts ?? [] }

    /// The rows named by the findings of a rule; nil if it said nothing.
    func rows(of rule: String) -> [Int]? {
        findings.first { $0.rule == rule }?.rows
    }
}

extension Sheet {
    /// The texts, row by row.
    var texts: [[String]] {
        rowNumbers.indices.map { row in columns.map { $0[row].text } }
    }

    /// The value of a cell, by its address.
    subscript(_ address: String) -> Value? {
        guard let cell = CellAddress(address), cell.column < columns.count else { return nil }
        return rowNumbers.firstIndex(of: cell.row).map { columns[cell.column][$0] }
    }
}
