/// A decimal number with every digit that was written, however many: bounds and lists are compared exactly.
struct ExactNumber: Sendable {
    /// What sort of number it is.
    enum Sort: Sendable { case finite, infinite, notANumber }

    private(set) var sort = Sort.finite
    private(set) var isNegative = false
    /// The digits, without zeros at either end. Empty for zero.
    private(set) var digits: [UInt8] = []
    /// The power of ten of the last digit.
    private(set) var exponent = 0

    /// A whole number.
    init(_ number: Int) {
        isNegative = number < 0
        digits = String(number.magnitude).utf8.map { $0 - 0x30 }
        normalize()
    }

    /// A number of its digits, most significant first, and the power of ten of the last.
    init(isNegative: Bool, digits: [UInt8], exponent: Int) {
        self.isNegative = isNegative
        self.digits = digits
        self.exponent = exponent
        normalize()
    }

    /// Reads a number as Python's `Decimal` does: exponents, `NaN`, `Infinity` in any case, underscores.
    init?(decimal text: Bytes) {
        guard let plain = PlainDigits.ascii(text) else { return nil }
        var rest = plain.filter { $0 != 0x5F }[...]
        if rest.first == 0x2D || rest.first == 0x2B { isNegative = rest.removeFirst() == 0x2D }
        if let special = Self.special(rest) {
            sort = special
            return
        }
        guard readDigits(&rest), readExponent(&rest), rest.isEmpty else { return nil }
        normalize()
    }

    /// Reads a whole number as Python's `int` does: a sign, digits, single underscores between them.
    init?(integer text: Bytes) {
        guard let plain = PlainDigits.ascii(text) else { return nil }
        var rest = plain[...]
        if rest.first == 0x2D || rest.first == 0x2B { isNegative = rest.removeFirst() == 0x2D }
        var afterDigit = false
        for byte in rest {
            if byte.isDigit {
                digits.append(byte - 0x30)
                afterDigit = true
            } else if byte == 0x5F, afterDigit {
                afterDigit = false
            } else {
                return nil
            }
        }
        // Python refuses whole numbers of more digits than this.
        guard afterDigit, digits.count <= 4_300 else { return nil }
        normalize()
    }

    private static func special(_ word: ArraySlice<UInt8>) -> Sort? {
        guard let first = word.first, first.isLetter else { return nil }
        let lower = String(decoding: word, as: UTF8.self).lowercased()
        if lower == "inf" || lower == "infinity" { return .infinite }
        for name in ["nan", "snan"] where lower.hasPrefix(name) {
            return lower.dropFirst(name.count).utf8.allSatisfy(\.isDigit) ? .notANumber : nil
        }
        return nil
    }

    private mutating func readDigits(_ rest: inout ArraySlice<UInt8>) -> Bool {
        var count = 0
        while let byte = rest.first, byte.isDigit {
            digits.append(byte - 0x30)
            count += 1
            rest.removeFirst()
        }
        guard rest.first == 0x2E else { return count > 0 }
        rest.removeFirst()
        while let byte = rest.first, byte.isDigit {
            digits.append(byte - 0x30)
            exponent -= 1
            count += 1
            rest.removeFirst()
        }
        return count > 0
    }

    private mutating func readExponent(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard let mark = rest.first, mark | 0x20 == 0x65 else { return true }
        rest.removeFirst()
        let negative = rest.first == 0x2D
        if negative || rest.first == 0x2B { rest.removeFirst() }
        var power = 0
        var count = 0
        while let byte = rest.first, byte.isDigit {
            guard power < 100_000_000_000_000_000 else { return false }
            power = power * 10 + Int(byte - 0x30)
            count += 1
            rest.removeFirst()
        }
        exponent += negative ? -power : power
        return count > 0
    }

    private mutating func normalize() {
        if let first = digits.firstIndex(where: { $0 != 0 }), first > 0 { digits.removeFirst(first) }
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty {
            exponent = 0
            isNegative = false
        }
    }

    /// Whether the number has no decimals.
    var isWhole: Bool { sort == .finite && exponent >= 0 }

    /// The number as a machine integer, where it is one.
    var int: Int? {
        guard isWhole, digits.count + exponent <= 18 else { return nil }
        var number = 0
        for digit in digits { number = number * 10 + Int(digit) }
        for _ in 0..<exponent { number *= 10 }
        return isNegative ? -number : number
    }

    /// The number as a binary one.
    var double: Double {
        switch sort {
        case .finite:
            Double((isNegative ? "-" : "") + digits.map(String.init).joined() + "e\(exponent)") ?? 0
        case .infinite: isNegative ? -.infinity : .infinity
        case .notANumber: .nan
        }
    }
}

extension ExactNumber: Hashable {
    // What is not a number equals nothing, itself included.
    static func == (one: ExactNumber, other: ExactNumber) -> Bool {
        one.sort == other.sort && one.sort != .notANumber && one.isNegative == other.isNegative
            && one.exponent == other.exponent && one.digits == other.digits
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(isNegative)
        hasher.combine(exponent)
        hasher.combine(digits)
    }

    /// Which of two numbers is greater; nil where one is none.
    func compared(to other: ExactNumber) -> Int? {
        guard sort != .notANumber, other.sort != .notANumber else { return nil }
        let sign = { (number: ExactNumber) in
            number.sort == .finite && number.digits.isEmpty ? 0 : number.isNegative ? -1 : 1
        }
        guard sign(self) == sign(other) else { return sign(self) < sign(other) ? -1 : 1 }
        guard sign(self) != 0 else { return 0 }
        return sign(self) * magnitude(comparedTo: other)
    }

    private func magnitude(comparedTo other: ExactNumber) -> Int {
        if sort == .infinite || other.sort == .infinite {
            return sort == other.sort ? 0 : sort == .infinite ? 1 : -1
        }
        let (size, otherSize) = (digits.count + exponent, other.digits.count + other.exponent)
        if size != otherSize { return size < otherSize ? -1 : 1 }
        for place in 0..<max(digits.count, other.digits.count) {
            let one = place < digits.count ? digits[place] : 0
            let two = place < other.digits.count ? other.digits[place] : 0
            if one != two { return one < two ? -1 : 1 }
        }
        return 0
    }
}

/// Text that can only be a number, as ASCII: digits of any script are digits for Python.
enum PlainDigits {
    /// The stripped text with every digit as an ASCII one; nil where it holds another character beyond ASCII.
    static func ascii(_ text: Bytes) -> [UInt8]? {
        let text = text.stripped
        if text.allSatisfy({ $0 < 0x80 }) { return Array(text) }
        var plain: [UInt8] = []
        for scalar in text.text.unicodeScalars {
            if scalar.isASCII {
                plain.append(UInt8(scalar.value))
            } else if scalar.properties.generalCategory == .decimalNumber, let digit = scalar.properties.numericValue {
                plain.append(0x30 + UInt8(digit))
            } else {
                return nil
            }
        }
        return plain
    }
}
