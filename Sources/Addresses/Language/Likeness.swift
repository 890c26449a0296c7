/// How alike two words are that are not the same.
enum Likeness {
    /// How many letters must be added, dropped, changed or swapped with their neighbour to turn one word into the
    /// other (optimal string alignment), or nil when it takes more than `limit`.
    static func slips(_ first: Word, _ second: Word, limit: Int) -> Int? {
        let m = first.count, n = second.count
        guard abs(m - n) <= limit else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * 17) { rows in
            var beforeLast = 0, last = 17, row = 34
            for j in 0...n { rows[last + j] = UInt8(j) }
            for i in 0..<m {
                let a = first[i]
                rows[row] = UInt8(i + 1)
                var best = rows[row]
                for j in 0..<n {
                    let b = second[j]
                    var value = min(rows[last + j] + (a == b ? 0 : 1), min(rows[last + j + 1], rows[row + j]) + 1)
                    if i > 0, j > 0, a == second[j - 1], first[i - 1] == b {
                        value = min(value, rows[beforeLast + j - 1] + 1)
                    }
                    rows[row + j + 1] = value
                    best = min(best, value)
                }
                if best > limit { return nil }
                (beforeLast, last, row) = (last, row, beforeLast)
            }
            return rows[last + n] <= limit ? Int(rows[last + n]) : nil
        }
    }

    /// Whether a typed word that differs from a known one by one slip is likely that word. Letters that were swapped or
    /// doubled make no name; a letter that was dropped or changed makes one too often (`Marin`, `Martin`; `Verdon`,
    /// `Verdun`), except in a long word.
    static func isLikelySlip(_ typed: Word, _ known: Word) -> Bool {
        let (m, n) = (typed.count, known.count)
        var start = 0, end = 0
        while start < min(m, n), typed[start] == known[start] { start += 1 }
        while end < min(m, n) - start, typed[m - 1 - end] == known[n - 1 - end] { end += 1 }
        if m == n {
            let isSwapped = start + end == n - 2 && typed[start] == known[start + 1] && typed[start + 1] == known[start]
            return isSwapped || start + end == n - 1 && n >= 9
        }
        let longer = m > n ? typed : known
        guard start + end >= min(m, n), abs(m - n) == 1 else { return false }
        let isDoubled =
            start > 0 && longer[start] == longer[start - 1]
            || start + 1 < longer.count && longer[start] == longer[start + 1]
        return isDoubled || longer.count >= 8
    }

    /// How many slips of the pen a word of so many letters may have: a short word with one is another word.
    static func slipsAllowed(_ letters: Int) -> Int { letters < 5 ? 0 : letters < 8 ? 1 : 2 }

    /// Whether two words sound the same in French, roughly: doubled letters once, `ph` as `f`, `y` as `i`, `h` and
    /// a silent end not at all.
    static func soundAlike(_ first: Word, _ second: Word) -> Bool { sound(first) == sound(second) }

    /// Whether two words can begin with the same sound.
    static func mayBeginAlike(_ first: Word, _ second: Word) -> Bool { beginning(first[0]) == beginning(second[0]) }

    /// One letter for all that a sound may begin with.
    private static func beginning(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "c"), UInt8(ascii: "k"), UInt8(ascii: "q"), UInt8(ascii: "z"): UInt8(ascii: "s")
        case UInt8(ascii: "p"): UInt8(ascii: "f")
        case UInt8(ascii: "w"): UInt8(ascii: "v")
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "h"), UInt8(ascii: "y"),
            UInt8(ascii: "u"):
            UInt8(ascii: "i")
        default: letter
        }
    }

    /// The word as it sounds.
    static func sound(_ word: Word) -> Word {
        var sound = Word(high: 0, low: 0)
        var count = 0
        let length = word.count
        var place = 0
        while place < length {
            var letter = word[place]
            let next = place + 1 < length ? word[place + 1] : 0
            var step = 1
            let after = place + 2 < length ? word[place + 2] : 0
            switch (letter, next) {
            case (UInt8(ascii: "e"), UInt8(ascii: "a")) where after == UInt8(ascii: "u"):
                (letter, step) = (UInt8(ascii: "o"), 3)
            case (UInt8(ascii: "a"), UInt8(ascii: "u")): (letter, step) = (UInt8(ascii: "o"), 2)
            case (UInt8(ascii: "a"), UInt8(ascii: "i")), (UInt8(ascii: "e"), UInt8(ascii: "i")):
                (letter, step) = (UInt8(ascii: "e"), 2)
            case (UInt8(ascii: "p"), UInt8(ascii: "h")): (letter, step) = (UInt8(ascii: "f"), 2)
            case (UInt8(ascii: "q"), UInt8(ascii: "u")): (letter, step) = (UInt8(ascii: "k"), 2)
            case (UInt8(ascii: "c"), UInt8(ascii: "h")): (letter, step) = (UInt8(ascii: "x"), 2)
            case (UInt8(ascii: "c"), UInt8(ascii: "e")), (UInt8(ascii: "c"), UInt8(ascii: "i")),
                (UInt8(ascii: "c"), UInt8(ascii: "y")):
                letter = UInt8(ascii: "s")
            case (UInt8(ascii: "c"), _), (UInt8(ascii: "q"), _): letter = UInt8(ascii: "k")
            case (UInt8(ascii: "y"), _): letter = UInt8(ascii: "i")
            case (UInt8(ascii: "z"), _): letter = UInt8(ascii: "s")
            case (UInt8(ascii: "w"), _): letter = UInt8(ascii: "v")
            case (UInt8(ascii: "h"), _): letter = 0
            default: break
            }
            place += step
            if letter != 0, count == 0 || sound[count - 1] != letter {
                sound.append(letter, at: count)
                count += 1
            }
        }
        return withoutSilentEnd(sound, count)
    }

    private static func withoutSilentEnd(_ sound: Word, _ count: Int) -> Word {
        var end = count
        while end > 3, isSilent(sound[end - 1]) { end -= 1 }
        return sound.prefix(end)
    }

    private static func isSilent(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: "e") || letter == UInt8(ascii: "s") || letter == UInt8(ascii: "t")
            || letter == UInt8(ascii: "d") || letter == UInt8(ascii: "x")
    }
}
