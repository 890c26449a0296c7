public import Foundation
public import Spreadsheets
public import Tables
public import Texts

/// A new workbook for those who sent no XLSX (CSV, GeoJSON…): their rows and columns at the places that they know, with
/// the same colours and comments as in a corrected workbook, and the questions.
public struct CleanWorkbook: Sendable {
    private let sheet: SheetDraft
    private let questions: QuestionsSheet?

    /// The workbook of a sheet as it was read, titles above the header included. `header` is the row number of the
    /// header, which is set off and stays in view.
    public init(
        sheet: Sheet, name: String, header: Int?, edits: [CellAddress: CellEdit], questions: QuestionsSheet? = nil,
        language: Language = .french
    ) {
        let places = Dictionary(sheet.rowNumbers.enumerated().map { ($1, $0) }) { first, _ in first }
        self.init(
            name: name, width: sheet.columns.count, height: sheet.rowNumbers.last ?? 0, header: header, edits: edits,
            questions: questions, language: language
        ) { row in
            places[row].map { place in sheet.columns.map { $0[place] } } ?? []
        }
    }

    /// The workbook of a table, its header above its first row.
    public init(
        table: Table, name: String, edits: [CellAddress: CellEdit], questions: QuestionsSheet? = nil,
        language: Language = .french
    ) {
        let places = Dictionary(table.rowNumbers.enumerated().map { ($1, $0) }) { first, _ in first }
        let header = max(1, (table.rowNumbers.first ?? 2) - 1)
        let width = (table.columns.map(\.position).max() ?? -1) + 1
        self.init(
            name: name, width: width, height: max(header, table.rowNumbers.last ?? 0), header: header, edits: edits,
            questions: questions, language: language
        ) { row in
            var values = Array(repeating: Value.blank, count: width)
            if row == header {
                for column in table.columns { values[column.position] = Value(column.header) }
            } else if let place = places[row] {
                for column in table.columns { values[column.position] = column.cells[place] }
            }
            return values
        }
    }

    private init(
        name: String, width: Int, height: Int, header: Int?, edits: [CellAddress: CellEdit],
        questions: QuestionsSheet?, language: Language, values: @escaping @Sendable (Int) -> [Value]
    ) {
        let width = max(width, (edits.keys.map(\.column).max() ?? -1) + 1)
        let height = max(height, edits.keys.map(\.row).max() ?? 0)
        var sheet = Self.draft(name: name, width: width, height: height, header: header, edits: edits, values: values)
        sheet.comments = edits.compactMapValues(\.comment).filter { !$0.value.isEmpty }
            .mapValues { Signature.sign($0, in: language) }
        self.sheet = sheet
        self.questions = questions
    }

    /// Writes the workbook (XLSX).
    public func write(to url: URL) throws(UnwritableWorkbook) { try draft.write(to: url) }

    /// The bytes of the workbook (XLSX).
    public func data() throws(UnwritableWorkbook) -> Data { try draft.data() }

    private var draft: WorkbookDraft {
        WorkbookDraft(sheets: [sheet] + (questions.map { [$0.draft] } ?? []), title: sheet.name)
    }
}

// MARK: - The sheet

extension CleanWorkbook {
    private static func draft(
        name: String, width: Int, height: Int, header: Int?, edits: [CellAddress: CellEdit],
        values: @escaping @Sendable (Int) -> [Value]
    ) -> SheetDraft {
        var widths = Array(repeating: 10, count: width)
        for row in 1...max(1, min(height, 200)) {
            for (column, value) in values(row).prefix(width).enumerated() {
                widths[column] = min(48, max(widths[column], value.text.count + 3))
            }
        }
        var sheet = SheetDraft(
            name: tabName(name, taken: ["questions", "questions gabarit"]),
            columns: widths.map { ColumnDraft(width: Double($0)) },
            rows: SheetRows(count: height) { row in
                let values = values(row + 1)
                return (0..<width).map { column in
                    let value = values.indices.contains(column) ? values[column] : .blank
                    return cell(value, edits[CellAddress(column: column, row: row + 1)], isHeader: row + 1 == header)
                }
            })
        if let header, header <= 20 { sheet.frozenRows = header }
        sheet.tabColour = Palette.navy
        return sheet
    }

    private static func cell(_ value: Value, _ edit: CellEdit?, isHeader: Bool) -> CellDraft {
        var style = isHeader ? Palette.tableHead : CellStyle.plain
        if let highlight = edit?.highlight {
            style.fill = highlight.fill
            style.ink = CellEdit.ink
        }
        guard let edited = edit?.value else { return draft(value.text, value.kind, style) }
        switch edit?.kind ?? .text {
        case .text: return draft(edited, .text, style)
        case .number: return draft(edited, .number, style)
        case .date: return draft(edited, .date, style)
        }
    }

    private static func draft(_ words: String, _ kind: Value.Kind, _ style: CellStyle) -> CellDraft {
        guard !words.isEmpty else { return CellDraft(.blank, style) }
        switch kind {
        case .number where words.first != "0" || words.hasPrefix("0.") || words == "0":
            return CellDraft(.number(words), style)
        case .date:
            return CellDraft(.date(words), style.with { $0.numberFormat = "dd/mm/yyyy" })
        default:
            return CellDraft(.text(words), style.with { $0.numberFormat = "@" })
        }
    }
}
