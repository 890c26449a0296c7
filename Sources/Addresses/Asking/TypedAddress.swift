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

    /// Takes an address apart.
    init(_ query: AddressQuery) {
        var words = Tokens(query.address)
        isCedex = words.dropCedex()
        words.dropClutter()
        if let place = words.postcodePlace {
            postcode = words.words[place].postcode
            city = PlainWords.telling(words.words[(place + 1)...].map(\.word)).filter { $0 != Word("france") }
            words.words.removeSubrange(place...)
        } else {
            mayEndWithCity = query.city.isEmpty && query.communeCode.isEmpty
        }
        if postcode != nil, city.isEmpty { mayEndWithCity = true }
        take(query)
        (number, before) = words.takeNumber()
        street = words.words.map { PlainWords.full($0.word) }
    }

    /// What stands in columns of their own comes before what stands in the line.
    private mutating func take(_ query: AddressQuery) {
        if !query.postcode.isEmpty {
            postcode = Tokens(query.postcode).words.first?.paddedPostcode ?? postcode
        }
        guard !query.city.isEmpty else { return }
        var words = Tokens(query.city)
        isCedex = words.dropCedex() || isCedex
        words.words.removeAll { $0.postcode != nil }
        city = PlainWords.telling(words.words.map(\.word))
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

    /// Takes the number of the house out, and what stands before it.
    mutating func takeNumber() -> (HouseNumber?, [Word]) {
        guard let place = numberPlace, var number = HouseNumber(words[place].word) else { return (nil, []) }
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
        // `14 16 RUE`: the first of two numbers side by side is the beginning of a range.
        if place > 0, let first = HouseNumber(words[place - 1].word), first.number < number.number, number.from == nil {
            number.from = first.number
        }
        let hasMark = place > 0 && Self.numberMarks.contains(words[place - 1].word)
        let before = words[..<(hasMark ? place - 1 : place)].map { PlainWords.full($0.word) }
        words.removeSubrange(..<end)
        return (number, before)
    }

    /// The first number before a kind of street; else the first word, where it is a number and no date.
    private var numberPlace: Int? {
        let beforeKind = words.indices.first { place in
            guard HouseNumber(words[place].word) != nil else { return false }
            var next = place + 1
            if next < words.count, HouseNumber.isSuffix(words[next].word), isKind(next + 1) { next += 1 }
            return isKind(next) && (place == 0 || !isKind(place - 1))
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
