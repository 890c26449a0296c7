/// A JSON value as it is written: members keep their order, numbers every digit.
indirect enum JSONTree: Sendable {
    case null
    case truth(Bool)
    /// A number, and whether it is written without point or exponent.
    case number(ExactNumber, isInteger: Bool)
    case text(String)
    case list([JSONTree])
    case object([(name: String, value: JSONTree)])

    /// Reads a text as Python's `json.loads` does, `NaN` and `Infinity` included; nil where it is no JSON.
    init?(_ bytes: Bytes) {
        var reader = JSONTreeReader(bytes)
        guard let tree = reader.document() else { return nil }
        self = tree
    }

    /// The last member of a name.
    subscript(_ name: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    var string: String? { if case .text(let text) = self { text } else { nil } }
    var bool: Bool? { if case .truth(let truth) = self { truth } else { nil } }
    var items: [JSONTree]? { if case .list(let items) = self { items } else { nil } }
    var isObject: Bool { if case .object = self { true } else { false } }
    /// A whole number.
    var int: Int? { if case .number(let number, true) = self { number.int } else { nil } }

    /// The members, the last of each name.
    var members: [String: JSONTree] {
        guard case .object(let members) = self else { return [:] }
        return Dictionary(members.map { ($0.name, $0.value) }) { $1 }
    }

    /// The value as people write it.
    var words: String {
        switch self {
        case .null: "None"
        case .truth(let truth): truth ? "True" : "False"
        case .number(let number, _): number.plain
        case .text(let text): text
        case .list(let items): "[" + items.map(\.words).joined(separator: ", ") + "]"
        case .object(let members): "{" + members.map { "\($0.name): \($0.value.words)" }.joined(separator: ", ") + "}"
        }
    }
}

extension JSONTree: Hashable {
    static func == (one: JSONTree, other: JSONTree) -> Bool {
        switch (one, other) {
        case (.null, .null): true
        case (.truth(let one), .truth(let other)): one == other
        case (.number(let one, _), .number(let other, _)): one == other
        case (.text(let one), .text(let other)): one.utf8.elementsEqual(other.utf8)
        case (.list(let one), .list(let other)): one == other
        case (.object, .object): one.members == other.members
        default: false
        }
    }

    func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .truth(let truth): hasher.combine(truth)
        case .number(let number, _): hasher.combine(number)
        case .text(let text): hasher.combine(Array(text.utf8))
        case .list(let items): hasher.combine(items)
        case .object: hasher.combine(members)
        }
    }
}

/// Reads JSON, at most 900 levels deep.
private struct JSONTreeReader {
    private static let deepest = 900
    private let bytes: Bytes
    private var place = 0
    private var depth = 0

    init(_ bytes: Bytes) { self.bytes = bytes }

    mutating func document() -> JSONTree? {
        guard let tree = value() else { return nil }
        skipBlanks()
        return place == bytes.count ? tree : nil
    }

