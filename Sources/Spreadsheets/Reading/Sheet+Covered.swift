import Tables
import Texts

extension Sheet {
    /// Empties the cells that a merged range covers: their owner does not see what a program may have left there.
    /// Returns what to say about it.
    mutating func clearCovered() -> [Finding] {
        var cleared: Set<Int> = []
        var budget = 4_000_000
        for range in merged where budget > 0 && range.first.column < columns.count {
            for place in places(of: range) {
                for column in range.first.column...min(range.last.column, columns.count - 1) {
                    budget -= 1
                    let isFirst = column == range.first.column && rowNumbers[place] == range.first.row
                    guard !isFirst, columns[column].kind(of: Int(columns[column].codes[place])) != .blank else {
                        continue
                    }
                    columns[column].set(.blank, row: place)
                    cleared.insert(rowNumbers[place])
                }
                if budget < 0 { break }
            }
        }
        return cleared.isEmpty ? [] : [.coveredValues(cleared.sorted(), sheet: name)]
    }

    private func places(of range: CellRange) -> Range<Int> {
        let first = rowNumbers.firstPlace { $0 >= range.first.row }
        let end = rowNumbers.firstPlace { $0 > range.last.row }
        return first..<max(first, end)
    }
}

extension [Int] {
    /// The first place, in sorted numbers, from which on the condition holds.
    fileprivate func firstPlace(where holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Finding {
    fileprivate static func coveredValues(_ rows: [Int], sheet: String) -> Finding {
        Finding(
            rule: "covered-value", severity: .info, rows: rows,
            text: Text(
                fr: "Feuille «\u{A0}\(sheet)\u{A0}»\u{202F}: des valeurs cachées sous des cellules fusionnées n’ont "
                    + "pas été reprises.",
                en: "Sheet “\(sheet)”: values hidden under merged cells were left out."
            ))
    }
}
