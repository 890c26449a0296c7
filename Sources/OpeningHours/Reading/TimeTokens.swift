/// A time at the start of the pieces: `8h30`, `8 h`, `08:30`, `08:30:00`, `8.30`, `9am`, `9:30 p.m.`.
func timeToken(_ pieces: ArraySlice<Piece>) -> (Token, length: Int)? {
    let pieces = pieces.prefix(8).map { $0 }
    guard let hour = pieces.first?.number(digits: 1...2) else { return nil }
    let short = pieces[0].key.utf8.count == 1
    if let (minutes, length) = twelveHours(pieces) { return (.time(minutes, form: .twelveHours), length) }
    if pieces.count >= 3, let minute = pieces[2].number(digits: 2...2), minute < 60, pieces[1...2].areJoined {
        if pieces[1].key == ":", hour <= 48 {
            return (.time(hour * 60 + minute, form: short ? .short : .plain), 3 + endOfClock(pieces.dropFirst(3)))
        }
        if pieces[1].key == ".", hour <= 24, !pieces.dropFirst(3).startsWithPointAndNumber {
            return (.time(hour * 60 + minute, form: .dotted), 3)
        }
    }
    guard pieces.count >= 2, ["h", "heure", "heures", "hr", "hrs"].contains(pieces[1].key), hour <= 24 else {
        return nil
    }
    guard pieces.count >= 3, let minute = pieces[2].number(digits: 2...2), minute < 60, !pieces.dropFirst(3).opensTime
    else {
        // `8h5` could be 8:05 or 8:50.
        if pieces.count >= 3, !pieces[2].spaceBefore, pieces[2].kind == .number { return nil }
        return (.time(hour * 60, form: .spoken), 2)
    }
    let unit = pieces.count > 3 && ["min", "mn", "minutes", "m"].contains(pieces[3].key) ? 1 : 0
    return (.time(hour * 60 + minute, form: .spoken), 3 + unit)
}

/// Seconds that are zero, and an `h` too many: `08:00:00`, `08:30h`.
private func endOfClock(_ pieces: ArraySlice<Piece>) -> Int {
    let next = Array(pieces.prefix(2))
    if next.count == 2, next[0].key == ":", next[1].key == "00", next[...].areJoined { return 2 }
    return next.first?.key == "h" && next.first?.spaceBefore == false ? 1 : 0
}

/// `9am`, `9:30 pm`, `12 p.m.`
private func twelveHours(_ pieces: [Piece]) -> (minutes: Int, length: Int)? {
    guard let hour = pieces.first?.number(digits: 1...2), 1...12 ~= hour else { return nil }
    var length = 1
    var minute = 0
    if pieces.count >= 3, pieces[1].key == ":" || pieces[1].key == ".", let read = pieces[2].number(digits: 2...2),
        read < 60
    {
        (minute, length) = (read, 3)
    }
    let half = pieces.dropFirst(length).map(\.key)
    let mark: String
    if let word = half.first, ["am", "pm"].contains(word) {
        (mark, length) = (word, length + 1)
    } else if half.count >= 3, ["a", "p"].contains(half[0]), half[1] == ".", half[2] == "m" {
        (mark, length) = (half[0] + "m", length + (half.dropFirst(3).first == "." ? 4 : 3))
    } else {
        return nil
    }
    return ((hour % 12 + (mark == "pm" ? 12 : 0)) * 60 + minute, length)
}

/// A date in figures: `01/04`, `01/04/2024`, `1.4.2024`, `2024-04-01`.
func dateToken(_ pieces: ArraySlice<Piece>) -> (Token, length: Int)? {
    let pieces = Array(pieces.prefix(5))
    guard pieces.count >= 3, pieces.prefix(3).dropFirst().areJoined, pieces[1].key == "/" || pieces.count == 5 else {
        return nil
    }
    if pieces.count == 5, pieces[1].key == pieces[3].key, ["/", ".", "-"].contains(pieces[1].key),
        pieces[1...].areJoined
    {
        let numbers = [pieces[0], pieces[2], pieces[4]].map { $0.number(digits: 1...4) ?? 0 }
        if pieces[0].key.utf8.count == 4, isDay(numbers[2], month: numbers[1]) {
            return (.date(day: numbers[2], month: numbers[1], year: numbers[0]), 5)
        }
        if pieces[4].key.utf8.count == 4, isDay(numbers[0], month: numbers[1]) {
            return (.date(day: numbers[0], month: numbers[1], year: numbers[2]), 5)
        }
    }
    guard pieces[1].key == "/", let day = pieces[0].number(digits: 1...2), let month = pieces[2].number(digits: 1...2),
        isDay(day, month: month)
    else { return nil }
    return (.date(day: day, month: month, year: nil), 3)
}

private func isDay(_ day: Int, month: Int) -> Bool {
    1...12 ~= month && 1...daysOfMonth(month, leap: true) ~= day
}

extension Piece {
    func number(digits: ClosedRange<Int>) -> Int? {
        kind == .number && digits.contains(key.utf8.count) ? Int(key) : nil
    }
}

extension Collection where Element == Piece {
    /// Whether no space stands before any of the pieces.
    fileprivate var areJoined: Bool { allSatisfy { !$0.spaceBefore } }

    /// Whether the number before these pieces is the hour of a time, as in `8h 12h`.
    fileprivate var opensTime: Bool { first.map { ["h", "heure", "heures", ":"].contains($0.key) } ?? false }

    fileprivate var startsWithPointAndNumber: Bool {
        first?.key == "." && dropFirst().first.map { $0.kind == .number && !$0.spaceBefore } == true
    }
}