    private mutating func skipBlanks() {
        while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func take(word: StaticString) -> Bool {
        guard place + word.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where bytes[place + offset] != word.utf8Start[offset] { return false }
        place += word.utf8CodeUnitCount
        return true
    }

    private mutating func value() -> JSONTree? {
        skipBlanks()
        guard place < bytes.count else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "{"): return nested { $0.object() }
        case UInt8(ascii: "["): return nested { $0.list() }
        case UInt8(ascii: "\""):
            place += 1
            return string().map(JSONTree.text)
        case UInt8(ascii: "t"): return take(word: "true") ? .truth(true) : nil
        case UInt8(ascii: "f"): return take(word: "false") ? .truth(false) : nil
        case UInt8(ascii: "n"): return take(word: "null") ? .null : nil
        default: return number()
        }
    }

    private mutating func nested(_ body: (inout JSONTreeReader) -> JSONTree?) -> JSONTree? {
        guard depth < Self.deepest else { return nil }
        depth += 1
        defer { depth -= 1 }
        place += 1
        return body(&self)
    }

    private mutating func object() -> JSONTree? {
        var members: [(name: String, value: JSONTree)] = []
        if take(0x7D) { return .object([]) }
        repeat {
            guard take(0x22), let name = string(), take(0x3A), let value = value() else { return nil }
            members.append((name, value))
        } while take(0x2C)
        return take(0x7D) ? .object(members) : nil
    }

    private mutating func list() -> JSONTree? {
        var items: [JSONTree] = []
        if take(0x5D) { return .list([]) }
        repeat {
            guard let value = value() else { return nil }
            items.append(value)
        } while take(0x2C)
        return take(0x5D) ? .list(items) : nil
    }

    private mutating func number() -> JSONTree? {
        if let special = special() { return special }
        let start = place
        if place < bytes.count, bytes[place] == 0x2D { place += 1 }
        let whole = place
        skipDigits()
        guard place > whole, bytes[whole] != 0x30 || place == whole + 1 else { return nil }
        let end = place
        if place + 1 < bytes.count, bytes[place] == 0x2E, bytes[place + 1].isDigit {
            place += 1
            skipDigits()
        }
        skipExponent()
        return ExactNumber(decimal: bytes.part(start..<place)).map { .number($0, isInteger: place == end) }
    }

    private mutating func special() -> JSONTree? {
        let start = place
        for word in ["NaN", "-Infinity", "Infinity"] as [StaticString] where take(word: word) {
            return ExactNumber(decimal: bytes.part(start..<place)).map { .number($0, isInteger: false) }
        }
        return nil
    }

    private mutating func skipDigits() {
        while place < bytes.count, bytes[place].isDigit { place += 1 }
    }

    private mutating func skipExponent() {
        guard place < bytes.count, bytes[place] | 0x20 == 0x65 else { return }
        var next = place + 1
        if next < bytes.count, bytes[next] == 0x2B || bytes[next] == 0x2D { next += 1 }
        guard next < bytes.count, bytes[next].isDigit else { return }
        place = next
        skipDigits()
    }

    /// The rest of a text, after its opening quote.
    private mutating func string() -> String? {
        var text: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case 0x22: return String(decoding: text, as: UTF8.self)
            case 0x5C:
                guard let escaped = escape() else { return nil }
                text += escaped
            case 0..<0x20: return nil
            default: text.append(byte)
            }
        }
        return nil
    }

    private mutating func escape() -> [UInt8]? {
        guard place < bytes.count else { return nil }
        defer { place += 1 }
        switch bytes[place] {
        case 0x22, 0x5C, 0x2F: return [bytes[place]]
        case UInt8(ascii: "b"): return [8]
        case UInt8(ascii: "f"): return [12]
        case UInt8(ascii: "n"): return [10]
        case UInt8(ascii: "r"): return [13]
        case UInt8(ascii: "t"): return [9]
        case UInt8(ascii: "u"): return unicodeEscape()
        default: return nil
        }
    }

    /// Four hexadecimal digits, or twice four; `place` is left on the last.
    private mutating func unicodeEscape() -> [UInt8]? {
        guard let first = hexadecimal(at: place + 1) else { return nil }
        place += 4
        var code = first
        if 0xD800...0xDBFF ~= first, place + 6 < bytes.count, bytes[place + 1] == 0x5C, bytes[place + 2] == 0x75,
            let second = hexadecimal(at: place + 3), 0xDC00...0xDFFF ~= second
        {
            code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
            place += 6
        }
        return Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8)
    }

    private func hexadecimal(at start: Int) -> UInt32? {
        guard start + 4 <= bytes.count else { return nil }
        var code: UInt32 = 0
        for byte in bytes[start..<start + 4] {
            switch byte {
            case 0x30...0x39: code = (code << 4) + UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: code = (code << 4) + UInt32((byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return code
    }
}
