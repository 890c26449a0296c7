/// A typed address taken apart: the number, the words of the street, the postcode and the words of the commune.
struct TypedAddress {
    /// The number of the house.
    var number: HouseNumber?
    /// The full words of the street, articles too, in their order.
    var street: [Word] = []
    /// The words that stand before the number: the name of a firm, of a building.
    var before: [Word] = []
    /// The postcode.
    var postcode: UInt32?
    /// Whether the postcode is one of a firm (CEDEX): only its département says where.
    var isCedex = false
    /// The full words of the commune without articles, where it is known which they are.
    var city: [Word] = []
    /// Whether the words of the street may end with those of the commune.
    var mayEndWithCity = false
    /// Other ways to read the number and the street, for when the first leads nowhere.
    var otherReadings: [(HouseNumber?, [Word])] = []

    /// Takes an address apart.
    init(_ query: AddressQuery) {
        var words = Tokens(query.address)
        isCedex = words.dropCedex()
        words.dropClutter()
        if let place = words.postcodePlace {
            postcode = words.words[place].postcode
            var behind = words
            behind.words.removeSubrange(...place)
            city = behind.cityWords
            words.words.removeSubrange(place...)
        } else {
            mayEndWithCity = query.city.isEmpty && query.communeCode.isEmpty
        }
        if postcode != nil, city.isEmpty { mayEndWithCity = true }
        take(query)
        (number, before) = words.takeNumber()
        words.openKind()
        street = words.words.map { PlainWords.full($0.word) }
        otherReadings = words.otherReadings(number)
    }

    /// What stands in columns of their own comes before what stands in the line.
    private mutating func take(_ query: AddressQuery) {
        if !query.postcode.isEmpty {
            postcode = Tokens(query.postcode).words.first?.paddedPostcode ?? postcode
        }
        guard !query.city.isEmpty else { return }
        var words = Tokens(query.city)
        isCedex = words.dropCedex() || isCedex
        postcode = postcode ?? words.words.lazy.compactMap(\.postcode).first
        words.words.removeAll { $0.postcode != nil }
        city = words.cityWords
    }
}

/// The words of a line, each with the sign before it.
struct Tokens {
    var words: [Token] = []

    struct Token {
        var word: Word
        var sign: UInt8

        /// The packed postcode, where the word is one.
        var postcode: UInt32? { word.count == 5 && word.isNumber ? PackedCode.pack(word) : nil }

        /// The same; one that lost its first zero gets it back.
        var paddedPostcode: UInt32? {
            word.count == 4 && word.isNumber ? PackedCode.pack("0" + word.text) : postcode
        }
    }

    /// Words that were cut already.
    init(_ words: some Sequence<Word>) { self.words = words.map { Token(word: $0, sign: 0x20) } }

    init(_ text: String) {
        words.reserveCapacity(16)
        var text = text
        text.withUTF8 { bytes in WordCutter.cut(bytes) { words.append(Token(word: $0, sign: $1)) } }
    }

    /// The last word that can be a postcode and does not stand at the beginning, where numbers of houses stand.
    var postcodePlace: Int? {
        words.indices.last { place in
            words[place].postcode != nil && (place > 0 || words.count == 1 || words[place].word.count == 5)
        }
    }

    /// Drops `CEDEX 3`.
    mutating func dropCedex() -> Bool {
        guard let place = words.firstIndex(where: { $0.word == Word("cedex") }) else { return false }
        words.remove(at: place)
        if place < words.count, words[place].word.isNumber, words[place].word.count <= 2 { words.remove(at: place) }
        return true
    }

    /// Drops what says nothing of where the house stands: post boxes, floors, flats, `lieu-dit`.
    mutating func dropClutter() {
        var place = 0
        while place < words.count {
            let length = Clutter.length(words, at: place)
            if length > 0 { words.removeSubrange(place..<place + length) } else { place += 1 }
        }
    }

    /// The full words of a commune without articles: `LYON 03`, `Lyon 3 ème (Rhône)`, `LYON03` are `lyon 3`.
    var cityWords: [Word] {
        var city: [Word] = []
        for (place, token) in words.enumerated() {
            // What stands in parentheses is a département or a country.
            if token.sign == 0x28 { break }
            if place > 0, Self.ordinalEnds.contains(token.word), words[place - 1].word.count <= 3 { continue }
            for part in Self.apart(token.word) {
                let full = part.isNumber ? part : PlainWords.full(part)
                if PlainWords.classOf(full) != .article, full != Word("france") { city.append(full) }
            }
        }
        return city
    }

    /// A name and the number that is glued to it; a number without its zeros and its ending: `03` and `3e` are `3`.
    private static func apart(_ word: Word) -> [Word] {
        let letters = word.letters
        let name = letters.prefix { $0 > 0x39 }
        guard name.count < letters.count else { return [word] }
        var digits = letters.dropFirst(name.count).prefix { $0 <= 0x39 }.drop { $0 == 0x30 }
        if digits.isEmpty { digits = letters.suffix(1)[...] }
        let end = Word(letters.dropFirst(name.count).drop { $0 <= 0x39 })
        guard end.count == 0 || ordinalEnds.contains(end) else { return [word] }
        return name.isEmpty ? [Word(digits)] : [Word(name), Word(digits)]
    }

    private static let ordinalEnds: Set<Word> = [
        Word("e"), Word("er"), Word("eme"), Word("ere"), Word("ieme"), Word("arrondissement"), Word("arr"),
        Word("ardt"),
    ]

    /// `R. DE L'AVIATION`: one letter after the number is the kind of street.
    mutating func openKind() {
        guard words.count > 1, words[0].word == Word("r") || words[0].word == Word("q"), !isKind(1) else { return }
        words[0].word = words[0].word == Word("r") ? Word("rue") : Word("quai")
    }

    /// Takes the number of the house out, and what stands before it.
    mutating func takeNumber() -> (HouseNumber?, [Word]) {
        separateMarks()
        guard let place = numberPlace, var number = HouseNumber(words[place].word) else {
            return (takeNumberBehind(), [])
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
        let hasMark = place > 0 && Self.numberMarks.contains(words[place - 1].word)
        let before = words[..<(hasMark ? place - 1 : place)].map { PlainWords.full($0.word) }
        words.removeSubrange(..<end)
        return (number, before)
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

    private func isKind(_ place: Int) -> Bool {
        guard place < words.count else { return false }
        let word = words[place].word
        return PlainWords.classOf(PlainWords.full(word)) == .kind || Self.singleLetterKinds.contains(word)
            || (Self.adjectives.contains(PlainWords.full(word)) && place + 1 < words.count
                && PlainWords.classOf(PlainWords.full(words[place + 1].word)) == .kind)
    }

    private static let singleLetterKinds: Set<Word> = [Word("r"), Word("q"), Word("c")]
    private static let adjectives: Set<Word> = [
        Word("grand"), Word("petit"), Word("vieux"), Word("ancien"), Word("nouveau"),
    ]
    private static let numberMarks: Set<Word> = [Word("n"), Word("no"), Word("num"), Word("numero")]
    static let months: Set<Word> = [
        Word("janvier"), Word("fevrier"), Word("mars"), Word("avril"), Word("mai"), Word("juin"), Word("juillet"),
        Word("aout"), Word("septembre"), Word("sept"), Word("octobre"), Word("oct"), Word("nov"), Word("dec"),
        Word("novembre"), Word("decembre"), Word("janv"), Word("fevr"), Word("avr"), Word("juil"),
    ]
}
