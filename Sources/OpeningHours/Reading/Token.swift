import Spelling

/// What a part of the text means, whatever the words.
enum Token: Hashable {
    /// A day of the week. A code is the one of OpenStreetMap: `Mo`.
    case weekday(Weekday, isCode: Bool)
    /// Days that have a name together: `tous les jours`, `week-end`.
    case days(first: Weekday, last: Weekday)
    case publicHolidays(isCode: Bool)
    case schoolHolidays(isCode: Bool)
    case month(Int, isCode: Bool)
    /// Minutes since midnight. Short is where six can be morning or evening: `6:00`; spoken is `6h`.
    case time(Int, form: TimeForm)
    case sun(SunEvent)
    case midnight
    case number(Int, digits: Int, isRank: Bool)
    case year(Int)
    /// `01/04`, `01/04/2024`.
    case date(day: Int, month: Int, year: Int?)
    case wholeDay
    case always
    case open(isCode: Bool)
    case closed(isCode: Bool)
    case unknownState
    case except
    /// A hyphen, or a word that says the same: `à`, `au`.
    case dash
    case to
    case between
    case comma
    case and
    case slash
    case colon
    /// The end of a sentence.
    case stop(isCode: Bool)
    case week
    case mark(String)
    case comment(String)
    /// Half a day, which says nothing where hours are given.
    case dayPart
    /// A word that adds nothing: `ouvert`, `le`, `de`.
    case filler
    case doubt(Doubt)

    /// How a time is written.
    enum TimeForm: Hashable { case plain, short, spoken, dotted, twelveHours }
}

/// The meaning of each part of a text, in its order.
func tokens(of pieces: [Piece]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < pieces.count {
        let (token, length) = token(at: pieces[index...], after: tokens.last)
        if let token { tokens.append(token) }
        index += length
    }
    return tokens
}

private func token(at pieces: ArraySlice<Piece>, after last: Token?) -> (Token?, length: Int) {
    if pieces.first?.raw == "We" { return (.weekday(.wednesday, isCode: true), 1) }
    if let (token, length) = lexicon.longestMatch(pieces) { return (token, length) }
    if let (token, length) = timeToken(pieces) { return (token, length) }
    if let (token, length) = dateToken(pieces) { return (token, length) }
    guard let piece = pieces.first else { return (nil, 1) }
    switch piece.kind {
    case .comment: return (.comment(piece.raw), 1)
    case .number: return numberToken(pieces)
    case .word: return (misspelled(piece.key) ?? .doubt(.unknown(piece.raw)), 1)
    case .mark: return (markToken(piece, after: last), 1)
    }
}

private func numberToken(_ pieces: ArraySlice<Piece>) -> (Token, length: Int) {
    let piece = pieces[pieces.startIndex]
    guard piece.key.utf8.count <= 4, let number = Int(piece.key) else { return (.doubt(.unknown(piece.raw)), 1) }
    if piece.key.utf8.count == 4, 1990...2100 ~= number { return (.year(number), 1) }
    let rank = pieces.dropFirst().first
    let isRank = rank.map { !$0.spaceBefore && ["er", "ere", "e", "eme", "nd", "st", "rd", "th"].contains($0.key) }
    return (.number(number, digits: piece.key.utf8.count, isRank: isRank ?? false), isRank == true ? 2 : 1)
}

private func markToken(_ piece: Piece, after last: Token?) -> Token? {
    switch piece.key {
    case "-": return .dash
    case ",": return .comma
    case ":": return .colon
    case ";": return .stop(isCode: piece.raw == ";")
    case "&": return .and
    case "/": return .slash
    case ".":
        // After `lun.` or `sept.`, the point belongs to the abbreviation.
        switch last {
        case .weekday, .month, .doubt(.tuesdayOrMarch): return nil
        default: return .stop(isCode: false)
        }
    default: return .mark(piece.key)
    }
}

/// A day or a month with one letter wrong, where only one is near.
private func misspelled(_ word: String) -> Token? {
    guard word.utf8.count >= 5 else { return nil }
    let near = Set(lexicon.names.filter { editDistance($0.name, word, limit: 1) != nil }.map(\.token))
    return near.count == 1 ? near.first : nil
}
