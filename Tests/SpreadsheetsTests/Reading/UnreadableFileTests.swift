import Foundation
import Spreadsheets
import Tables
import Testing
import Texts

@Suite("Files that cannot be read, and limits")
struct UnreadableFileTests {
    private func sentence(_ bytes: [UInt8], limits: ReadingLimits = .default) -> String? {
        let error = #expect(throws: UnreadableFile.self) {
            try Workbook.read(Data(bytes), fileName: "envoi", limits: limits, conversion: .none)
        }
        return error?.text.fr
    }

    @Test(arguments: [
        (Array("%PDF-1.7".utf8), "PDF"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "image"),
        ([0xFF, 0xD8, 0xFF, 0xE0], "image"),
        ([], "vide"), (Array(" \r\n\t ".utf8), "vide"), ([0xEF, 0xBB, 0xBF], "vide"), ([0x1F, 0x8B, 8], "archive"),
        (Array("{\"type\": \"FeatureCollection\"}".utf8), "JSON"), (Array("<?xml version=\"1.0\"?><kml/>".utf8), "XML"),
        (Array("<html><body>Connexion requise</body></html>".utf8), "page web"),
        (Array("MIME-Version: 1.0\nX-Document-Type: Workbook".utf8), "page web"),
        (Array("SQLite format 3\0".utf8), "base de données"), ((0...255).map { UInt8($0) }, "savons lire"),
        (Array(repeating: 0, count: 500), "savons lire"), ([0x09, 0x08, 0x08, 0x00, 0x00, 0x05], "Enregistrer sous"),
    ])
    func otherFilesAreNamed(bytes: [UInt8], word: String) {
        #expect(sentence(bytes)?.contains(word) == true)
    }

    @Test(arguments: [
        ("word/document.xml", "document texte"), ("ppt/presentation.xml", "présentation"),
        ("Index/Document.iwa", "Numbers"),
        ("photos/parc.jpg", "archive"), ("xl/workbook.bin", "ancien format"),
    ])
    func otherArchivesAreNamed(part: String, word: String) {
        #expect(sentence(ZipFile([part: "x"]).bytes)?.contains(word) == true)
    }

    @Test(arguments: [
        ("EncryptedPackage", "mot de passe"), ("WordDocument", "document texte"), ("Workbook", "Enregistrer sous"),
    ])
    func oldContainersAreNamed(stream: String, word: String) {
        var bytes = [UInt8](repeating: 0, count: 1_536)
        bytes.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        bytes[30] = 9
        bytes.replaceSubrange(76..<512, with: repeatElement(0xFF, count: 436))
        let name = stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        bytes.replaceSubrange(512 + 128..<512 + 128 + name.count, with: name)
        bytes[512 + 128 + 64] = UInt8(name.count + 2)
        bytes[512 + 128 + 66] = 2
        #expect(sentence(bytes)?.contains(word) == true)
    }

    @Test func aConversionIsUsedForOldFiles() throws {
        let converted = Data(xlsx("<row><c><v>7</v></c></row>").bytes)
        let conversion = OldWorkbookConversion { (_, _) throws(UnreadableFile) in converted }
        let workbook = try Workbook.read(
            Data(ZipFile(["xl/workbook.bin": "x"]).bytes), fileName: "a.xlsb", conversion: conversion)
        #expect(workbook.format == .xls)
        #expect(workbook.texts == [["7"]])
    }

    @Test func aTableOfAWebPageIsRead() throws {
        let page = """
            <html><head><style>td { color: red }</style></head><body><table border=1><tr><th>Nom<th colspan="2">Lieu</tr>
            <tr><td rowspan=2>&Eacute;cole &amp; parc</td><td>12&nbsp;rue<br>Bron</td><td> x </td></tr>
            <!-- <tr><td>non</td></tr> --><tr><td>a &#233; <b>b</b></td></tr></table></body></html>
            """
        let workbook = try readText(page)
        #expect(workbook.format == .xls)
        #expect(
            workbook.texts == [["Nom", "Lieu", ""], ["École & parc", "12\u{A0}rue\nBron", "x"], ["", "a é b", ""]])
        #expect(workbook.sheets[0].merged.count == 2)
    }

    @Test func aTruncatedWorkbookIsDamaged() {
        let bytes = xlsx("<row><c><v>7</v></c></row>").bytes
        #expect(sentence(Array(bytes.prefix(bytes.count / 2)))?.contains("abîmé") == true)
    }

    @Test func entitiesAreRefused() {
        let laughs =
            "<!DOCTYPE a [<!ENTITY b \"ha\">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"
        let file = xlsx("").with(["xl/worksheets/sheet1.xml": laughs])
        #expect(sentence(file.bytes)?.contains("abîmé") == true)
    }

    @Test func everyLimitIsASentence() {
        var limits = ReadingLimits()
        limits.uncompressedBytes = 2_000
        let large = xlsx(String(repeating: "<row><c><v>1</v></c></row>", count: 1_000)).bytes
        #expect(sentence(large, limits: limits)?.contains("trop gros") == true)
        limits = ReadingLimits()
        limits.rows = 999
        #expect(
            sentence(large, limits: limits)?.contains("lignes") == true)
        limits = ReadingLimits()
        limits.cells = 900
        #expect(sentence(large, limits: limits)?.contains("cellules") == true)
        #expect(sentence(xlsx("<row><c r=\"XFE1\"><v>1</v></c></row>").bytes)?.contains("colonnes") == true)
        #expect(sentence(xlsx("<row r=\"9999999\"><c><v>1</v></c></row>").bytes)?.contains("lignes") == true)
        limits = ReadingLimits()
        limits.sheets = 0
        #expect(sentence(large, limits: limits)?.contains("feuilles") == true)
        limits = ReadingLimits()
        limits.sharedStrings = 1
        let strings = xlsx("", strings: "<si><t>a</t></si><si><t>b</t></si>").bytes
        #expect(sentence(strings, limits: limits)?.contains("trop gros") == true)
    }

    @Test func repeatedContentIsBounded() {
        let cell =
            "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/>"
        let bomb = ods(rows: "<table:table-row table:number-rows-repeated=\"1000000\">\(cell)</table:table-row>")
        #expect(sentence(bomb.bytes)?.contains("cellules") == true)
        let wide = ods(rows: "<table:table-row>\(cell)\(cell)</table:table-row>")
        #expect(sentence(wide.bytes)?.contains("colonnes") == true)
    }

    @Test func aStrayCellFarAwayCostsNothing() throws {
        let sheet = try xlsx(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>"
        ).firstSheet()
        #expect(sheet.rowNumbers == [1, 1_048_576])
        #expect(sheet.columns.count == 16_384)
    }

    @Test func aFileThatIsNotThereIsASentence() {
        let error = #expect(throws: UnreadableFile.self) {
            try Workbook.read(fileAt: URL(fileURLWithPath: "/nulle/part.csv"))
        }
        #expect(error?.text.fr.contains("part.csv") == true)
    }
}
