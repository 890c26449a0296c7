extension Tokens {
    /// Takes the number of the house out, and what stands before it.
    mutating func takeNumber() -> HouseNumber? {
        separateMarks()
        guard let place = numberPlace, var number = HouseNumber(words[place].word) else {
            return takeNumberBehind()
        }
        var end = place + 1
        // `7-sept`: a spreadsheet took `7-9` or `7 sept` for a date. The same number twice is once.
        while end < words.count, words[end].word == words[place].word { end += 1 }
        if end < words.count, words[end].sign == 0x2D, Self.months.contains(words[end].word), isKind(end + 1) {
            end += 1
        }
        if number.suffix == nil { end = takeSuffix(end, &number) }
        if let last = rangeEnd(end), var until = HouseNumber(words[last].word) {
            until.from = number.number
            number = until
            end = takeSuffix(last + 1, &number)
        }
        // `14 16 RUE`: the first of two numbers side by side is the beginning of a range. The one beside the kind of
        // street leads, as for the national geocoder; where an adjective stands between (`14 16 GRANDE RUE`), the first.
        if place > 0, let first = HouseNumber(words[place - 1].word), first.number < number.number, number.from == nil {
            let last = number
            if end < words.count, Self.adjectives.contains(PlainWords.full(words[end].word)) { number = first }
            number.from = number == first ? last.number : first.number
        }
        words.removeSubrange(..<end)
        return number
    }

    /// `n12` and `no12` are `n° 12`.
    private mutating func separateMarks() {
        for place in words.indices where words[place].word.count > 1 {
            let letters = words[place].word.letters
            let mark = letters.starts(with: "no".utf8) ? 2 : letters[0] == UInt8(ascii: "n") ? 1 : 0
            let rest = Word(letters.dropFirst(mark))
            guard mark > 0, letters.count > mark, letters[mark] <= 0x39, HouseNumber(rest) != nil else { continue }
            words[place].word = rest
            words[place].sign = Self.markSign
        }
    }

    /// `RUE PASTEUR N° 46`, `Rue de l'Hérault, 110`.
    private mutating func takeNumberBehind() -> HouseNumber? {
        guard words.count > 1 else { return nil }
        for length in [1, 2] where words.count > length {
            let place = words.count - length
            guard var number = HouseNumber(words[place].word) else { continue }
            let isMarked =
                words[place].sign == 0x2C || words[place].sign == Self.markSign
                || Self.numberMarks.contains(words[place - 1].word)
            guard isMarked, length == 1 || HouseNumber.isSuffix(words[place + 1].word) else { continue }
            if length == 2 { number.suffix = HouseNumber.letter(words[place + 1].word) }
            words.removeLast(length)
            if let last = words.last, Self.numberMarks.contains(last.word) { words.removeLast() }
            return number
        }
        return nil
    }

    private static let markSign: UInt8 = 1

    /// The first number before a kind of street; else the first word, where it is a number and no date.
    private var numberPlace: Int? {
        let beforeKind = words.indices.first { place in
            guard HouseNumber(words[place].word) != nil else { return false }
            var next = place + 1
            if next < words.count, HouseNumber.isSuffix(words[next].word), isKind(next + 1) { next += 1 }
            guard isKind(next) else { return false }
            // `rue des 4 chemins`, `2 décembre 1870, rue du`
            return place == 0
                || !Self.months.contains(words[place - 1].word)
                    && PlainWords.classOf(PlainWords.full(words[place - 1].word)) != .article
        }
        if let beforeKind { return beforeKind }
        guard let first = words.indices.first(where: { !Self.numberMarks.contains(words[$0].word) }),
            HouseNumber(words[first].word) != nil, first + 1 < words.count,
            !Self.months.contains(PlainWords.full(words[first + 1].word)) || words.count > 4
        else { return nil }
        return first
    }

    private func takeSuffix(_ place: Int, _ number: inout HouseNumber) -> Int {
        guard place < words.count, place + 1 < words.count, HouseNumber.isSuffix(words[place].word) else {
            return place
        }
        let word = words[place].word
        // One letter is a suffix before a kind of street; `r` alone is the street itself.
        guard word.count > 1 || isKind(place + 1) else { return place }
        number.suffix = HouseNumber.letter(word)
        return place + 1
    }

    /// The place of the second number of `12-14`, `12/14`, `12 à 14`.
    private func rangeEnd(_ place: Int) -> Int? {
        guard place < words.count else { return nil }
        if words[place].sign == 0x2D || words[place].sign == 0x2F || words[place].sign == 0x2C,
            HouseNumber(words[place].word) != nil, place + 1 < words.count
        {
            return isNumberOfDate(place) ? nil : place
        }
        let joins = [Word("a"), Word("et"), Word("au")]
        guard place + 2 < words.count, joins.contains(words[place].word), HouseNumber(words[place + 1].word) != nil,
            !isNumberOfDate(place + 1)
        else { return nil }
        return place + 1
    }

    private func isNumberOfDate(_ place: Int) -> Bool {
        place + 1 < words.count && Self.months.contains(PlainWords.full(words[place + 1].word))
    }
}
