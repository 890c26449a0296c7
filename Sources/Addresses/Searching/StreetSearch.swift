/// Finds, in one commune, the streets that have the words that were typed.
final class StreetSearch {
    private let index: AddressIndex
    private let scores: UnsafeMutableBufferPointer<Float>
    private let lastWord: UnsafeMutableBufferPointer<UInt8>
    private var touched: [UInt16] = []

    init(_ index: AddressIndex) {
        self.index = index
        scores = .allocate(capacity: 1 << 16)
        scores.initialize(repeating: 0)
        lastWord = .allocate(capacity: 1 << 16)
        lastWord.initialize(repeating: 0)
    }

    deinit {
        scores.deallocate()
        lastWord.deallocate()
    }

    /// The streets of a commune that are worth comparing, as places in the index. Words that the commune does not
    /// know are looked for under their slips of the pen, unless only exact ones are wanted.
    func streets(_ typed: StreetWords, in commune: Int, isExact: Bool) -> [Int] {
        let entry = index.communes[commune]
        let local = Int(entry.firstLocalWord)..<Int(entry.firstLocalWord + entry.localWordCount)
        defer { clear() }
        for (place, word) in typed.words.prefix(200).enumerated() {
            let mark = UInt8(place + 1)
            let isKnown = word.number.map { find($0, local, word.weight, mark) } ?? false
            if !isKnown, !isExact { findAlike(word, local, mark) }
        }
        for (place, pair) in zip(typed.words, typed.words.dropFirst()).enumerated() {
            if let number = index.number(of: pair.0.word.joined(pair.1.word)) {
                _ = find(number, local, pair.0.weight + pair.1.weight, UInt8(min(place, 100) + 101))
            }
        }
        return best(Int(entry.firstStreet))
    }

    private func find(_ number: UInt32, _ local: Range<Int>, _ points: Float, _ mark: UInt8) -> Bool {
        let low = index.localWords.lowerBound(in: local) { $0.word < number }
        guard low < local.upperBound, index.localWords[low].word == number else { return false }
        count(low, points, mark)
        return true
    }

    /// Words of the commune that are the typed one with slips of the pen.
    private func findAlike(_ typed: StreetWords.TypedWord, _ local: Range<Int>, _ mark: UInt8) {
        let word = typed.word
        let letters = word.letterSet
        let length = word.count
        guard length >= 3, !word.isNumber else { return }
        for place in local {
            let candidate = index.localWords[place]
            let apart = abs(Int(candidate.count) - length)
            guard apart <= 3 || length >= 3 && Int(candidate.count) > length,
                candidate.meaning != WordClass.kind.rawValue || typed.meaning == .kind
            else { continue }
            // Each slip changes at most two of the letters that a word has.
            guard (candidate.letters ^ letters).nonzeroBitCount <= 6 || letters & ~candidate.letters == 0 else {
                continue
            }
            let other = index.words[Int(candidate.word)].word
            if let likeness = WordLikeness(word, other, letters: letters, foundLetters: candidate.letters) {
                count(place, typed.weight * likeness.similarity, mark)
            }
        }
    }

    private func count(_ place: Int, _ points: Float, _ mark: UInt8) {
        let start = Int(index.localWords[place].firstStreet), end = Int(index.localWords[place + 1].firstStreet)
        for at in start..<end {
            let street = Int(index.localStreets[at])
            if lastWord[street] == 0 { touched.append(UInt16(street)) }
            // A word counts once for a street, whichever of its forms was met there.
            guard lastWord[street] != mark else { continue }
            lastWord[street] = mark
            scores[street] += points
        }
    }

    /// The streets with the most points; those with few words first where points are equal.
    private func best(_ firstStreet: Int) -> [Int] {
        guard let most = touched.max(by: { scores[Int($0)] < scores[Int($1)] }).map({ scores[Int($0)] }) else {
            return []
        }
        let worthy = touched.filter { scores[Int($0)] >= most * 0.6 }
        if worthy.count <= 12 { return worthy.map { firstStreet + Int($0) } }
        let ranked = worthy.map { place in
            let name = index.names[Int(index.streets[firstStreet + Int(place)].name)]
            return (Float(name.wordCount) * 0.3 - scores[Int(place)], place)
        }.sorted { $0 < $1 }
        return ranked.prefix(16).map { firstStreet + Int($0.1) }
    }

    private func clear() {
        for street in touched {
            scores[Int(street)] = 0
            lastWord[Int(street)] = 0
        }
        touched.removeAll(keepingCapacity: true)
    }
}
