/// Where a cell is, in the words of its owner: a column letter and the row number that the spreadsheet shows.
public struct CellAddress: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The column, counted from 0 (`A` is 0).
    public let column: Int
    /// The row, counted from 1, as the spreadsheet shows it.
    public let row: Int

    /// The cell at a column (from 0) and a row (from 1).
    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    /// Reads `B12` or `$B$12`; nil if the words are no cell address.
    public init?(_ words: some StringProtocol) {
        let plain = words.uppercased().filter { $0 != "$" }
        let letters = plain.prefix { $0.isASCII && $0.isLetter }
        guard !letters.isEmpty, letters.count <= 4, let row = Int(plain.dropFirst(letters.count)), row > 0 else {
            return nil
        }
        self.init(column: letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1, row: row)
    }

    /// `B12`.
    public var description: String { Self.letters(of: column) + String(row) }

    /// The letters of a column: 0 is `A`, 26 is `AA`.
    public static func letters(of column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    public static func < (a: CellAddress, b: CellAddress) -> Bool {
        (a.row, a.column) < (b.row, b.column)
    }
}
