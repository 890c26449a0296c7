import Schemas
import Spelling
import Spreadsheets
import Tables
import Texts

/// Turns one sheet into a table: header found, rows sorted, merged cells filled in, all of it reported.
struct SheetTable {
    let sheet: Sheet
    let header: HeaderSearch.Candidate
    let prefilled: Set<String>

    /// The table of the sheet, and what was remarked.
    func read(source: Source) -> (table: Table, findings: [Finding]) {
        var roles = RowSorting(sheet: sheet, header: header.index, isData: header.isData).roles()
        var filled = sheet
        let mergedFindings = filled.fillMergedCells(below: header.index)
        let headers = headerTexts(roles: &roles)
        let kept = headers.indices.filter { column in
            !headers[column].isEmpty || holdsData(filled.columns[column], roles)
        }
        dropPrefilled(&roles, headers: headers, columns: filled.columns)
        let rows = roles.indices.filter { roles[$0] == .data }
        let columns = kept.map { column in
            Column(header: headers[column], position: column, cells: filled.columns[column].keeping(rows: rows))
        }
        let table = Table(source: source, columns: columns, rowNumbers: rows.map { sheet.rowNumbers[$0] })
        return (table, SheetRemarks(sheet: sheet, header: header.index, roles: roles).findings() + mergedFindings)
    }

    /// The headers; a second header row under a merged first one is joined to it (`Adresse` + `Rue`).
    private func headerTexts(roles: inout [RowRole]) -> [String] {
        guard !header.isData else { return sheet.columns.map { _ in "" } }
        var texts = sheet.columns.map { $0[header.index].text.oneLine }
        let row = sheet.rowNumbers[header.index]
        takeHeadersFromAbove(&texts, row: row)
        let wide = sheet.merged.filter {
            $0.first.row == row && $0.last.row == row && $0.last.column > $0.first.column
                && $0.first.column < texts.count
        }
        let next = header.index + 1
        guard !wide.isEmpty, next < sheet.rowCount, roles[next] != .blank else { return texts }
        let below = sheet.columns.map { $0[next] }
        guard below.allSatisfy({ $0.kind == .blank || $0.kind == .text }) else { return texts }
        for range in wide {
            for column in range.first.column...min(range.last.column, texts.count - 1) {
                let group = texts[range.first.column]
                if below[column].kind == .text {
                    texts[column] = below[column].text.oneLine
                } else {
                    texts[column] = group
                }
            }
        }
        for column in texts.indices where texts[column].isEmpty && below[column].kind == .text {
            texts[column] = below[column].text.oneLine
        }
        roles[next] = .repeatedHeader
        return texts
    }

    /// A header that is merged downwards stands in the first cell of its range.
    private func takeHeadersFromAbove(_ texts: inout [String], row: Int) {
        for range in sheet.merged where range.first.row < row && range.last.row >= row {
            let column = range.first.column
            guard column < texts.count, texts[column].isEmpty,
                let top = sheet.rowNumbers.firstIndex(of: range.first.row)
            else { continue }
            texts[column] = sheet.columns[column][top].text.oneLine
        }
    }

    private func holdsData(_ cells: Cells, _ roles: [RowRole]) -> Bool {
        let blank = (0..<cells.distinctCount).map { cells.kind(of: $0) == .blank }
        return roles.indices.contains { roles[$0] == .data && !blank[Int(cells.codes[$0])] }
    }

    /// Rows of our own template in which only the constants of the commune stand hold nothing yet.
    private func dropPrefilled(_ roles: inout [RowRole], headers: [String], columns: [Cells]) {
        guard !prefilled.isEmpty else { return }
        let asked = headers.indices.filter { !headers[$0].isEmpty && !prefilled.contains(headers[$0]) }
        for row in roles.indices where roles[row] == .data {
            if asked.allSatisfy({ columns[$0][row].kind == .blank }) { roles[row] = .blank }
        }
    }
}

extension Sheet {
    /// Gives every cell of a merged range the value of its first cell, where the range stands in the data.
    mutating func fillMergedCells(below header: Int) -> [Finding] {
        var rows: Set<Int> = []
        let indexOfRow = Dictionary(uniqueKeysWithValues: rowNumbers.enumerated().map { ($1, $0) })
        for range in merged where range.last.row > rowNumbers[header] && range.last.row > range.first.row {
            guard range.first.column < columns.count, let top = indexOfRow[range.first.row], top > header else {
                continue
            }
            let value = columns[range.first.column][top]
            guard value.kind != .blank else { continue }
            for number in (range.first.row + 1)...range.last.row {
                guard let row = indexOfRow[number] else { continue }
                columns[range.first.column].set(value, row: row)
                rows.insert(number)
            }
        }
        guard !rows.isEmpty else { return [] }
        let text = Text(
            fr: "Des cellules sont fusionnées : leur valeur a été reprise sur chaque ligne.",
            en: "Some cells are merged: their value was taken for each row.")
        return [Finding(rule: "merged-cells", severity: .info, rows: rows.sorted(), text: text)]
    }
}

extension String {
    /// The text on one line, as a header is compared.
    var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
