/// Reads CQL2 text by recursive descent, byte by byte.
///
/// It accepts what the grammar of the standard accepts, and what the reference parser adds to it without ambiguity
/// (`!=`, offsets in timestamps, properties as patterns).
struct TextReader {
    let bytes: [UInt8]
    var position = 0
    private var depth = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The whole text, as one expression.
    mutating func whole() throws(QueryError) -> FilterExpression {
        let expression = try disjunction()
        skipSpace()
        guard position == bytes.count else { throw unexpected() }
        return expression
    }

    /// Reads what stands one level deeper.
    mutating func deeper<Result>(
        _ read: (inout TextReader) throws(QueryError) -> Result
    ) throws(QueryError) -> Result {
        guard depth < CQL2.deepest else {
            throw QueryError("The filter is nested deeper than \(CQL2.deepest) levels.", at: position)
        }
        depth += 1
        let result = try read(&self)
        depth -= 1
        return result
    }
}

// MARK: - Bytes and words

extension TextReader {
    /// The next byte that is not white space, not yet taken.
    mutating func next() -> UInt8? {
        skipSpace()
        return position < bytes.count ? bytes[position] : nil
    }

    /// Takes one byte if it comes next.
    mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard next() == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    /// Takes one byte, which must come next.
    mutating func expect(_ byte: Unicode.Scalar) throws(QueryError) {
        guard take(byte) else { throw unexpected("“\(byte)”") }
    }

    /// Takes a word if it comes next, in capitals or not.
    mutating func take(word: String) -> Bool {
        guard let next = nextWord(), next == word else { return false }
        position += word.utf8.count
        return true
    }

    /// The word of ASCII letters and underscores that comes next, in lower case; nil where there is none, or where
    /// it is a part of a longer name.
    mutating func nextWord() -> String? {
        skipSpace()
        var end = position
        while end < bytes.count, bytes[end].isLetter || bytes[end] == 0x5F { end += 1 }
        guard end > position, end - position <= 20 else { return nil }
        if end < bytes.count, let (scalar, _) = scalar(at: end), scalar.continuesName { return nil }
        return String(decoding: bytes[position..<end].map { $0 | 0x20 == 0x7F ? 0x5F : $0 | 0x20 }, as: UTF8.self)
    }

    mutating func skipSpace() {
        while position < bytes.count {
            if bytes[position] == 0x20 || bytes[position] &- 9 < 5 {
                position += 1
            } else if bytes[position] >= 0x80, let (scalar, length) = scalar(at: position),
                scalar.properties.isWhitespace
            {
                position += length
            } else {
                return
            }
        }
    }

    /// The scalar that begins at a byte, and how many bytes it takes.
    func scalar(at place: Int) -> (Unicode.Scalar, Int)? {
        guard place < bytes.count else { return nil }
        if bytes[place] < 0x80 { return (Unicode.Scalar(bytes[place]), 1) }
        var decoder = UTF8()
        var rest = bytes[place..<min(place + 4, bytes.count)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
        return (scalar, UTF8.width(scalar))
    }

    /// What is wrong here: something else was expected.
    mutating func unexpected(_ wanted: String? = nil) -> QueryError {
        skipSpace()
        let found = position < bytes.count ? "“\(String(decoding: shown, as: UTF8.self))”" : "the end of the filter"
        return QueryError(wanted.map { "Expected \($0), found \(found)." } ?? "Unexpected \(found).", at: position)
    }

    /// The next few bytes, without half a letter at their end.
    private var shown: ArraySlice<UInt8> {
        var end = min(position + 20, bytes.count)
        while end < bytes.count, end > position, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return bytes[position..<end]
    }
}

extension UInt8 {
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    var isDigit: Bool { self &- 0x30 < 10 }
}

extension Unicode.Scalar {
    /// Whether a name may begin with it (`identifierStart` of CQL2's grammar).
    var startsName: Bool {
        switch value {
        case 0x3A, 0x5F, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
            0x37F...0x1FFE, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF,
            0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        default: false
        }
    }

    /// Whether a name may go on with it (`identifierPart`).
    var continuesName: Bool {
        switch value {
        case 0x2E, 0x30...0x39, 0x300...0x36F, 0x203F...0x2040: true
        default: startsName
        }
    }
}
