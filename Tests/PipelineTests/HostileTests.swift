import Foundation
import Pipeline
import Repairs
import Schemas
import Spreadsheets
import Tables
import Testing

struct HostileTests {
    @Test func formulasStayText() throws {
        let words = ["=1+1", "=HYPERLINK(\"http://example.org\",\"x\")", "+33 4", "-1+1", "@SUM(A1)", "\t=1+1"]
        let round = try Round(
            xlsx: "nom|commune|type_equip\n" + words.map { "\($0)|Bron|\($0)" }.joined(separator: "\n"))
        #expect(try round["nom"].first == "=1+1")
        let sheet = try round.corrected.sheets[0]
        #expect(sheet.formulas.isEmpty)
        #expect(sheet.text("A2") == "=1+1")
        let csv = try Round(csv: "nom|commune\n=1+1|Bron")
        #expect(try csv.corrected.sheets[0].formulas.isEmpty)
        #expect(try csv.corrected.sheets[0].text("A2") == "=1+1")
    }

    @Test func formulasInQuestionsAndAnswersStayText() throws {
        let round = try Round(xlsx: "nom|commune|chien\nParc Rosa|Bron|=cmd|' /C calc'!A0")
        #expect(try round.corrected.sheets.allSatisfy { $0.formulas.isEmpty })
    }

    @Test func aCellOfAMegabyteIsNoTrouble() throws {
        let long = String(repeating: "très long ", count: 100_000).dropLast()
        let round = try Round(csv: "nom|commune|hor_precis\nParc Rosa|Bron|\(long)")
        #expect(try round["nom"] == ["Parc Rosa"])
        #expect(try round["hor_precis"] == [String(long)])
        #expect(try round.corrected.sheets[0].text("A2") == "Parc Rosa")
    }

    @Test func aQuestionAboutALongTextIsShortAndItsAnswerComesHome() throws {
        let long = String(repeating: "très long ", count: 4_000)
        let round = try Round(xlsx: "nom|commune|chien\nParc Rosa|Bron|\(long.dropLast())")
        #expect(try round["chien"] == [""])
        let questions = try round.report.questions
        #expect(questions.count == 1 && questions.allSatisfy { $0.text.count < 1_000 })
        let sheet = try round.questionsSheet
        let ids = Set(sheet.columns.flatMap { cells in (0..<cells.count).map { cells[$0].text } })
        #expect(questions.allSatisfy { ids.contains($0.id) })
    }

    @Test func fiveThousandColumnsAreNoTrouble() throws {
        let heads = (0..<5_000).map { "c\($0)" }.joined(separator: "|")
        let cells = (0..<5_000).map { "v\($0)" }.joined(separator: "|")
        let round = try Round(csv: "nom|commune|\(heads)\nParc Rosa|Bron|\(cells)")
        #expect(try round["nom"] == ["Parc Rosa"])
        #expect(try round.report.columns.count == 5_002)
    }

    @Test func headersOfAnyScriptAreNoTrouble() throws {
        let round = try Round(csv: "🌳🌳|nom|🏙️|حديقة|commune|公園\n😀|Parc Rosa|b|م|Bron|上\n")
        #expect(try round["nom"] == ["Parc Rosa"])
        #expect(try round["commune"] == ["Bron"])
    }

    @Test(arguments: ["حديقة روزا", "Parc\u{202E}asoR", "👨‍👩‍👧‍👦", "e\u{301}\u{301}\u{301}", "\u{200B}Parc"])
    func namesOfAnyScriptArePublished(name: String) throws {
        let round = try Round(csv: "nom|commune\n\(name)|Bron")
        #expect(try round["nom"].first?.isEmpty == false)
        #expect(try round.corrected.sheets[0].text("A1") == "nom")
    }

    @Test(arguments: [
        "nom,commune\nParc\u{0} Rosa,Bron\n", "\u{0}", "nom\u{0},commune\n\u{0},Bron\n", "nom,commune\n\"Parc,Bron\n",
    ])
    func zeroBytesAndOpenQuotesAreReadOrRefused(words: String) {
        do {
            let round = try Round(Data(words.utf8))
            #expect(try !round.text("data.csv").contains("\u{0}"))
        } catch is UnreadableFile {
            // One sentence is as good.
        } catch {
            Issue.record(error)
        }
    }

    @Test(arguments: ["\u{B}", "\u{7F}", "]]>", "&lt;", "_x000D_", "\u{FFFE}"])
    func aMarkThatXMLCannotHoldDoesNotBreakTheWorkbook(mark: String) throws {
        let round = try Round(csv: "nom|commune|chien\nParc \(mark) Rosa|BRON|a\(mark)b")
        #expect(try round.corrected.sheets.count == 2)
    }

    @Test func aStrayControlCharacterIsNoTrouble() throws {
        let rows = (1...40).map { "Parc \($0)|BRON|libre\n" }.joined()
        let round = try Round(csv: "nom|commune|chien\nParc \u{1} Rosa|BRON|a\u{2}b\n" + rows)
        #expect(try round["nom"].count == 41)
        #expect(try round.corrected.sheets.count == 2)
    }

    @Test func mutatedFilesNeverCrash() throws {
        var dice = Dice(seed: 20_260_301)
        let seeds = try [
            Data(
                "nom;commune;chien;surf_m2;horaires\nParc Rosa;Bron;libre;1 220,5;Mo-Fr 08:30-12:00\nSquare;Brn;?;x;\n"
                    .utf8),
            Data("Titre\n\nnom,Adresse,CP\n\"Parc, nord\",\"12 rue X 69500 Bron\",69500\n".utf8),
            Data(
                """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"a","commune":"Bron"},\
                "geometry":{"type":"Point","coordinates":[4.9,45.7]}}]}
                """.utf8),
            workbook("nom|commune|chien\nParc Rosa|Bron|parfois"),
        ]
        let preparation = try preparation("parcs-jardins", "69029")
        var prepared = 0
        for turn in 0..<300 {
            // Few are workbooks or maps, and few are written out: these take longest.
            let file = dice.mutated(seeds[turn % 10 == 0 ? 2 + turn / 10 % 2 : turn % 2])
            do {
                if turn % 25 == 0 { _ = try Round(file) } else { _ = try prepare(file, by: preparation) }
                prepared += 1
            } catch is UnreadableFile {
                continue
            }
        }
        #expect(prepared > 100, "most of them can still be read")
    }

    private func prepare(_ data: Data, by preparation: Preparation) throws -> Prepared {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try data.write(to: file)
        return try preparation.prepare(fileAt: file)
    }
}

/// Numbers that look random and are the same each time (SplitMix64).
private struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A few bytes of a file changed, dropped, doubled or moved.
    mutating func mutated(_ data: Data) -> Data {
        var bytes = [UInt8](data)
        let marks = Array("\n\r;,\"|\t\0=é".utf8) + [0xFF, 0xFE, 0xC3]
        for _ in 0..<Int.random(in: 1...8, using: &self) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &self)
            let end = min(bytes.count, place + Int.random(in: 1...20, using: &self))
            switch Int.random(in: 0..<5, using: &self) {
            case 0: bytes[place] = marks.randomElement(using: &self) ?? 0
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3: bytes[place] ^= UInt8.random(in: 1...255, using: &self)
            default: bytes.insert(marks.randomElement(using: &self) ?? 0, at: place)
            }
        }
        return Data(bytes)
    }
}
