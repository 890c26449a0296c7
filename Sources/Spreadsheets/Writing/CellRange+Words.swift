import Tables

extension CellRange: CustomStringConvertible {
    /// `A1:C12`, or `A1` for one cell.
    public var description: String {
        first == last ? first.description : "\(first.description):\(last.description)"
    }

    /// Reads `A1:C12` or `A1`; nil if the words are no range.
    init?(_ words: String) {
        let corners = words.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(corners.count), let first = CellAddress(corners[0]),
            let last = CellAddress(corners[corners.count - 1]), first.row <= last.row, first.column <= last.column
        else { return nil }
        self.init(first: first, last: last)
    }

    /// With dollars, as a formula names it wherever it stands: `$A$1:$C$12`.
    var fixed: String { "\(first.fixed):\(last.fixed)" }

    /// Whether a cell lies within.
    func contains(_ cell: CellAddress) -> Bool {
        (first.row...last.row).contains(cell.row) && (first.column...last.column).contains(cell.column)
    }
}

extension CellAddress {
    /// `$A$1`.
    var fixed: String { "$\(CellAddress.letters(of: column))$\(row)" }
}
