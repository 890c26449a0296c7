import Addresses
import Foundation
import Intake
import Mapping
import Pipeline
import Repairs
import Review
import Schemas
import Spreadsheets
import Tables
import Territories
import Testing

/// A file that was sent, prepared and written out, in a folder of its own that is deleted afterwards.
final class Round {
    let prepared: Prepared
    let folder: URL
    private let home: URL
    private let addresses: AddressIndex?

    /// Prepares the bytes of a file and writes what comes back.
    init(
        _ data: Data, named name: String = "parcs.csv", schema: String = "parcs-jardins", commune: String? = "69029",
        book: DecisionBook = DecisionBook(), addresses: AddressIndex? = nil
    ) throws {
        home = FileManager.default.temporaryDirectory.appending(path: "gabarit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        let file = home.appending(path: name)
        try data.write(to: file)
        self.addresses = addresses
        prepared = try preparation(schema, commune, book, addresses).prepare(fileAt: file)
        folder = home.appending(path: "out")
        try prepared.write(to: folder, original: file, version: "test")
    }

    /// Prepares a CSV file. Rows that lead with `|` are easier to read: `|` stands for `;`.
    convenience init(
        csv words: String, schema: String = "parcs-jardins", commune: String? = "69029",
        book: DecisionBook = DecisionBook(), addresses: AddressIndex? = nil
    ) throws {
        try self.init(
            Data(words.replacing("|", with: ";").utf8), schema: schema, commune: commune, book: book,
            addresses: addresses)
    }

    /// Prepares a workbook of one sheet, `Parcs`: `|` between cells, one line a row.
    convenience init(
        xlsx words: String, schema: String = "parcs-jardins", commune: String? = "69029",
        book: DecisionBook = DecisionBook()
    ) throws {
        try self.init(workbook(words), named: "parcs.xlsx", schema: schema, commune: commune, book: book)
    }

    deinit { try? FileManager.default.removeItem(at: home) }

    /// A file that was written.
    func text(_ name: String) throws -> String {
        try String(decoding: Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    var report: Report {
        get throws {
            try JSONDecoder().decode(Report.self, from: Data(contentsOf: folder.appending(path: "report.json")))
        }
    }

    /// `data.csv` as it is read by others: headers, then rows.
    var data: [[String]] { get throws { try readCSV(text("data.csv")) } }

    /// What `data.csv` says of a field.
    subscript(_ field: String) -> [String] {
        get throws {
            let rows = try data
            let column = try #require(rows.first?.firstIndex(of: field))
            return rows.dropFirst().map { $0[column] }
        }
    }

    /// The corrected workbook, read again.
    var corrected: Workbook { get throws { try Workbook.read(fileAt: folder.appending(path: "corrected.xlsx")) } }

    /// The sheet of questions of the corrected workbook.
    var questionsSheet: Sheet {
        get throws {
            let sheets = try corrected.sheets
            return try #require(sheets.last { $0.name.hasPrefix("Questions") }, "no sheet of questions")
        }
    }

    /// Sends the corrected workbook back with answers, each for the question that holds its words.
    func answered(_ answers: [String: String], commune: String? = "69029") throws -> Round {
        try Round(
            answeredWorkbook(answers), named: "corrected.xlsx", schema: prepared.draft.schema.name, commune: commune,
            book: prepared.book, addresses: addresses)
    }

    private func answeredWorkbook(_ answers: [String: String]) throws -> Data {
        let sheet = try questionsSheet
        let head = try #require(sheet.row { $0.contains("Votre réponse") })
        let column = try #require(sheet.columns.firstIndex { $0[head].text == "Votre réponse" })
        let asked = try #require(sheet.columns.firstIndex { $0[head].text == "Valeur reçue" })
        var patch = WorkbookPatch()
        for (value, answer) in answers {
            let row = try #require(
                (head + 1..<sheet.rowCount).first { sheet.columns[asked][$0].text == value },
                "no question about \(value)")
            patch.edit(
                sheet: sheet.name, cell: CellAddress(column: column, row: sheet.rowNumbers[row]), value: answer)
        }
        return try patch.apply(to: Data(contentsOf: folder.appending(path: "corrected.xlsx")))
    }
}

extension Sheet {
    /// The place of the first row of which something is true.
    func row(where isWanted: ([String]) -> Bool) -> Int? {
        (0..<rowCount).first { row in isWanted(columns.map { $0[row].text }) }
    }

    /// What stands in a cell, by its address.
    func text(_ cell: String) -> String? {
        guard let cell = CellAddress(cell), let row = rowNumbers.firstIndex(of: cell.row), cell.column < columns.count
        else { return nil }
        return columns[cell.column][row].text
    }
}

/// What is known of the world in these tests: the Métropole de Lyon, on a day in spring.
let world = World(reference: .builtIn, now: Date(timeIntervalSince1970: 1_772_323_200))

func preparation(
    _ schema: String, _ commune: String?, _ book: DecisionBook = DecisionBook(), _ addresses: AddressIndex? = nil
) throws -> Preparation {
    let world = World(reference: world.reference, now: world.now, addresses: addresses)
    let sender = try commune.map { try #require(world.reference.commune(code: $0)) }
    return Preparation(schema: try SchemaLibrary.schema(schema), sender: sender, world: world, book: book)
}

/// A workbook of one sheet, `Parcs`: `|` between cells, one line a row.
func workbook(_ words: String) throws -> Data {
    let rows = words.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).map { CellDraft(String($0)) }
    }
    return try WorkbookDraft(sheets: [SheetDraft(name: "Parcs", rows: SheetRows(rows))]).data()
}

/// Reads canonical CSV by the book (RFC 4180), independently of the house.
func readCSV(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = "", isQuoted = false
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
        switch scalar {
        case "\"" where !isQuoted: isQuoted = true
        case "\"" where rest.first == "\"": cell.unicodeScalars.append(rest.removeFirst())
        case "\"": isQuoted = false
        case "," where !isQuoted, "\n" where !isQuoted:
            rows[rows.count - 1].append(cell)
            cell = ""
            if scalar == "\n" { rows.append([]) }
        default: cell.unicodeScalars.append(scalar)
        }
    }
    if rows.last?.isEmpty == true, cell.isEmpty { rows.removeLast() } else { rows[rows.count - 1].append(cell) }
    return rows
}
