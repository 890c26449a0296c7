import Editions
import Tables

/// The rows that hold each distinct value of a column, in the order of the edition.
struct Holders: Sendable {
    /// For each value, where its rows begin in `rows`; the last is the end.
    private let starts: [UInt32]
    private let rows: [UInt32]

    init(_ cells: Cells) {
        var starts = [UInt32](repeating: 0, count: cells.distinctCount + 1)
        for code in cells.codes { starts[Int(code) + 1] += 1 }
        for code in 0..<cells.distinctCount { starts[code + 1] += starts[code] }
        var next = starts
        var rows = [UInt32](repeating: 0, count: cells.count)
        for (row, code) in cells.codes.enumerated() {
            rows[Int(next[Int(code)])] = UInt32(row)
            next[Int(code)] += 1
        }
        self.starts = starts
        self.rows = rows
    }

    func count(of value: Int) -> Int { Int(starts[value + 1] - starts[value]) }

    func visit(_ value: Int, _ visit: (Int) -> Void) {
        for place in starts[value]..<starts[value + 1] { visit(Int(rows[Int(place)])) }
    }
}

extension Edition {
    /// The rows that hold each value of a column.
    func holders(_ column: Int) -> Holders { workings.holders(column) { Holders(table.columns[column]) } }
}
