import Editions
import Spelling
import Tables

/// Whether all words of a question stand in the texts of a row, in whichever of them.
struct SearchTest: RowTest {
    private let edition: Edition
    private let columns: [Int]
    private let words: [[UInt8]]
    private let areBeginnings: Bool
    var cost: Int { 2 }
    var effort: Int { (2 * columns.count + 1) * edition.rowCount * (1 + words.count / 16) }

    /// A question for words in some columns; nil is all that hold texts.
    init(_ edition: Edition, _ columns: [Int]?, words: String, areBeginnings: Bool) {
        self.edition = edition
        self.columns = columns ?? edition.searchedColumns
        var seen: Set<String> = []
        // The last word counts as typed to where it is; the same word twice is one.
        self.words = words.foldedWords.reversed().filter { seen.insert($0).inserted }.map { Array($0.utf8) }.reversed()
        self.areBeginnings = areBeginnings
    }

    func rows(where truth: Bool, among: RowSet?) -> RowSet {
        var found = RowSet(rowCount: edition.rowCount, all: true)
        // As many words at once as a mask has bits.
        for start in stride(from: 0, to: words.count, by: 16) where !found.isEmpty {
            found.formIntersection(rows(words[start..<min(start + 16, words.count)]))
        }
        if !truth { found.invert() }
        if let among { found.formIntersection(among) }
        return found
    }

    /// The rows that hold all of at most sixteen words.
    private func rows(_ words: ArraySlice<[UInt8]>) -> RowSet {
        let wanted = UInt16(truncatingIfNeeded: 1 &<< words.count &- 1)
        var sums = [UInt16](repeating: 0, count: edition.rowCount)
        let few = max(1, edition.rowCount / 16)
        for column in columns {
            let cells = edition.table.columns[column]
            let known = edition.words(column)
            var found = [UInt16](repeating: 0, count: cells.distinctCount)
            var touched: [Int] = []
            for (bit, place) in words.indices.enumerated() {
                let isBeginning = areBeginnings || place == self.words.count - 1
                found.withUnsafeMutableBufferPointer { found in
                    known.visit(words[place], isBeginning: isBeginning) { value in
                        if found[value] == 0, touched.count < few { touched.append(value) }
                        found[value] |= 1 &<< UInt16(bit)
                    }
                }
            }
            if touched.isEmpty { continue }
            let holders = edition.holders(column)
            // Where few rows are touched, only those are visited.
            if touched.count < few, touched.reduce(0, { $0 + holders.count(of: $1) }) < few {
                for value in touched { holders.visit(value) { sums[$0] |= found[value] } }
            } else {
                Self.join(found, cells.codes, into: &sums)
            }
        }
        var rows = RowSet(rowCount: edition.rowCount)
        sums.withUnsafeBufferPointer { sums in rows.fill { sums[$0] == wanted } }
        return rows
    }

    private static func join(_ found: [UInt16], _ codes: [UInt32], into sums: inout [UInt16]) {
        sums.withUnsafeMutableBufferPointer { sums in
            codes.withUnsafeBufferPointer { codes in
                found.withUnsafeBufferPointer { found in
                    for row in sums.indices { sums[row] |= found[Int(codes[row])] }
                }
            }
        }
    }
}
