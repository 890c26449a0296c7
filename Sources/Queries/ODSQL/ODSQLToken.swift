/// A piece of ODSQL text, and where it stands.
struct ODSQLToken {
    enum Kind: Equatable {
        /// A word that no quotes enclose: a keyword, or the name of a field or of a function.
        case word(String)
        /// A name between back-quotes: always a field.
        case name(String)
        case text(String)
        case number(Double)
        /// An operator or a bracket.
        case sign(String)
        case end
    }

    var kind: Kind
    /// The bytes that it covers.
    var range: Range<Int>
}

/// Cuts ODSQL text into pieces.
struct ODSQLLexer {
    /// No honest clause is longer; what is read is bounded, so that nobody can keep the server busy.
    static let longest = 20_000

    private let bytes: [UInt8]
    private var position = 0

    /// All pieces of a text, with an ``ODSQLToken/Kind/end`` behind them.
    static func tokens(of bytes: [UInt8]) throws(QueryError) -> [ODSQLToken] {
        guard bytes.count <= longest else {
            throw QueryError("The clause is longer than \(longest) bytes", at: longest)
        }
        var lexer = ODSQLLexer(bytes: bytes)
        var tokens: [ODSQLToken] = []
        while let token = try lexer.next() { tokens.append(token) }
        tokens.append(ODSQLToken(kind: .end, range: bytes.count..<bytes.count))
        return tokens
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func next() throws(QueryError) -> ODSQLToken? {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
        guard position < bytes.count else { return nil }
        let start = position
        let kind: ODSQLToken.Kind =
            switch bytes[position] {
            case UInt8(ascii: "'"), UInt8(ascii: "\""): .text(try quoted())
            case UInt8(ascii: "`"): .name(try quoted())
            case UInt8(ascii: "0")...UInt8(ascii: "9"): .number(try number())
            case let byte where Self.isLetter(byte): .word(word())
            default: .sign(try sign())
            }
        return ODSQLToken(kind: kind, range: start..<position)
    }

    /// What stands between two equal quotes. A quote inside is doubled, or follows a backslash.
    private mutating func quoted() throws(QueryError) -> String {
        let (start, quote) = (position, bytes[position])
        var text: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            let following = position + 1 < bytes.count ? bytes[position + 1] : nil
            if byte == quote, following != quote {
                position += 1
                return String(decoding: text, as: UTF8.self)
            }
            if let following, byte == quote || (byte == UInt8(ascii: "\\") && Self.isEscaped(following)) {
                text.append(following)
                position += 2
            } else {
                text.append(byte)
                position += 1
            }
        }
        throw QueryError("A quote is opened and never closed", at: start)
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func word() -> String {
        let start = position
        while let byte = byte(0), Self.isLetter(byte) || Self.isDigit(byte) || isPoint { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// Whether a point stands within a name (`default.title`).
    private var isPoint: Bool { byte(0) == UInt8(ascii: ".") && byte(1).map(Self.isLetter) == true }

    /// Digits, a point with digits, an exponent. Two points are an interval and end the number.
    private mutating func number() throws(QueryError) -> Double {
        let start = position
        skipDigits()
        if byte(0) == UInt8(ascii: "."), let after = byte(1), Self.isDigit(after) {
            position += 1
            skipDigits()
        }
        if let letter = byte(0), letter | 0x20 == UInt8(ascii: "e") {
            let sign = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+") ? 1 : 0
            if let digit = byte(1 + sign), Self.isDigit(digit) {
                position += 1 + sign
                skipDigits()
            }
        }
        guard let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)), value.isFinite else {
            throw QueryError("The number is too large", at: start)
        }
        return value
    }

    private mutating func skipDigits() {
        while position < bytes.count, Self.isDigit(bytes[position]) { position += 1 }
    }

    private mutating func sign() throws(QueryError) -> String {
        let one = String(decoding: bytes[position...position], as: UTF8.self)
        let two = String(decoding: bytes[position..<min(position + 2, bytes.count)], as: UTF8.self)
        if ["!=", "<>", "<=", ">=", "..", "=="].contains(two) {
            position += 2
            return two == "==" ? "=" : two
        }
        guard "()[],=<>:+-*/".contains(one) else { throw QueryError("Unexpected character “\(one)”", at: position) }
        position += 1
        return one
    }

    private func byte(_ offset: Int) -> UInt8? {
        position + offset < bytes.count ? bytes[position + offset] : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 || byte == 0x5F || byte >= 0x80 }
}
