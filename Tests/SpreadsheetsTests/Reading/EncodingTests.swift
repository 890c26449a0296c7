import Foundation
import Spreadsheets
import Tables
import Testing
import Texts

@Suite("The encoding of text files")
struct EncodingTests {
    private let text = "nom;adresse\nChâteau d’Été;12 bis, allée des Érables\nÉcole Noël;Œuvre à façon n° 3\n"

    @Test func utf8WithAndWithoutMark() throws {
        for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
            let workbook = try readText(bytes)
            #expect(workbook.encoding == "utf-8")
            #expect(workbook.texts[0] == ["nom", "adresse"])
            #expect(workbook.texts[1][0] == "Château d’Été")
        }
    }

    @Test(arguments: [true, false], [true, false])
    func utf16InBothOrdersWithAndWithoutMark(isLittle: Bool, isMarked: Bool) throws {
        let units = (isMarked ? [0xFEFF] : []) + Array(text.utf16)
        let bytes = units.flatMap { unit in
            isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        let workbook = try readText(bytes)
        #expect(workbook.encoding == (isLittle ? "utf-16le" : "utf-16be"))
        #expect(workbook.texts[2] == ["École Noël", "Œuvre à façon n° 3"])
        #expect(workbook.findings.isEmpty)
    }

    /// The bytes of the letters of `text` (Unicode's tables CP1252.TXT, ROMAN.TXT).
    private static let windows: [Character: UInt8] = [
        "â": 0xE2, "’": 0x92, "É": 0xC9, "é": 0xE9, "ë": 0xEB, "Œ": 0x8C, "à": 0xE0, "ç": 0xE7, "°": 0xB0,
    ]
    private static let macintosh: [Character: UInt8] = [
        "â": 0x89, "’": 0xD5, "É": 0x83, "é": 0x8E, "ë": 0x91, "Œ": 0xCE, "à": 0x88, "ç": 0x8D, "°": 0xA1,
    ]

    @Test(arguments: [("windows-1252", windows), ("macintosh", macintosh)])
    func oldWesternEncodingsAreToldApart(name: String, letters: [Character: UInt8]) throws {
        let workbook = try readText(text.flatMap { letters[$0].map { [$0] } ?? Array($0.utf8) })
        #expect(workbook.encoding == name)
        #expect(workbook.texts[1] == ["Château d’Été", "12 bis, allée des Érables"])
    }

    @Test(arguments: [("windows-1252", [0xE9] as [UInt8]), ("macintosh", [0x8E]), ("ibm850", [0x82])])
    func oneAccentIsEnough(name: String, accent: [UInt8]) throws {
        let workbook = try readText(Array("nom;type\nEcole;".utf8) + accent + Array("cole primaire\n".utf8))
        #expect(workbook.encoding == name)
        #expect(workbook.texts[1][1] == "école primaire")
    }

    @Test func capitalsWithAccentsReadAsWindows() throws {
        let bytes = Array("NOM;RUE\nMAIRIE;RUE DE L'".utf8) + [0xC9] + Array("GLISE\n".utf8)
        #expect(try readText(bytes).texts[1][1] == "RUE DE L'ÉGLISE")
    }

    @Test func aDamagedCharacterIsShownAndTold() throws {
        var bytes = Array((text + text + text + text).utf8)
        bytes += [0xC3] + Array(";fin\n".utf8)
        let workbook = try readText(bytes)
        #expect(workbook.encoding == "utf-8")
        #expect(workbook.sheets[0]["A13"]?.text == "\u{FFFD}")
        #expect(workbook.rows(of: "undecodable-characters") == [13])
    }

    @Test func bytesWithoutMeaningInWindows1252AreTold() throws {
        let bytes = Array("nom;b\nCh".utf8) + [0xE2] + Array("teau ".utf8) + [0x81] + Array(" \u{20};x\n".utf8)
        let workbook = try readText(bytes)
        #expect(workbook.texts[1][0] == "Château \u{FFFD}  ")
        #expect(workbook.rows(of: "undecodable-characters") == [2])
    }
}
