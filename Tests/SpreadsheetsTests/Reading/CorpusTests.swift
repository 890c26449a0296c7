import Foundation
import Spreadsheets
import Tables
import Testing
import Texts

/// The folder `shared` beside the package, where it exists: test files that are no part of the project.
private let shared = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared")

private func corpus(_ name: String) -> URL { shared.appendingPathComponent("corpora").appendingPathComponent(name) }

private let hasShared = FileManager.default.fileExists(atPath: corpus("csv-spectrum").path)

@Suite("Files made to break readers", .enabled(if: hasShared, "skipped: the folder ../shared is not there"))
struct CorpusTests {
    @Test(arguments: [
        "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
        "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ])
    func csvSpectrum(name: String) throws {
        let workbook = try Workbook.read(fileAt: corpus("csv-spectrum/csvs/\(name).csv"))
        // The answer for line ends inside a cell was written before the file lost its carriage returns.
        let answer = try String(contentsOf: corpus("csv-spectrum/json/\(name).json"), encoding: .utf8)
            .replacing("\\r\\n", with: "\\n")
        let expected = try JSONDecoder().decode([[String: String]].self, from: Data(answer.utf8))
        let rows = workbook.texts
        let read = rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }
        #expect(Array(read) == expected)
    }

    @Test(arguments: ["simple.csv", "simple.ssv", "simple.xlsx"])
    func messyTablesSimple(name: String) throws {
        let rows = try Workbook.read(fileAt: corpus("messytables/horror/\(name)")).texts
        #expect(rows[0] == ["date", "temperature", "place"])
        #expect(rows[1] == ["2011-01-01", "1", "Galway"])
        #expect(rows.count == 7)
    }

    @Test func messyTablesOpenDocumentTypes() throws {
        let formats = try Workbook.read(fileAt: corpus("messytables/horror/ods_formats.ods")).sheets[0]
        #expect(formats["A2"] == Value("2014-11-11", kind: .date))
        #expect(formats["B2"] == Value("11:12:12", kind: .time))
        #expect(formats["C2"] == Value("true", kind: .boolean))
    }

    @Test(arguments: [
        ("utf-16le_encoded.csv", "utf-16le"), ("spanish_chars.csv", "windows-1252"), ("utf8bom.csv", "utf-8"),
    ])
    func messyTablesEncodings(name: String, encoding: String) throws {
        #expect(try Workbook.read(fileAt: corpus("messytables/horror/\(name)")).encoding == encoding)
    }
}
