/// Cuts a text into fields and records, one field at a time, in one pass.
///
/// The rules are those of RFC 4180, and what people do to them: any line end; blanks around quotes; quotes inside a
/// quoted field that nobody doubled; and quotes that never close, which must not swallow the rest of the file.
struct FieldScanner {
    /// One field.
    struct Field {
        /// Its bytes, without the quotes around it.
        var range: Range<Int>
        /// Whether quotes inside it are written twice.
        var hasDoubledQuotes = false
        /// Whether it opens with a quote that nothing closes: the quote then belongs to the text.
        var isUnbalanced = false
        /// Whether it stands between quotes, which are then no part of its range.
        var isQuoted = false
        /// Whether it is the last of its record.
        var endsRecord = true
    }

    private static let quote = UInt8(ascii: "\"")
    private static let feed = UInt8(ascii: "\n")
    private static let carriage = UInt8(ascii: "\r")
    private static let leastHorizon = 4_096

    /// Where the next field starts.
    private(set) var position: Int
    private let bytes: UnsafeRawBufferPointer
    private let delimiter: UInt8
    /// How many delimiters a row has, once that is known: a quoted text whose lines look like rows is not one text.
    private let delimitersOfRow: Int
    private var owesField = false
    private var budget: Int

    init(_ bytes: UnsafeRawBufferPointer, delimiter: UInt8, delimitersOfRow: Int = 0, from position: Int = 0) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.delimitersOfRow = delimitersOfRow
        self.position = position
        budget = 4 * bytes.count + (1 << 20)
    }

    /// Whether every record has been read.
    var isAtEnd: Bool { position >= bytes.count && !owesField }

    /// The next field. Must not be called at the end.
    mutating func next() -> Field {
        owesField = false
        if let start = quoteStart(), let field = quoted(openedAt: start) { return field }
        let start = position
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if byte == delimiter || byte == Self.feed || byte == Self.carriage { break }
            end += 1
        }
        return close(Field(range: start..<end, isUnbalanced: isUnbalanced(start..<end)), at: end)
    }

    /// The field that starts at a place.
    mutating func next(from place: Int) -> Field {
        position = place
        return next()
    }

    /// Goes behind the quoted field that starts at a place; false, without moving, if no quoted field does.
    mutating func skipQuoted(from place: Int) -> Bool {
        position = place
        guard let start = quoteStart() else { return false }
        return quoted(openedAt: start) != nil
    }

    private func isUnbalanced(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty, bytes[range.lowerBound] == Self.quote else { return false }
        return bytes[range].count { $0 == Self.quote } % 2 == 1
    }

    /// Moves behind the delimiter or the line end that closes a field.
    private mutating func close(_ field: Field, at end: Int) -> Field {
        var field = field
        position = end + 1
        guard end < bytes.count else { return field }
        if bytes[end] == delimiter {
            field.endsRecord = false
            owesField = position >= bytes.count
        } else if bytes[end] == Self.carriage, position < bytes.count, bytes[position] == Self.feed {
            position += 1
        }
        return field
    }

    /// The place of the quote that opens the field, blanks before it aside.
    private func quoteStart() -> Int? {
        var start = position
        while start < bytes.count, isBlank(bytes[start]) { start += 1 }
        guard start < bytes.count, bytes[start] == Self.quote else { return nil }
        // An even number of quotes before a text opens nothing: `""Les Lilas""`.
        var end = start
        while end < bytes.count, bytes[end] == Self.quote { end += 1 }
        return (end - start) % 2 == 1 || closes(after: end) != nil ? start : nil
    }

    /// The quoted field that opens at a place; nil if nothing closes it.
    private mutating func quoted(openedAt start: Int) -> Field? {
        if let field = plainlyQuoted(openedAt: start) { return field }
        var place = start + 1
        var field = Field(range: place..<place)
        var lineStart: Int?
        var hasStrayQuote = false
        // Quotes that never close are looked for to the end of the file; not as often as there are such quotes.
        let horizon = min(bytes.count, start + max(budget, Self.leastHorizon))
        while place < horizon {
            let byte = bytes[place]
            if byte == Self.quote {
                if place + 1 < bytes.count, bytes[place + 1] == Self.quote {
                    field.hasDoubledQuotes = true
                    place += 2
                    continue
                }
                if let end = closes(after: place + 1) {
                    field.range = start + 1..<place
                    field.isQuoted = true
                    return close(field, at: end)
                }
                if lineStart != nil || hasStrayQuote, opensField(place) { break }
                hasStrayQuote = true
            } else if byte == Self.feed || byte == Self.carriage {
                if let lineStart, looksLikeRow(lineStart..<place) { break }
                lineStart = place + 1
            }
            place += 1
        }
        budget -= place - start
        return nil
    }

    /// The common case, without looking at each byte for all that may be wrong: no quote and no line end inside.
    private mutating func plainlyQuoted(openedAt start: Int) -> Field? {
        let first = start + 1
        var place = first
        while place < bytes.count, bytes[place] != Self.quote {
            if bytes[place] == Self.feed || bytes[place] == Self.carriage { return nil }
            place += 1
        }
        let after = place + 1
        guard after < bytes.count,
            bytes[after] == delimiter || bytes[after] == Self.feed || bytes[after] == Self.carriage
        else { return nil }
        return close(Field(range: first..<place, isQuoted: true), at: after)
    }

    /// The place of the delimiter or line end that follows a closing quote, blanks aside; nil if text follows.
    private func closes(after place: Int) -> Int? {
        var end = place
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        guard end < bytes.count else { return end }
        return bytes[end] == delimiter || bytes[end] == Self.feed || bytes[end] == Self.carriage ? end : nil
    }

    /// Whether a quote stands where the quote of another field would.
    private func opensField(_ place: Int) -> Bool {
        let before = bytes[place - 1]
        return before == delimiter || before == Self.feed || before == Self.carriage
    }

    private func looksLikeRow(_ line: Range<Int>) -> Bool {
        guard delimitersOfRow >= 4 else { return false }
        var delimiters = 0
        for place in line where bytes[place] == delimiter { delimiters += 1 }
        return delimiters == delimitersOfRow
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        (byte == 0x20 || byte == 0x09) && byte != delimiter
    }
}
