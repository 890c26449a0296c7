import Editions

/// A JSON document in memory (RFC 8259) whose members keep their order. For what is said about the data; rows are
/// copied as bytes and never pass through it.
indirect enum JSON: Sendable, Equatable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case array([JSON])
    case object([Member])
    /// What is JSON already.
    case written([UInt8])

    /// A name and its value.
    struct Member: Sendable, Equatable {
        var name: String
        var value: JSON
    }

    /// The bytes, compact.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    /// Writes the document behind what is there.
    func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .boolean(let truth): bytes += (truth ? "true" : "false").utf8
        case .integer(let number): bytes += String(number).utf8
        case .number(let number): bytes += (number.isFinite ? Self.plain(number) : "null").utf8
        case .text(let text): bytes += JSONText.string(text)
        case .array(let items):
            bytes.append(UInt8(ascii: "["))
            for (place, item) in items.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                item.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (place, member) in members.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes += JSONText.string(member.name)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        case .written(let text): bytes += text
        }
    }

    /// A whole number has no decimals: `4326` and not `4326.0`.
    static func plain(_ number: Double) -> String {
        number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : "\(number)"
    }

    /// A text; nothing is `null`.
    static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

    /// An object without the members that have nothing to say.
    static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    /// The same object with more members at its end; anything else stays what it is.
    func with(_ name: String, _ value: JSON?) -> JSON {
        guard case .object(var members) = self, let value else { return self }
        members.append(Member(name: name, value: value))
        return .object(members)
    }

    /// A member of an object.
    subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int) { self = .integer(number) }
    init(booleanLiteral truth: Bool) { self = .boolean(truth) }
    init(floatLiteral number: Double) { self = .number(number) }
    init(arrayLiteral items: JSON...) { self = .array(items) }
    init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(members.map { Member(name: $0, value: $1) })
    }
    init(nilLiteral: ()) { self = .null }
}
