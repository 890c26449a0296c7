/// Some of the rows of an edition: a bit for each row.
public struct RowSet: Sendable, Hashable {
    /// How many rows the edition has.
    public let rowCount: Int
    var words: [UInt64]

    /// No row, or all rows, of so many.
    public init(rowCount: Int, all: Bool = false) {
        precondition(rowCount >= 0, "a table has no negative number of rows")
        self.rowCount = rowCount
        words = Array(repeating: all ? ~0 : 0, count: (rowCount + 63) / 64)
        clearTail()
    }

    /// Some rows of so many. Numbers that are no row are left out.
    public init(_ rows: some Sequence<Int>, rowCount: Int) {
        self.init(rowCount: rowCount)
        for row in rows where row >= 0 && row < rowCount { words[row >> 6] |= 1 &<< UInt64(row & 63) }
    }

    /// Whether a row is among them.
    public func contains(_ row: Int) -> Bool {
        row >= 0 && row < rowCount && words[row >> 6] >> UInt64(row & 63) & 1 == 1
    }

    /// How many rows are among them.
    public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// The rows, in the order of the edition.
    public var rows: [Int] {
        var rows: [Int] = []
        rows.reserveCapacity(count)
        forEach { rows.append($0) }
        return rows
    }

    /// Visits the rows, in the order of the edition.
    public func forEach(_ visit: (Int) -> Void) {
        for (place, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                visit(place << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    /// Adds a row.
    mutating func insert(_ row: Int) { words[row >> 6] |= 1 &<< UInt64(row & 63) }

    /// Asks for each row whether it belongs here.
    @inline(__always)
    mutating func fill(_ belongs: (Int) -> Bool) {
        words.withUnsafeMutableBufferPointer { words in
            for place in words.indices {
                var word: UInt64 = 0
                let start = place &<< 6
                for bit in 0..<min(64, rowCount &- start) where belongs(start &+ bit) { word |= 1 &<< UInt64(bit) }
                words[place] = word
            }
        }
    }

    /// Whether there is none.
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// The rows that are in both sets.
    public mutating func formIntersection(_ other: RowSet) {
        precondition(rowCount == other.rowCount, "rows of two editions")
        for place in words.indices { words[place] &= other.words[place] }
    }

    /// The rows that are in one of the sets.
    public mutating func formUnion(_ other: RowSet) {
        precondition(rowCount == other.rowCount, "rows of two editions")
        for place in words.indices { words[place] |= other.words[place] }
    }

    /// The rows that are not in the other set.
    mutating func subtract(_ other: RowSet) {
        precondition(rowCount == other.rowCount, "rows of two editions")
        for place in words.indices { words[place] &= ~other.words[place] }
    }

    /// All other rows.
    public mutating func invert() {
        for place in words.indices { words[place] = ~words[place] }
        clearTail()
    }

    /// No bit may stand behind the last row.
    private mutating func clearTail() {
        guard rowCount & 63 != 0 else { return }
        words[words.count - 1] &= 1 &<< UInt64(rowCount & 63) - 1
    }
}
