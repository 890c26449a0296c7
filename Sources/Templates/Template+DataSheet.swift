import Schemas
import Spreadsheets
import Tables

extension Template {
    /// The sheet to fill in: the names of the fields, the rows that are known, the prepared rows.
    var dataSheet: SheetDraft {
        let columns = schema.fields.map { TemplateColumn(field: $0, language: language) }
        let known = knownCells(columns)
        let prepared = preparedCells(columns)
        let count = rows?.rowCount ?? 0
        var sheet = SheetDraft(
            name: dataSheetName,
            columns: columns.map { ColumnDraft(width: $0.width, style: $0.style) },
            rows: SheetRows(count: 1 + count + (constants.isEmpty ? 0 : emptyRows)) { row in
                if row == 0 { return columns.map { CellDraft($0.field.name, $0.headerStyle) } }
                return row <= count ? known(row - 1) : prepared(row - 1 - count)
            })
        // Rules reach beyond the prepared rows, for those who type on.
        let lastRow = 1 + count + max(emptyRows, 1000)
        for (place, column) in columns.enumerated() {
            sheet.comments[CellAddress(column: place, row: 1)] = column.comment
            let first = CellAddress(column: place, row: 2)
            sheet.rules.append(column.rule(in: CellRange(first: first, last: CellAddress(column: place, row: lastRow))))
        }
        sheet.rowHeights[1] = 26
        sheet.frozenRows = 1
        sheet.tabColour = Palette.steel
        sheet.filter = CellRange(
            first: CellAddress(column: 0, row: 1),
            last: CellAddress(column: max(0, columns.count - 1), row: max(2, 1 + count + emptyRows)))
        return sheet
    }

    private func knownCells(_ columns: [TemplateColumn]) -> @Sendable (Int) -> [CellDraft] {
        guard let rows else { return { _ in [] } }
        let sources = columns.map { column in rows.fields.firstIndex(of: column.field.name).map { rows.columns[$0] } }
        return { row in
            zip(columns, sources).map { column, cells in
                CellDraft(column.content(of: cells?[row].text ?? ""), column.style)
            }
        }
    }

    private func preparedCells(_ columns: [TemplateColumn]) -> @Sendable (Int) -> [CellDraft] {
        let values = Dictionary(uniqueKeysWithValues: constants.map { ($0.field, $0.value) })
        return { row in
            columns.map { column in
                guard let value = values[column.field.name] else { return CellDraft(.blank, column.style) }
                let style = column.style.with {
                    $0.fill = Palette.grey
                    $0.ink = Palette.greyInk
                }
                return CellDraft(column.content(of: value(row)), style)
            }
        }
    }
}
