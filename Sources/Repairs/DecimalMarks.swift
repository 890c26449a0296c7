/// What the numbers of one column prove about the point and the comma.
struct DecimalMarks {
    /// How many values can only be read with a point as the decimal mark.
    private(set) var points = 0
    /// How many can only be read with a comma as the decimal mark.
    private(set) var commas = 0
    /// Whether one of these has three decimals or more.
    private(set) var hasLongCommas = false

    init(_ column: Set<String>) {
        for value in column {
            switch Self.mark(of: value) {
            case 0x2E: points += 1
            case 0x2C:
                commas += 1
                hasLongCommas = hasLongCommas || Self.decimals(of: value) > 2
            default: continue
            }
        }
    }

    /// Whether `1.234` is a number with decimals in this column, and not a thousand and more.
    var provePoint: Bool { points > commas }
    /// Whether `1,234` is a number with decimals in this column: others have as many.
    var proveComma: Bool { hasLongCommas }

    private static func decimals(of value: String) -> Int {
        guard let comma = value.utf8.lastIndex(of: 0x2C) else { return 0 }
        return value.utf8[value.utf8.index(after: comma)...].prefix { (0x30...0x39).contains($0) }.count
    }

    /// One to three digits, a mark and three digits: it may set thousands apart. Nothing does after a zero.
    static func mayBeThousands(_ value: String, mark: UInt8) -> Bool {
        var bytes = value.utf8[...]
        if bytes.first == 0x2D || bytes.first == 0x2B { bytes.removeFirst() }
        guard let place = bytes.firstIndex(of: mark), bytes.first != 0x30 else { return false }
        let head = bytes[..<place], tail = bytes[bytes.index(after: place)...]
        let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
        return (1...3).contains(head.count) && tail.count == 3 && head.allSatisfy(isDigit) && tail.allSatisfy(isDigit)
    }

    /// The decimal mark of a value that leaves no doubt about it.
    private static func mark(of value: String) -> UInt8? {
        guard value.utf8.count <= 40, let place = value.utf8.lastIndex(where: { $0 == 0x2E || $0 == 0x2C }) else {
            return nil
        }
        let mark = value.utf8[place]
        let head = value.utf8[..<place], tail = value.utf8[value.utf8.index(after: place)...]
        let decimals = tail.prefix { (0x30...0x39).contains($0) }.count
        guard decimals > 0, let last = head.last, (0x30...0x39).contains(last) else { return nil }
        let other: UInt8 = mark == 0x2E ? 0x2C : 0x2E
        // `1.234,50` and `1 234,567` say which mark is which; `1.234` does not.
        let isPlain = !head.contains { $0 == other || $0 == 0x20 || $0 >= 0x80 }
        if head.contains(mark) { return other }
        return isPlain && mayBeThousands(value.prefixOfNumber, mark: mark) ? nil : mark
    }
}

extension String {
    /// The digits and marks that a text begins with.
    fileprivate var prefixOfNumber: String {
        String(prefix { $0.isASCII && ($0.isNumber || "+-.,".contains($0)) })
    }
}
