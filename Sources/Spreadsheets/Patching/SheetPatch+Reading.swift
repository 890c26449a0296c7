import Foundation
import Tables

/// Sections, rows and cells as they go by.
extension SheetPatch {
    /// What comes after the drawing of comments in a sheet (ECMA-376, part 1, §18.3.1.99).
    private static let afterDrawing: Set<String> = [
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
        "AlternateContent",
    ]

    func openSection(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes, _ tag: Range<Int>) {
        let local = String(String(cString: name).split(separator: ":").last ?? "")
        switch local {
        case "sheetData":
            isInData = true
            sheetData = tag
            sheetDataName = String(cString: name)
        case "dimension":
            if let range = attribute("ref", of: attributes).flatMap({ CellRange(String(cString: $0)) }) {
                dimension = (tag, String(cString: name), range, false)
            }
        case "legacyDrawing":
            legacyDrawing = list(attributes).first { $0.name.hasSuffix(":id") }?.value
        default:
            if drawingGap == nil, !sheetData.isEmpty, Self.afterDrawing.contains(local) { drawingGap = tag.lowerBound }
        }
    }

    func openColumn(_ attributes: XMLAttributes) {
        guard let first = attribute("min", of: attributes).flatMap({ Int(String(cString: $0)) }), first > 0,
            let last = attribute("max", of: attributes).flatMap({ Int(String(cString: $0)) }), last >= first,
            let style = attribute("style", of: attributes).flatMap({ Int(String(cString: $0)) })
        else { return }
        columnStyles.append((first - 1...last - 1, style))
    }

    func openRow(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes, _ tag: Range<Int>) {
        lastRow = attribute("r", of: attributes).flatMap { Int(String(cString: $0)) } ?? lastRow + 1
        lastColumn = -1
        while nextRow < rowsInOrder.count, rowsInOrder[nextRow] < lastRow {
            if rows[rowsInOrder[nextRow]] == nil { rowGaps[rowsInOrder[nextRow]] = tag.lowerBound }
            nextRow += 1
        }
        guard let columns = columnsByRow[lastRow], rows[lastRow] == nil else { return }
        wanted = columns[...]
        row = SheetRow(
            number: lastRow, name: String(cString: name), attributes: list(attributes), tag: tag,
            contentEnd: tag.upperBound, closesItself: false)
    }

    func closeRow(_ tag: Range<Int>) {
        guard var row else { return }
        row.closesItself = tag.isEmpty
        if !row.closesItself { row.contentEnd = tag.lowerBound }
        rows[row.number] = row
        self.row = nil
    }

    func openCell(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes, _ tag: Range<Int>) {
        let reference = attribute("r", of: attributes)
        lastColumn = reference.map(column) ?? lastColumn + 1
        guard row != nil else { return }
        while let column = wanted.first, column < lastColumn {
            let address = CellAddress(column: column, row: lastRow)
            if cells[address] == nil { cellGaps[address] = tag.lowerBound }
            wanted.removeFirst()
        }
        guard wanted.first == lastColumn else { return }
        cell = SheetCell(
            name: String(cString: name), attributes: list(attributes), tag: tag, end: tag.upperBound,
            closesItself: false)
    }

    func closeCell(_ tag: Range<Int>) {
        guard var cell else { return }
        cell.closesItself = tag.isEmpty
        if !cell.closesItself { cell.end = tag.upperBound }
        cells[CellAddress(column: lastColumn, row: lastRow)] = cell
        self.cell = nil
    }

    func openFormula(_ attributes: XMLAttributes) {
        cell?.hasFormula = true
        guard let type = attribute("t", of: attributes),
            let range = attribute("ref", of: attributes).flatMap({ CellRange(String(cString: $0)) })
        else { return }
        // Of a shared formula only the first cell holds the words that the others repeat.
        let isShared = strcmp(type, "shared") == 0
        arrays.append(isShared ? CellRange(first: range.first, last: range.first) : range)
    }

    /// The column of `B12`, without making a string: this runs for every cell of the sheet.
    private func column(of reference: UnsafePointer<CChar>) -> Int {
        var column = 0
        var place = 0
        while true {
            let letter = UInt8(bitPattern: reference[place]) & 0xDF
            guard (0x41...0x5A).contains(letter), place < 4 else { return column - 1 }
            column = column * 26 + Int(letter) - 0x40
            place += 1
        }
    }
}
