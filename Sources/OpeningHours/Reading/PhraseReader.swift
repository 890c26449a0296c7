/// Reads phrases from the tokens of a sentence.
struct PhraseReader {
    let tokens: [Token]
    var index = 0
    private var lastWasDates = false

    init(_ tokens: [Token]) {
        self.tokens = settled(tokens).filter { $0 != .filler && $0 != .mark("(") && $0 != .mark(")") }
    }

    /// Every phrase in its order. Throws at the first word that has no place.
    mutating func phrases() throws(Doubt) -> [Phrase] {
        var phrases: [Phrase] = []
        while index < tokens.count {
            guard let phrase = try phrase() else { continue }
            if case .dates = phrase { lastWasDates = true } else { lastWasDates = false }
            phrases.append(phrase)
        }
        return phrases
    }

    private mutating func phrase() throws(Doubt) -> Phrase? {
        if let dates = list({ $0.dates() }) { return .dates(dates) }
        if let span = openingToClosing() { return .times([span]) }
        if let times = unmarkedSpans() { return .times(times) }
        if let times = list(joinedByNothing: true, { $0.span() }) { return .times(times) }
        if let days = try days() { return .days(days) }
        let token = tokens[index]
        index += 1
        switch token {
        case .closed: return .closed
        case .except: return .except
        case .stop: return .stop
        case .dayPart: return .dayPart
        case .wholeDay: return .times([.wholeDay])
        case .always: return .times([.wholeDay])
        case .open, .comma, .and, .slash, .colon, .dash: return nil
        // « été (du 1er avril au 30 septembre) »: the dates say it all.
        case .doubt(.season) where lastWasDates || startsDates: return nil
        case .doubt(let doubt): throw doubt
        default: throw .mixed
        }
    }
}

extension PhraseReader {
    func token(_ offset: Int = 0) -> Token? {
        index + offset < tokens.count ? tokens[index + offset] : nil
    }

    mutating func attempt<Found>(_ step: (inout Self) -> Found?) -> Found? {
        let start = index
        if let found = step(&self) { return found }
        index = start
        return nil
    }

    mutating func take(_ wanted: Token...) -> Bool {
        guard let token = token(), wanted.contains(token) else { return false }
        index += 1
        return true
    }

    /// Items one after the other, between commas and `et`.
    mutating func list<Found>(joinedByNothing: Bool = false, _ item: (inout Self) -> Found?) -> [Found]? {
        guard let first = attempt(item) else { return nil }
        var items = [first]
        while let next = attempt({ reader in
            let isJoined = reader.take(.comma, .and, .slash, .mark("+"))
            _ = isJoined && reader.take(.and)
            if joinedByNothing { reader.skipBetweenSpans() }
            return isJoined || joinedByNothing ? item(&reader) : nil
        }) { items.append(next) }
        return items
    }

    /// `8h-12h - 14h-18h`, `8h-12h le matin, 14h-18h l'après-midi`.
    mutating func skipBetweenSpans() {
        while let token = token(), [.dash, .dayPart, .comma, .and, .slash].contains(token) { index += 1 }
    }
}
