import Exports
import Foundation
import Schemas
import Spreadsheets
import Tables
import Testing

/// What LibreOffice makes of the files, where it is installed.
@Suite(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice"), "LibreOffice is not installed"))
struct OfficeTests {
    private static let texts = [
        "=1+1", "+1+1", "-1+1", "@SUM(1;1)", " =1+1", "\u{A0}=1+1", "＝1+1", "＋1", "\t=1+1", "=HYPERLINK(\"http://a\")",
        "=cmd|' /C calc'!A0", "été « 🌳 »", "a;b", "deux\nlignes", "00123", "il dit \"non\"", "'=1+1", "deux  espaces",
        "\u{200B}=1+1", "=DDE(\"a\";\"b\";\"c\")",
    ]

    private func converted(_ format: String, input: String? = nil) throws -> Sheet {
        let document = #"{"name": "a", "title": "A", "fields": [{"name": "n", "type": "number"}, {"name": "texte"}]}"#
        let schema = try JSONDecoder().decode(Schema.self, from: Data(document.utf8))
        let numbers = Self.texts.indices.map { Value($0 % 2 == 0 ? "1220.5" : "") }
        let table = CleanTable(
            fields: ["n", "texte"], columns: [Cells(numbers), Cells(Self.texts.map { Value($0) })],
            rowNumbers: Array(Self.texts.indices))
        let folder = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let export = try #require(Formats.named(format))
        let file = folder.appending(path: "a.\(export.fileExtension)")
        try export.write(table, schema: schema, to: file)
        let office = Process()
        office.executableURL = URL(fileURLWithPath: "/usr/bin/soffice")
        office.arguments =
            ["-env:UserInstallation=file://\(folder.path)/profile", "--headless"]
            + (input.map { ["--infilter=\($0)"] } ?? [])
            + [
                // Comma, quotes, UTF-8; formulas as formulas, so that one that was made would be seen.
                "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,true", "--outdir",
                folder.appending(path: "out").path, file.path,
            ]
        office.standardOutput = FileHandle.nullDevice
        office.standardError = FileHandle.nullDevice
        try office.run()
        office.waitUntilExit()
        let name = file.deletingPathExtension().lastPathComponent + ".csv"
        return try #require(Workbook.read(fileAt: folder.appending(path: "out/\(name)")).sheets.first)
    }

    private func texts(of sheet: Sheet) -> [String] { (1..<sheet.rowCount).map { sheet.columns[1][$0].text } }

    @Test(arguments: ["xlsx", "ods"])
    func aWorkbookOpensAsItWasWritten(format: String) throws {
        let sheet = try converted(format)
        // LibreOffice leaves out the tab that begins a cell of an ODS file.
        #expect(texts(of: sheet) == Self.texts.map { format == "ods" ? String($0.drop { $0 == "\t" }) : $0 })
        #expect(sheet.columns[0][1].text.replacing(",", with: ".") == "1220.5")
    }

    @Test func theCSVForExcelRunsNothing() throws {
        // As a double click reads it, with formulas allowed.
        let sheet = try converted("excel.csv", input: "CSV:59,34,76,1,,1036,false,true,false,false,false,-1,true")
        for (text, shown) in zip(Self.texts, texts(of: sheet)) where text != "00123" {
            #expect(shown == text || shown == "'" + text, "\(text)")
        }
    }
}
