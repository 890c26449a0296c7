import Foundation
import Tables
import Texts

/// Writes edits into the part of one sheet: looks where each cell is, or would be, then splices.
final class SheetPatch: XMLVisitor {
    let rowsInOrder: [Int]
    let columnsByRow: [Int: [Int]]

    var cells: [CellAddress: SheetCell] = [:]
    var rows: [Int: SheetRow] = [:]
    /// Where a row that is missing would begin.
    var rowGaps: [Int: Int] = [:]
    /// Where a cell that is missing would begin.
    var cellGaps: [CellAddress: Int] = [:]
    var columnStyles: [(columns: ClosedRange<Int>, style: Int)] = []
    /// The ranges of formulas that fill several cells.
    var arrays: [CellRange] = []
    var sheetData = 0..<0
    var sheetDataName = "sheetData"
    var sheetDataClosesItself = false
    var sheetDataEnd = 0
    var rootName = "worksheet"
    var rootEnd = 0
    /// Where the reference to a drawing of comments belongs, by the order of the standard.
    var drawingGap: Int?
    var legacyDrawing: String?
    var dimension: (tag: Range<Int>, name: String, range: CellRange, closesItself: Bool)?

    var depth = 0
    var row: SheetRow?
    var cell: SheetCell?
    var nextRow = 0
    var wanted: ArraySlice<Int> = []
    var lastRow = 0
    var lastColumn = -1
    var isInData = false

    /// Reads the part of a sheet.
    init(_ path: String, in parts: PackageParts, edits: [CellAddress: CellEdit]) throws(UnreadableFile) {
        columnsByRow = Dictionary(grouping: edits.keys, by: \.row).mapValues { $0.map(\.column).sorted() }
        rowsInOrder = columnsByRow.keys.sorted()
        cells.reserveCapacity(edits.count)
        let scan = try XMLScan(self)
        try parts.read(path) { (piece) throws(UnreadableFile) in try scan.feed(piece) }
        try scan.finish()
        guard !sheetData.isEmpty else { throw damagedWorkbook }
    }

    var prefix: String { Spreadsheets.prefix(of: rootName) }

    /// The style of a cell that is not there yet: that of its row, else that of its column.
    func style(at address: CellAddress) -> Int {
        rows[address.row]?.style ?? columnStyles.first { $0.columns.contains(address.column) }?.style ?? 0
    }

    func open(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes, tag: Range<Int>) {
        defer { depth += 1 }
        switch depth {
        case 0: rootName = String(cString: name)
        case 1: openSection(name, attributes, tag)
        case 2 where isInData && "row" ~= XMLName(name): openRow(name, attributes, tag)
        case 2 where "col" ~= XMLName(name): openColumn(attributes)
        case 3 where isInData && "c" ~= XMLName(name): openCell(name, attributes, tag)
        case 4 where isInData && "f" ~= XMLName(name): openFormula(attributes)
        default: break
        }
    }

    func close(_ name: UnsafePointer<CChar>, tag: Range<Int>) {
        depth -= 1
        switch depth {
        case 0: rootEnd = tag.lowerBound
        case 1 where isInData:
            isInData = false
            sheetDataEnd = tag.lowerBound
            sheetDataClosesItself = tag.isEmpty
        case 1 where tag.isEmpty && dimension?.tag.upperBound == tag.lowerBound: dimension?.closesItself = true
        case 2 where isInData: closeRow(tag)
        case 3 where isInData: closeCell(tag)
        default: break
        }
    }
}
