import Tables
import Texts

/// Puts cells in their columns as they come, whatever the order in which a file gives them.
///
/// Only cells that hold something are placed. A column is filled up when it next gets a value, so that the work
/// grows with the cells that are there and not with the rectangle around them.
struct SheetBuilder {
    /// Longer runs of empty rows are left out.
    static let longestGap = 1_000

    private(set) var columns: [Cells] = []
    private(set) var rowNumbers: [Int] = []
    private let limits: ReadingLimits
    private var current = -1
    private var inOrder = true
    private var places: [Int: Int] = [:]
    private var memos: [SharedTextMemo] = []

    init(limits: ReadingLimits) {
        self.limits = limits
    }

    /// Puts a value in a cell. The bytes must be valid UTF-8; empty ones place nothing.
    mutating func place(
        _ bytes: UnsafeRawBufferPointer, kind: Value.Kind, column: Int, row: Int
    ) throws(UnreadableFile) {
        guard !bytes.isEmpty else { return }
        if current < 0 || rowNumbers[current] != row { try open(row) }
        if column >= columns.count { try widen(to: column) }
        if columns[column].count == current {
            columns[column].append(bytes, kind: kind)
        } else if columns[column].count < current {
            columns[column].pad(to: current)
            columns[column].append(bytes, kind: kind)
        } else {
            columns[column].set(Value(String(decoding: bytes, as: UTF8.self), kind: kind), row: current)
        }
    }

    /// Puts one of the shared texts of a workbook in a cell.
    mutating func place(
        shared place: Int, of strings: SharedStrings, column: Int, row: Int
    ) throws(UnreadableFile) {
        if column < columns.count, current >= 0, rowNumbers[current] == row, columns[column].count == current,
            let code = memos[column][place]
        {
            return columns[column].append(code: code)
        }
        try strings.with(place) { (bytes) throws(UnreadableFile) in
            try self.place(bytes, kind: .text, column: column, row: row)
            if !bytes.isEmpty { memos[column].remember(columns[column].codes[current], of: place) }
        }
    }

    /// Puts a value in a cell, from bytes that are kept elsewhere.
    mutating func place(_ text: ArraySlice<UInt8>, kind: Value.Kind, column: Int, row: Int) throws(UnreadableFile) {
        try text.withUnsafeBufferPointer { (bytes) throws(UnreadableFile) in
            try place(UnsafeRawBufferPointer(bytes), kind: kind, column: column, row: row)
        }
    }

    /// The finished columns and row numbers.
    mutating func finish() -> (columns: [Cells], rowNumbers: [Int]) {
        for column in columns.indices { columns[column].pad(to: rowNumbers.count) }
        guard !inOrder else { return (columns, rowNumbers) }
        let order = rowNumbers.indices.sorted { rowNumbers[$0] < rowNumbers[$1] }
        return (columns.map { $0.keeping(rows: order) }, order.map { rowNumbers[$0] })
    }

    private mutating func open(_ row: Int) throws(UnreadableFile) {
        guard row <= limits.rows else { throw .tooManyRows(limits.rows) }
        let last = rowNumbers.last ?? 0
        if inOrder, row > last {
            if row - last - 1 <= Self.longestGap { rowNumbers.append(contentsOf: last + 1..<row) }
            rowNumbers.append(row)
            current = rowNumbers.count - 1
        } else {
            current = placeOutOfOrder(row)
        }
        try check()
    }

    private mutating func placeOutOfOrder(_ row: Int) -> Int {
        if places.isEmpty {
            places = Dictionary(zip(rowNumbers, rowNumbers.indices), uniquingKeysWith: { first, _ in first })
        }
        if let place = places[row] { return place }
        inOrder = false
        rowNumbers.append(row)
        places[row] = rowNumbers.count - 1
        return rowNumbers.count - 1
    }

    private mutating func widen(to column: Int) throws(UnreadableFile) {
        guard column < limits.columns else { throw .tooManyColumns(limits.columns) }
        columns.append(contentsOf: repeatElement(Cells(), count: column + 1 - columns.count))
        // Enough for any table that a person fills in, and no more memory for a sheet that is no such table.
        let memo = SharedTextMemo(isKept: columns.count <= 1_000)
        memos.append(contentsOf: repeatElement(memo, count: column + 1 - memos.count))
        try check()
    }

    private func check() throws(UnreadableFile) {
        guard rowNumbers.count * columns.count <= limits.cells else { throw .tooManyCells(limits.cells) }
    }
}

extension UnreadableFile {
    static func tooManyRows(_ limit: Int) -> UnreadableFile {
        tooLarge(Text.count(limit, fr: ("ligne", "lignes"), en: ("row", "rows")))
    }

    static func tooManyColumns(_ limit: Int) -> UnreadableFile {
        tooLarge(Text.count(limit, fr: ("colonne", "colonnes"), en: ("column", "columns")))
    }

    static func tooManyCells(_ limit: Int) -> UnreadableFile {
        tooLarge(Text.count(limit, fr: ("cellule", "cellules"), en: ("cell", "cells")))
    }

    private static func tooLarge(_ most: Text) -> UnreadableFile {
        UnreadableFile(
            Text(
                fr: "Une feuille dépasse \(most.fr)\u{202F}: supprimez les lignes et les colonnes inutiles, ou envoyez "
                    + "le tableau en plusieurs fichiers.",
                en:
                    "A sheet goes beyond \(most.en): delete the rows and columns that are not needed, or send the table "
                    + "as several files."
            ))
    }
}
