/// Years, of four characters.
struct YearReader: CellReader {
    func read(_ cell: Bytes) -> Logical? {
        guard cell.codePoints == 4, let number = ExactNumber(integer: cell), !number.isNegative else { return nil }
        return .number(number)
    }

    func read(_ tree: JSONTree) -> Logical? {
        switch tree {
        case .number(let number, true): (number.int).map { 0...9_999 ~= $0 } == true ? .number(number) : nil
        case .text(let text): text.withBytes(read)
        default: nil
        }
    }
}

/// Months of a year: `2024-05`.
struct MonthReader: CellReader {
    func read(_ cell: Bytes) -> Logical? {
        let parts = cell.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard parts.count == 2, let year = ExactNumber(integer: Bytes(rebasing: parts[0])),
            let month = ExactNumber(integer: Bytes(rebasing: parts[1]))?.int, 1...12 ~= month
        else { return nil }
        return .month(year: year, month: month)
    }
}
