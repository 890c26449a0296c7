/// The words of all names of streets.
struct Vocabulary {
    /// The words in their order.
    let words: [Word]
    /// For each name, the numbers of its full words without articles, in their order.
    let nameWords: [[UInt32]]
    /// For each name, the sum over all its full words.
    let spellings: [UInt32]
    private let frequencies: [UInt32]

    init(names: TextPool) {
        var number: [Word: UInt32] = [:]
        var found: [Word] = []
        var perName: [[UInt32]] = []
        perName.reserveCapacity(names.places.count)
        var spellings: [UInt32] = []
        for name in names.places.indices {
            let full = WordCutter.words(names.text(UInt32(name))).map(PlainWords.full)
            spellings.append(Self.spelling(full))
            perName.append(
                full.filter { PlainWords.classOf($0) != .article }.prefix(24).map { word in
                    if let known = number[word] { return known }
                    number[word] = UInt32(found.count)
                    found.append(word)
                    return UInt32(found.count - 1)
                })
        }
        let order = found.indices.sorted { found[$0] < found[$1] }
        var place = [UInt32](repeating: 0, count: found.count)
        for (new, old) in order.enumerated() { place[old] = UInt32(new) }
        var frequencies = [UInt32](repeating: 0, count: found.count)
        nameWords = perName.map { words in
            let words = words.map { place[Int($0)] }
            for word in Set(words) { frequencies[Int(word)] += 1 }
            return words
        }
        words = order.map { found[$0] }
        self.frequencies = frequencies
        self.spellings = spellings
    }

    /// The sum over full words: equal where a name is written alike, its articles too.
    static func spelling(_ full: some Sequence<Word>) -> UInt32 {
        var sum: UInt64 = 7
        for word in full { sum = (sum &* 0x0000_0100_0000_01B3) ^ word.fingerprint }
        sum = (sum ^ (sum >> 29)) &* 0x94D0_49BB_1331_11EB
        return UInt32(truncatingIfNeeded: sum >> 32)
    }

    /// Writes the words, what finds them, and the names.
    func write(into sections: inout IndexSections, names: TextPool) {
        var entries: [NameEntry] = []
        var allWords: [UInt32] = []
        for name in names.places.indices {
            entries.append(
                NameEntry(
                    text: sections.place(of: names.text(UInt32(name))), firstWord: UInt32(allWords.count),
                    wordCount: UInt16(nameWords[name].count),
                    words: Self.spelling(nameWords[name].map { words[Int($0)] }), spelling: spellings[name]))
            allWords += nameWords[name]
        }
        sections.set(.names, entries)
        sections.set(.nameWords, allWords)
        sections.set(.wordTable, table)
        sections.set(.nameTable, Self.table(of: entries.map { UInt64($0.words) }))
    }

    /// The entries of the words, once it is known in which communes they are.
    func entries(firstCommunes: [UInt32]) -> [WordEntry] {
        words.indices.map { place in
            WordEntry(
                high: words[place].high, low: words[place].low, names: frequencies[place],
                firstCommune: firstCommunes[place])
        }
    }

    /// Open addressing, half empty: the number of a word plus one, at or after the place that its sum gives.
    private var table: [UInt32] { Self.table(of: words.map(\.fingerprint)) }

    private static func table(of sums: [UInt64]) -> [UInt32] {
        var size = 16
        while size < sums.count * 2 { size *= 2 }
        var table = [UInt32](repeating: 0, count: size)
        for (place, sum) in sums.enumerated() {
            var slot = Int(sum & UInt64(size - 1))
            while table[slot] != 0 { slot = (slot + 1) & (size - 1) }
            table[slot] = UInt32(place + 1)
        }
        return table
    }
}
