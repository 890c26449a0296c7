import Tables

/// The writing of a number as plain digits, exact: no exponent, no zeros for nothing, a point for the decimals.
struct PlainNumber: Equatable {
    /// Whether it is below zero.
    private(set) var isNegative: Bool
    /// The significant digits as ASCII, without zeros at either end; none for zero.
    private(set) var digits: [UInt8]
    /// How many of the digits stand before the point; below zero when zeros follow the point first.
    private(set) var point: Int

    /// What a spreadsheet keeps of a number: beyond, digits are noise of binary arithmetic.
    private static let safeDigits = 15
    /// No number of a spreadsheet has more digits before or after its point.
    private static let largestExponent = 400

    /// Reads what a file stores (`69029.0`, `2.16901E+13`, `45.733300000000003`); nil if it is no number.
    ///
    /// Whole numbers keep all their digits. Long decimals become the shortest writing of the same binary number.
    init?(_ bytes: some Collection<UInt8>) {
        guard let number = Self.parse(bytes) else { return nil }
        self = number.parsed
        guard digits.count > Self.safeDigits, !number.isWhole else { return }
        guard let double = Double(String(decoding: bytes, as: UTF8.self)), double.isFinite else { return nil }
        guard let shortest = Self.parse("\(double)".utf8) else { return nil }
        self = shortest.parsed
    }

    /// Whether nothing follows the point.
    var isWhole: Bool { digits.count <= point }

    /// The number a hundred times larger.
    var hundredfold: PlainNumber {
        var larger = self
        if !digits.isEmpty { larger.point += 2 }
        return larger
    }

    /// The digits before the point, at least `minimum` of them.
    func wholeDigits(atLeast minimum: Int = 1) -> [UInt8] {
        var whole = Array(digits.prefix(max(0, point)))
        whole.append(contentsOf: repeatElement(0x30, count: max(0, point - digits.count)))
        return repeatElement(0x30, count: max(0, minimum - whole.count)) + whole
    }

    /// The number as ASCII.
    var written: [UInt8] {
        var written: [UInt8] = isNegative && !digits.isEmpty ? [0x2D] : []
        written += wholeDigits()
        guard digits.count > point else { return written }
        written.append(0x2E)
        written.append(contentsOf: repeatElement(0x30, count: max(0, -point)))
        return written + digits.dropFirst(max(0, point))
    }

    /// Whether the bytes are already written plainly, which most numbers are.
    static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let last = bytes.last, bytes.count <= 16 else { return false }
        var place = bytes[0] == 0x2D ? 1 : 0
        var points = 0
        let first = place
        while place < bytes.count {
            if bytes[place] == 0x2E {
                points += 1
            } else if bytes[place] &- 0x30 > 9 {
                return false
            }
            place += 1
        }
        guard first < bytes.count, points <= 1, bytes[first] != 0x2E, last != 0x2E else { return false }
        if points == 1, last == 0x30 { return false }
        let leadsWithZero = bytes[first] == 0x30
        if leadsWithZero, bytes.count > first + 1, bytes[first + 1] != 0x2E { return false }
        return !(leadsWithZero && first == 1 && bytes.count == 2)
    }

    private static func parse(_ bytes: some Collection<UInt8>) -> (parsed: PlainNumber, isWhole: Bool)? {
        var number = PlainNumber(isNegative: bytes.first == 0x2D, digits: [], point: 0)
        var rest = bytes[...]
        if rest.first == 0x2D || rest.first == 0x2B { rest = rest.dropFirst() }
        let mantissa = rest.prefix { $0 != 0x45 && $0 != 0x65 }
        var sawPoint = false
        var sawDigit = false
        for byte in mantissa {
            if byte == 0x2E, !sawPoint {
                sawPoint = true
            } else if byte &- 0x30 <= 9 {
                sawDigit = true
                if !sawPoint { number.point += 1 }
                number.digits.append(byte)
            } else {
                return nil
            }
        }
        guard sawDigit, number.digits.count <= largestExponent else { return nil }
        rest = rest.dropFirst(mantissa.count)
        let hasExponent = !rest.isEmpty
        if hasExponent {
            guard let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
                abs(exponent) <= largestExponent
            else { return nil }
            number.point += exponent
        }
        number.dropZeros()
        return (number, !sawPoint && !hasExponent)
    }

    private init(isNegative: Bool, digits: [UInt8], point: Int) {
        self.isNegative = isNegative
        self.digits = digits
        self.point = point
    }

    private mutating func dropZeros() {
        let zeros = digits.prefix { $0 == 0x30 }.count
        digits.removeFirst(zeros)
        point -= zeros
        while digits.last == 0x30 { digits.removeLast() }
        if digits.isEmpty { point = 0 }
    }
}
