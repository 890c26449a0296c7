public import Tables
public import Texts

/// A likely repair that was written into cells before anybody agreed to it, and how to find these cells again when
/// the workbook comes back.
public struct WrittenProposal: Hashable, Sendable {
    /// The name of the sheet.
    public var sheet: String
    /// The letters of the column.
    public var column: String
    /// The header of the column, by which it is found where it was moved.
    public var header: String
    /// The numbers of the rows, in order.
    public var rows: [Int]
    /// What the sender wrote.
    public var before: String
    /// What was written instead.
    public var after: String

    /// A proposal.
    public init(sheet: String, column: String, header: String, rows: [Int], before: String, after: String) {
        self.sheet = sheet
        self.column = column
        self.header = header
        self.rows = rows.sorted()
        self.before = before
        self.after = after
    }

    /// The first line of the comment on a cell that was changed. A comment follows its cell wherever it is moved.
    public static func remark(before: String) -> Text {
        guard !before.isEmpty else { return Text(fr: "Avant\u{00A0}: (vide)", en: "Before: (empty)") }
        return Text(fr: "Avant\u{00A0}: «\u{00A0}\(before)\u{00A0}»", en: "Before: “\(before)”")
    }
}

// MARK: - Rows in few words

extension WrittenProposal {
    /// `2-4,7`, in pieces that fit into cells.
    var writtenRows: [String] {
        var pieces = [""]
        for range in Self.ranges(of: rows) {
            let words = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
            let last = pieces[pieces.count - 1]
            if last.utf8.count + words.utf8.count > 30_000 {
                pieces.append(words)
            } else {
                pieces[pieces.count - 1] = last.isEmpty ? words : last + "," + words
            }
        }
        return pieces
    }

    /// Reads `2-4,7`. What is no row is left out: people may write in hidden columns too.
    static func rows(written pieces: [String]) -> [Int] {
        pieces.flatMap { $0.split(separator: ",") }.flatMap { words -> [Int] in
            let ends = words.split(separator: "-").map { Int($0) ?? 0 }
            guard let first = ends.first, let last = ends.last, ends.count <= 2, first > 0, first <= last,
                last <= lastRow
            else { return [] }
            return Array(first...last)
        }
    }

    /// No sheet of a spreadsheet program has more rows.
    private static let lastRow = 1_048_576

    private static func ranges(of rows: [Int]) -> [ClosedRange<Int>] {
        var ranges: [ClosedRange<Int>] = []
        for row in rows {
            if let last = ranges.last, last.upperBound + 1 == row {
                ranges[ranges.count - 1] = last.lowerBound...row
            } else if ranges.last?.upperBound != row {
                ranges.append(row...row)
            }
        }
        return ranges
    }
}
