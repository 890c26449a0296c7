import Foundation
import Spreadsheets
import Tables
import Testing
import Texts

@Suite("Damaged files never stop the reader")
struct DamageTests {
    /// A small generator with a fixed start, so that a failure can be seen again.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64 = 0x5EED

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    private static let sheet = """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>nom_x000D_</t></is></c></row>
        <row r="2" hidden="1"><c r="A2" s="1"><v>43830.5</v></c><c r="B2" s="2"><f>A1</f><v>1053</v></c></row>
        """
    private static let table = """
        <table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="float" office:value="12"
        table:number-columns-repeated="2"><text:p>012</text:p></table:table-cell><table:table-cell
        office:value-type="date" office:date-value="2019-12-31"><text:p>x</text:p></table:table-cell></table:table-row>
        """
    static let samples: [[UInt8]] = [
        xlsx(
            sheet, after: "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>", strings: "<si><t>é</t></si>",
            styles: formats(["0", "dd/mm/yyyy", "00000"])
        ).bytes,
        ods(rows: table).bytes,
        Array("sep=;\n\"nom\";\"l\"\"été\"\n\"a\nb\";x\n1;2;3\n".utf8),
        Array("<table><tr><td colspan=2>a &eacute;</td></tr><tr><td rowspan=3>b</td></tr></table>".utf8),
    ]

    @Test(arguments: samples)
    func flippedCutAndInsertedBytesAreReadOrRefused(sample: [UInt8]) {
        var dice = Dice()
        for _ in 0..<400 {
            var bytes = sample
            for _ in 0..<Int.random(in: 1...6, using: &dice) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &dice)
                switch Int.random(in: 0..<4, using: &dice) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
                case 1: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: place)
                case 2: bytes.remove(at: place)
                default: if dice.next() % 8 == 0 { bytes.removeLast(bytes.count - place) } else { bytes[place] ^= 1 }
                }
            }
            checkOutcome(bytes)
        }
    }

    /// Changes inside the XML, which the checksum of a ZIP file would otherwise hide.
    @Test func brokenPartsAreReadOrRefused() {
        var dice = Dice()
        for _ in 0..<400 {
            var files = [
                xlsx(Self.sheet, strings: "<si><t>é</t></si>", styles: formats(["0", "dd/mm/yyyy", "00000"])),
                ods(rows: Self.table),
            ]
            for number in files.indices {
                let part = Int.random(in: 0..<files[number].parts.count, using: &dice)
                var content = files[number].parts[part].content
                for _ in 0..<3 where !content.isEmpty {
                    let digitOrSign = Array("0123456789-<>\"/AZ. ".utf8).randomElement(using: &dice) ?? 0x30
                    content[Int.random(in: 0..<content.count, using: &dice)] = digitOrSign
                }
                files[number].parts[part].content = content
                checkOutcome(files[number].bytes)
            }
        }
    }

    private func checkOutcome(_ bytes: [UInt8]) {
        do {
            let workbook = try Workbook.read(Data(bytes), fileName: "essai", conversion: .none)
            for sheet in workbook.sheets { #expect(sheet.columns.allSatisfy { $0.count == sheet.rowCount }) }
        } catch {
            #expect(!error.text.fr.isEmpty)
        }
    }
}
