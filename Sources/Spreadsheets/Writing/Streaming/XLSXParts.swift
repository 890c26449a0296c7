import Markup

/// The parts of an XLSX file that are no sheets (ECMA-376).
struct XLSXParts {
    /// The title of the workbook.
    let title: String
    /// The names of the sheets.
    let sheets: [String]

    /// The parts, by path. `filters` are the ranges with filter buttons, by sheet.
    func all(filters: [String?]) -> [(path: String, text: String)] {
        [
            ("xl/workbook.xml", workbook(filters)), ("xl/styles.xml", Self.styles),
            ("xl/_rels/workbook.xml.rels", workbookLinks), ("docProps/core.xml", properties),
            ("_rels/.rels", Self.links), ("[Content_Types].xml", contentTypes),
        ]
    }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    private func workbook(_ filters: [String?]) -> String {
        let tabs = sheets.enumerated().map { place, name in
            "<sheet name=\"\(xml(name))\" sheetId=\"\(place + 1)\" r:id=\"rId\(place + 1)\"/>"
        }
        let names = zip(sheets, filters).enumerated().compactMap { place, sheet in
            sheet.1.map { range in
                "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"\(place)\" hidden=\"1\">"
                    + "'\(xml(sheet.0))'!\(Self.absolute(range))</definedName>"
            }
        }
        return Self.head + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
            + Self.office + "\"><bookViews><workbookView/></bookViews><sheets>" + tabs.joined() + "</sheets>"
            + (names.isEmpty ? "" : "<definedNames>" + names.joined() + "</definedNames>") + "</workbook>"
    }

    /// `A1:C9 → $A$1:$C$9`.
    private static func absolute(_ range: String) -> String {
        range.split(separator: ":").map { cell in
            "$" + cell.prefix { $0.isLetter } + "$" + cell.drop { $0.isLetter }
        }.joined(separator: ":")
    }

    private var workbookLinks: String {
        let links = sheets.indices.map { place in
            "<Relationship Id=\"rId\(place + 1)\" Type=\"\(Self.office)/worksheet\" "
                + "Target=\"worksheets/sheet\(place + 1).xml\"/>"
        }
        return Self.head + "<Relationships xmlns=\"\(Self.package)/relationships\">" + links.joined()
            + "<Relationship Id=\"rId\(sheets.count + 1)\" Type=\"\(Self.office)/styles\" Target=\"styles.xml\"/>"
            + "</Relationships>"
    }

    private static let links =
        head + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
        + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/><Relationship Id=\"rId2\" "
        + "Type=\"\(package)/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"

    private var properties: String {
        Self.head + "<cp:coreProperties xmlns:cp=\"\(Self.package)/metadata/core-properties\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(xml(title))</dc:title>"
            + "<dc:creator>Gabarit</dc:creator></cp:coreProperties>"
    }

    private var contentTypes: String {
        let main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let sheets = sheets.indices.map { place in
            "<Override PartName=\"/xl/worksheets/sheet\(place + 1).xml\" ContentType=\"\(main).worksheet+xml\"/>"
        }
        return Self.head + "<Types xmlns=\"\(Self.package)/content-types\"><Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
            + "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
            + "ContentType=\"\(main).sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" "
            + "ContentType=\"\(main).styles+xml\"/><Override PartName=\"/docProps/core.xml\" "
            + "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>" + sheets.joined()
            + "</Types>"
    }

    /// Two styles: plain, and the header's.
    private static let styles =
        head + """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font>\
            <sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/>\
            <family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill>\
            <patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor \
            rgb="FFE1EDE5"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/>\
            <right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FFC9D1DA"/></left>\
            <right style="thin"><color rgb="FFC9D1DA"/></right><top style="thin"><color rgb="FFC9D1DA"/></top>\
            <bottom style="thin"><color rgb="FFC9D1DA"/></bottom><diagonal/></border></borders><cellStyleXfs count="1">\
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" \
            fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" \
            applyFont="1" applyFill="1" applyBorder="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" \
            xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """
}

/// A text between tags or quotes of XML.
func xml(_ text: String) -> String {
    var bytes: [UInt8] = []
    XMLText.write(cellText(text).utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
}
