/// A table of words that is made once and asked often: open addressing, by the sum of the word.
struct WordTable<Value: BitwiseCopyable & Sendable>: @unchecked Sendable {
    // Filled in `init` and only read afterwards; tables live as long as the program.
    private let words: UnsafeMutableBufferPointer<Word>
    private let values: UnsafeMutableBufferPointer<Value>
    private let mask: Int

    init(_ entries: [Word: Value]) {
        var size = 16
        while size < entries.count * 3 { size *= 2 }
        mask = size - 1
        words = .allocate(capacity: size)
        words.initialize(repeating: Word(high: 0, low: 0))
        values = .allocate(capacity: size)
        for (word, value) in entries {
            var slot = Int(truncatingIfNeeded: word.fingerprint) & mask
            while words[slot].high != 0 { slot = (slot + 1) & mask }
            words[slot] = word
            values[slot] = value
        }
    }

    @inline(__always)
    subscript(word: Word) -> Value? {
        var slot = Int(truncatingIfNeeded: word.fingerprint) & mask
        while words[slot].high != 0 {
            if words[slot] == word { return values[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }
}

/// A set of words that is made once and asked often.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
    private let table: WordTable<Bool>

    init(arrayLiteral words: Word...) {
        table = WordTable(Dictionary(words.map { ($0, true) }) { first, _ in first })
    }

    @inline(__always)
    func contains(_ word: Word) -> Bool { table[word] != nil }
}
