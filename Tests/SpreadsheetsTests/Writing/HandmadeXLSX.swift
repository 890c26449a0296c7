import Foundation

/// An XLSX file put together from parts written by hand, so that a test says exactly what was sent.
struct HandmadeXLSX {
    var parts: [(path: String, words: String)]

    /// A workbook of one sheet, `Feuil1`, written with a prefix (`x:`) or without. `sheet` is what stands within the
    /// root of the sheet; `@` in it stands for the prefix.
    init(sheet: String, prefix: String = "", namespace: String = Self.transitional, styles: String = Self.styles) {
        let types = "http://schemas.openxmlformats.org/package/2006/content-types"
        let links = "http://schemas.openxmlformats.org/package/2006/relationships"
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let isStrict = namespace == Self.strict
        let relations =
            isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let declared = prefix.isEmpty ? "xmlns=\"\(namespace)\"" : "xmlns:\(prefix.dropLast())=\"\(namespace)\""
        func own(_ xml: String) -> String { xml.replacing("@", with: prefix).replacing("NAMESPACE", with: declared) }
        parts = [
            (
                "[Content_Types].xml",
                """
                <Types xmlns="\(types)"><Default Extension="xml" ContentType="application/xml"/>\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="\(kind).sheet.main+xml"/>\
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(kind).worksheet+xml"/>\
                <Override PartName="/xl/calcChain.xml" ContentType="\(kind).calcChain+xml"/>\
                <Override PartName="/xl/styles.xml" ContentType="\(kind).styles+xml"/></Types>
                """
            ),
            (
                "_rels/.rels",
                """
                <Relationships xmlns="\(links)"><Relationship Id="rId1" Type="\(relations)/officeDocument" \
                Target="xl/workbook.xml"/></Relationships>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="\(links)"><Relationship Id="rId1" Type="\(relations)/worksheet" \
                Target="worksheets/sheet1.xml"/>\
                <Relationship Id="rId2" Type="\(relations)/styles" Target="styles.xml"/>\
                <Relationship Id="rId3" Type="\(relations)/calcChain" Target="calcChain.xml"/></Relationships>
                """
            ),
            (
                "xl/workbook.xml",
                own(
                    """
                    <?xml version="1.0" encoding="UTF-8"?><@workbook NAMESPACE xmlns:r="\(relations)">\
                    <@sheets><@sheet name="Feuil1" sheetId="1" r:id="rId1"/></@sheets></@workbook>
                    """)
            ),
            ("xl/calcChain.xml", "<calcChain xmlns=\"\(namespace)\"><c r=\"B2\" i=\"1\"/></calcChain>"),
            ("xl/media/image1.png", "not really an image"),
            ("xl/styles.xml", own("<@styleSheet NAMESPACE>\(styles)</@styleSheet>")),
            ("xl/worksheets/sheet1.xml", own("<@worksheet NAMESPACE xmlns:r=\"\(relations)\">\(sheet)</@worksheet>")),
        ]
    }

    static let transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"

    /// Style 1 is white on black, style 2 a date, style 3 text.
    static let styles = """
        <@fonts count="2"><@font><@sz val="11"/></@font><@font><@color rgb="FFFFFFFF"/></@font></@fonts>\
        <@fills count="2"><@fill><@patternFill patternType="none"/></@fill>\
        <@fill><@patternFill patternType="gray125"/></@fill></@fills><@borders count="1"><@border/></@borders>\
        <@cellStyleXfs count="1"><@xf/></@cellStyleXfs><@cellXfs count="4"><@xf numFmtId="0" fontId="0" fillId="0"/>\
        <@xf numFmtId="0" fontId="1" fillId="0"><@alignment wrapText="1"/></@xf>\
        <@xf numFmtId="14" fontId="0" fillId="0"/><@xf numFmtId="49" fontId="0" fillId="0"/></@cellXfs>
        """

    /// The bytes of the file: nothing is compressed.
    var data: Data {
        var file = Data()
        var directory = Data()
        for (path, words) in parts {
            let name = Data(path.utf8)
            let content = Data(words.utf8)
            let size = UInt32(content.count)
            let common =
                words16(20, 0, 0, 0, 33) + words32(checksum(content), size, size) + words16(UInt16(name.count), 0)
            directory +=
                words32(0x0201_4B50) + words16(20) + common + words16(0, 0, 0) + words32(0, UInt32(file.count)) + name
            file += words32(0x0403_4B50) + common + name + content
        }
        let count = UInt16(parts.count)
        return file + directory + words32(0x0605_4B50) + words16(0, 0, count, count)
            + words32(UInt32(directory.count), UInt32(file.count)) + words16(0)
    }

    private func words16(_ numbers: UInt16...) -> Data {
        Data(numbers.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }

    private func words32(_ numbers: UInt32...) -> Data {
        Data(numbers.flatMap { number in (0..<4).map { UInt8(number >> (8 * $0) & 0xFF) } })
    }

    /// CRC-32, as ZIP files have it.
    private func checksum(_ data: Data) -> UInt32 {
        ~data.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
    }
}
