import Foundation
import Spreadsheets
import Tables
import Testing

/// Workbooks that real people made, in the folder `shared` beside the package. Skipped where it is absent.
@Suite struct ReceivedWorkbooksTests {
    private static let shared = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("../../../../shared").standardizedFileURL

    private static var workbooks: [URL] {
        guard let found = FileManager.default.enumerator(at: shared, includingPropertiesForKeys: nil) else {
            print("skipped: there is no folder \(shared.path)")
            return []
        }
        let files = found.compactMap { $0 as? URL }.filter { $0.pathExtension == "xlsx" }
        if files.isEmpty { print("skipped: there are no workbooks in \(shared.path)") }
        return files
    }

    @Test func everyOtherCellIsAsItWas() throws {
        for url in Self.workbooks {
            let data = try Data(contentsOf: url)
            guard let before = try? Workbook.read(data, fileName: url.lastPathComponent), before.format == .xlsx,
                let sheet = before.sheets.first(where: { $0.rowCount > 1 && !$0.columns.isEmpty })
            else { continue }
            let row = sheet.rowNumbers[sheet.rowCount / 2]
            let edits = [
                CellAddress(column: 0, row: row): "modifié",
                CellAddress(column: sheet.columns.count, row: row): "ajouté",
            ]
            var patch = WorkbookPatch()
            for (cell, value) in edits {
                patch.edit(sheet: sheet.name, cell: cell, value: value, highlight: .certain, comment: "Pourquoi")
            }
            patch.add(sheet: SheetDraft(name: "Questions à part", rows: [[CellDraft("?")]]))
            let after = try Workbook.read(
                try #require(try? patch.apply(to: data), "\(url.path)"), fileName: url.lastPathComponent)
            #expect(after.sheets.map(\.name) == before.sheets.map(\.name) + ["Questions à part"], "\(url.path)")
            compare(before, after, sheet.name, edits, url)
        }
    }

    private func compare(
        _ before: Workbook, _ after: Workbook, _ edited: String, _ edits: [CellAddress: String], _ url: URL
    ) {
        for (old, new) in zip(before.sheets, after.sheets) {
            var different = 0
            #expect(old.rowNumbers == new.rowNumbers, "\(url.path)")
            for (column, cells) in new.columns.enumerated() {
                for row in 0..<min(old.rowCount, new.rowCount) {
                    let address = CellAddress(column: column, row: new.rowNumbers[row])
                    let value = old.columns.indices.contains(column) ? old.columns[column][row] : .blank
                    let isKept =
                        old.name == edited && edits[address] != nil && !new.comments[address, default: ""].isEmpty
                    if !isKept, cells[row] != value { different += 1 }
                }
            }
            #expect(different == 0, "\(url.path), \(old.name)")
        }
    }
}
