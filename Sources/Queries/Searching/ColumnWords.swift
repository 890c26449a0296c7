import Editions
import Schemas
import Spelling
import Tables

/// Which words stand in the values of one column: folded, in the order of the alphabet, each with its values.
struct ColumnWords: Sendable {
    private let words: Cells
    /// The numbers of the words in the order of the alphabet.
    private let alphabet: [UInt32]
    /// For each word, where its values begin in `values`; the last is the end.
    private let starts: [UInt32]
    private let values: [UInt32]

    init(_ cells: Cells) {
        var words = Cells()
        var owners: [UInt32] = []
        var folded: [UInt8] = []
        for code in 0..<cells.distinctCount {
            folded.removeAll(keepingCapacity: true)
            cells.withBytes(of: code) { $0.fold(into: &folded) }
            folded.withUnsafeBytes { bytes in
                for word in bytes.split(separator: 0x20) {
                    words.append(UnsafeRawBufferPointer(rebasing: word), kind: .text)
                    owners.append(UInt32(code))
                }
            }
        }
        var starts = [UInt32](repeating: 0, count: words.distinctCount + 1)
        for word in words.codes { starts[Int(word) + 1] += 1 }
        for word in 0..<words.distinctCount { starts[word + 1] += starts[word] }
        var next = starts
        var values = [UInt32](repeating: 0, count: owners.count)
        for (word, owner) in zip(words.codes, owners) {
            values[Int(next[Int(word)])] = owner
            next[Int(word)] += 1
        }
        let texts = (0..<words.distinctCount).map { words.distinct($0).text }
        alphabet = (0..<UInt32(words.distinctCount)).sorted {
            texts[Int($0)].utf8.lexicographicallyPrecedes(texts[Int($1)].utf8)
        }
        self.words = words
        self.starts = starts
        self.values = values
    }

    /// Visits the values that hold a word, or one that begins so; a value maybe several times.
    func visit(_ word: [UInt8], isBeginning: Bool, _ visit: (Int) -> Void) {
        func isBelow(_ number: UInt32) -> Bool {
            words.withBytes(of: Int(number)) { $0.lexicographicallyPrecedes(word) }
        }
        var (low, high) = (0, alphabet.count)
        while low < high {
            let middle = (low + high) / 2
            if isBelow(alphabet[middle]) { low = middle + 1 } else { high = middle }
        }
        while low < alphabet.count {
            let number = Int(alphabet[low])
            let fits = words.withBytes(of: number) { isBeginning ? $0.starts(with: word) : $0.elementsEqual(word) }
            guard fits else { return }
            for place in starts[number]..<starts[number + 1] { visit(Int(values[Int(place)])) }
            low += 1
        }
    }
}

extension Edition {
    /// The words of a column.
    func words(_ column: Int) -> ColumnWords { workings.words(column) { ColumnWords(table.columns[column]) } }

    /// The columns in which people look for words: texts and lists of texts.
    var searchedColumns: [Int] {
        table.fields.indices.filter { column in
            switch schema.field(table.fields[column])?.type {
            case .string, .any, .list, .array, nil: true
            default: false
            }
        }
    }
}
