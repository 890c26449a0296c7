import Editions
import Schemas

/// What was seen of the values of one column: the type that keeps all of them, and how long they are.
struct ColumnFacts {
    /// The types of map files.
    enum Kind {
        case text, integer, real, boolean, date, moment
    }

    /// The type that the schema promises, as long as every value holds it: one that does not makes the column text, so
    /// that nothing is lost.
    private(set) var kind: Kind
    /// The bytes of the longest text.
    private(set) var longest = 0
    /// The most digits before the point, the sign among them.
    private(set) var whole = 1
    /// The most digits after the point.
    private(set) var decimals = 0
    /// The fields of truth values.
    private let field: Field?

    init(_ field: Field?) {
        self.field = field
        guard let field, !field.isList else {
            kind = .text
            return
        }
        kind =
            switch field.type {
            case .integer, .year: .integer
            case .number: .real
            case .boolean: .boolean
            case .date: .date
            case .datetime: .moment
            default: .text
            }
    }

    /// Looks at one distinct value.
    mutating func look(at value: UnsafeBufferPointer<UInt8>) {
        guard !value.isEmpty else { return }
        longest = max(longest, value.count)
        switch kind {
        case .integer: keep(if: JSONText.isNumber(value) && value.count <= 18 && !value.contains(0x2E))
        case .real: keep(if: JSONText.isNumber(value) && (value.count <= 16 || Self.isKept(value)))
        case .boolean: keep(if: truth(of: value) != nil)
        case .date: keep(if: Self.isDay(value))
        case .moment: keep(if: Self.isMoment(value))
        case .text: break
        }
        if kind == .real || kind == .integer {
            let point = value.firstIndex(of: 0x2E) ?? value.count
            whole = max(whole, point)
            decimals = max(decimals, value.count - point - 1)
        }
    }

    /// Whether a value of a truth field says yes; nil for what says neither yes nor no.
    func truth(of value: UnsafeBufferPointer<UInt8>) -> Bool? {
        guard let field else { return nil }
        if field.trueValues.contains(where: { $0.utf8.elementsEqual(value) }) { return true }
        return field.falseValues.contains(where: { $0.utf8.elementsEqual(value) }) ? false : nil
    }

    /// Whether a number comes back digit by digit from the 64 bits in which files keep it: what other programs
    /// calculated (`0.14285714285714285`) does, what has more digits does not.
    private static func isKept(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        let text = String(decoding: value, as: UTF8.self)
        guard value.count <= 32, let number = Double(text), number.isFinite else { return false }
        return digits(of: text) == digits(of: number.description)
    }

    /// The digits of a number, without its point, its exponent and the zeros at its ends.
    private static func digits(of number: String) -> [UInt8] {
        let mantissa = number.utf8.prefix { $0 != 0x65 && $0 != 0x45 }.filter { (0x30...0x39).contains($0) }
        return Array(mantissa.drop { $0 == 0x30 }.reversed().drop { $0 == 0x30 }.reversed())
    }

    private mutating func keep(if holds: Bool) { if !holds { kind = .text } }

    /// Whether the bytes are a moment in UTC that map files keep, to the thousandth: `2019-12-31T23:59:59.999Z`. A time
    /// without a zone stays text: it would be taken for UTC.
    private static func isMoment(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        let shape = Array("T00:00:00".utf8)
        guard (20...24).contains(value.count), value.count != 21, value[value.count - 1] == 0x5A,
            isDay(.init(rebasing: value[..<10]))
        else { return false }
        let digits: ClosedRange<UInt8> = 0x30...0x39
        for (place, sign) in shape.enumerated() {
            let byte = value[10 + place]
            guard sign == 0x30 ? digits.contains(byte) : byte == sign else { return false }
        }
        let part = value[19..<(value.count - 1)]
        guard part.isEmpty || (part.first == 0x2E && part.dropFirst().allSatisfy(digits.contains)) else { return false }
        func two(_ place: Int) -> Int { Int(value[place] - 0x30) * 10 + Int(value[place + 1] - 0x30) }
        return two(11) < 24 && two(14) < 60 && two(17) < 60
    }

    /// Whether the bytes have the shape of a day: `2019-12-31`.
    private static func isDay(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        guard value.count == 10, value[4] == 0x2D, value[7] == 0x2D else { return false }
        func number(_ range: Range<Int>) -> Int? {
            value[range].reduce(0) { sum, byte in
                guard let sum, (0x30...0x39).contains(byte) else { return nil }
                return sum * 10 + Int(byte - 0x30)
            }
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return false }
        let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
    }
}
