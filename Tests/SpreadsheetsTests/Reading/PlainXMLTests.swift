import CExpat
import Tables
import Testing

@testable import Spreadsheets

/// What is read by hand must be what expat reads, wherever the pieces of a part end.
@Suite("XML read by hand")
struct PlainXMLTests {
    @Test(arguments: [
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\"><v>2.5</v></c></row>",
        "<row><c><v>1</v></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>1x</v></c></row><row/><row><c><v>3</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> é &lt;b&gt; &#233;&#x20AC; </t></is></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><t>a</t></r><r><rPr/><t>b</t></r></is></c><c><v>2</v></c></row>",
        "<row r=\"1\"><!-- <c><v>1</v></c> --><c r=\"A1\"><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v><![CDATA[12]]></v></c><c r=\"B1\"><v>13</v></c></row>",
        "<row r=\"3\" hidden=\"1\" ht=\"0\"><c r='C3' t='b'><v>1</v></c></row><row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>", "<row r=\"1\"><c r=\"A1\"><v>1</v></row>",
        "<row r=\"0\"/>", "<row r=\"1\"><c r=\"A1\"><v>1</v></c>",
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>\u{1}</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a\r\nb_x0041_</v></c><c t=\"str\"><v/></c><c><f>1</f></c></row>",
        "\n <row r = \"1\">\n <c r=\"A1\" >\n <v>1</v >\n </c>\n </row>\n <c><v>7</v></c>",
    ])
    func theUsualWritings(rows: String) {
        expectTheSame("<worksheet><sheetData>\(rows)</sheetData></worksheet>")
    }

    @Test(arguments: 0..<60)
    func anyWriting(seed: UInt64) {
        var dice = Chance(seed: seed)
        for _ in 0..<30 {
            let rows = (0..<dice.below(6)).map { _ in dice.row() }.joined()
            expectTheSame(
                "<worksheet><sheetData>\(rows)</sheetData><mergeCells/></worksheet>", sizes: [1, 1 + dice.below(60)])
        }
    }

    @Test func otherEncodingsAreLeftToExpat() {
        let row = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>\u{C3}\u{A9}</v></c></row>"
        expectTheSame(
            "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet><sheetData>\(row)</sheetData></worksheet>")
    }

    private func expectTheSame(_ xml: String, sizes: [Int] = [1, 7, 50, 10_000]) {
        let expected = read(xml, pieces: 10_000, byHand: false)
        for size in sizes {
            #expect(read(xml, pieces: size, byHand: true) == expected, "\(xml) in pieces of \(size)")
        }
    }

    /// All that was read, as text; the error if it cannot be.
    private func read(_ xml: String, pieces size: Int, byHand: Bool) -> String {
        guard let parser = XML_ParserCreate(nil) else { return "" }
        defer { XML_ParserFree(parser) }
        let events = WorksheetEvents(shared: Self.surroundings, limits: .default)
        let seat = ParserSeat(parser: parser, events: events)
        seat.listen()
        let stretch = XMLStretch(seat: seat, events: events)
        let bytes = Array(xml.utf8)
        do throws(UnreadableFile) {
            for start in stride(from: 0, to: bytes.count, by: size) {
                let piece = Array(bytes[start..<min(start + size, bytes.count)])
                try piece.withUnsafeBufferPointer { (bytes) throws(UnreadableFile) in
                    let bytes = UnsafeRawBufferPointer(bytes)
                    if byHand { try stretch.feed(bytes) } else { try seat.feed(bytes) }
                }
            }
            if byHand { try stretch.finish() } else { try seat.feed(nil) }
        } catch {
            return "\(error)"
        }
        return events.finish().described
    }

    private static var surroundings: SheetSurroundings {
        SheetSurroundings(
            strings: SharedStrings(["Parc", "Bron", "", "oui"]), styles: CellStyles(), dates: SerialDate())
    }
}

extension SheetLayout {
    fileprivate var described: String {
        let sheet = sheet(name: "", visibility: .visible)
        let cells = sheet.columns.map { column in
            (0..<column.count).map { "\(column[$0].text):\(column[$0].kind)" }.joined(separator: ";")
        }
        let formulas = sheet.formulas.map { "\($0.column):\($0.row)" }.sorted()
        return "\(cells) \(sheet.rowNumbers) \(sheet.hiddenRows.sorted()) \(formulas) \(uncomputed)"
    }
}

/// Chance that comes out the same each time (SplitMix64).
private struct Chance {
    var seed: UInt64

    mutating func below(_ limit: Int) -> Int {
        seed &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (seed ^ seed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(limit))
    }

    mutating func oneOf(_ texts: String...) -> String { texts[below(texts.count)] }

    mutating func row() -> String {
        let cells = (0..<below(5)).map { _ in cell() }.joined()
        switch below(20) {
        case 0: return "<!-- <row> </row> --><row r=\"\(1 + below(9))\">\(cells)</row>"
        case 1: return "<row r=\"\(1 + below(9))\" x:hidden='1' spans=\"1:&#53;\">\(cells)</row>"
        case 2: return "<row r=\"\(1 + below(9))\" hidden=\"true\"/>"
        case 3: return "<row ht=\"0.0\" customHeight=\"1\">\(cells)</row >"
        case 4: return "<row r=\"+\(1 + below(9))\">\(cells)</row>"
        case 5: return oneOf("<x:row><x:c><x:v>5</x:v></x:c></x:row>", "<extra><row/></extra>", "<row", "é", "<?pi?>")
        default: return oneOf("", "\n  ") + "<row r=\"\(1 + below(9))\" spans=\"1:5\">\(cells)\(oneOf("", "\n"))</row>"
        }
    }

    mutating func cell() -> String {
        let address = oneOf("", " r=\"A\(1 + below(9))\"", " r=\"\(oneOf("B", "c", "AA", "XFE"))2\"")
        let style = oneOf("", "", " s=\"0\"", " cm=\"1\"", " s='1'", "  s=\"1\" ")
        let value = "<v>\(below(6))</v>"
        let text = oneOf(
            "x", "é&amp;", "a &lt; b", "&#65;", "<![CDATA[<]]>", "_x0042_", "\u{FFFD}", "&bad;", "\t\r\n", "")
        switch below(24) {
        case 0: return "<c\(address)\(style)/>"
        case 1: return "<c\(address)\(style)></c>"
        case 2...7: return "<c\(address)\(style) t=\"s\">\(value)</c>"
        case 8, 9: return "<c\(address) t=\"str\"\(style)><f>SUM(A1:A9)</f><v>\(text)</v></c>"
        case 10: return "<c\(address) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
        case 11: return "<c\(address) t=\"inlineStr\"><is><r><t>\(text)</t></r><rPh><t>z</t></rPh></is></c>"
        case 12: return "<c\(address) t=\"inlineStr\">\(value)<is><t>\(text)</t></is></c>"
        case 13: return "<c\(address)><f t=\"shared\" ref=\"A1:A2\" si=\"0\"/>\(value)</c>"
        case 14: return "<c\(address)>\n \(value)\n<extLst><ext/></extLst></c>"
        case 15: return "<c\(address)>\(value)\(value)</c>"
        case 16: return "<c\(address) t=\"\(oneOf("b", "e", "d", "n", "s1", ""))\">\(value)</c>"
        case 17: return "<c\(address)><!-- </c> -->\(value)</c>"
        default: return "<c\(address)\(style)><v>\(below(9_000)).\(below(99))</v></c>"
        }
    }
}
