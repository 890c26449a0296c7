extension ExactNumber {
    /// The exact sum of two numbers.
    static func + (one: ExactNumber, other: ExactNumber) -> ExactNumber {
        guard one.sort == .finite, other.sort == .finite else { return one.sort == .finite ? other : one }
        let exponent = min(one.exponent, other.exponent)
        let (long, short) = (one.spread(to: exponent), other.spread(to: exponent))
        if one.isNegative == other.isNegative {
            return ExactNumber(isNegative: one.isNegative, digits: added(long, short), exponent: exponent)
        }
        let oneIsLarger = !precedes(long, short)
        let digits = oneIsLarger ? subtracted(long, short) : subtracted(short, long)
        return ExactNumber(
            isNegative: oneIsLarger ? one.isNegative : other.isNegative, digits: digits, exponent: exponent)
    }

    /// The digits down to a power of ten, the last digit first.
    private func spread(to power: Int) -> [UInt8] {
        // Sums of numbers of very different sizes are not worth their zeros.
        [UInt8](repeating: 0, count: min(exponent - power, 5_000)) + digits.reversed()
    }

    private static func added(_ one: [UInt8], _ other: [UInt8]) -> [UInt8] {
        var sum: [UInt8] = []
        var carry: UInt8 = 0
        for place in 0..<max(one.count, other.count) {
            let digit = (place < one.count ? one[place] : 0) + (place < other.count ? other[place] : 0) + carry
            sum.append(digit % 10)
            carry = digit / 10
        }
        sum.append(carry)
        return sum.reversed()
    }

    private static func subtracted(_ large: [UInt8], _ small: [UInt8]) -> [UInt8] {
        var rest: [UInt8] = []
        var borrowed = 0
        for place in large.indices {
            var digit = Int(large[place]) - borrowed - (place < small.count ? Int(small[place]) : 0)
            borrowed = digit < 0 ? 1 : 0
            if digit < 0 { digit += 10 }
            rest.append(UInt8(digit))
        }
        return rest.reversed()
    }

    private static func precedes(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        for place in (0..<max(one.count, other.count)).reversed() {
            let (left, right) = (place < one.count ? one[place] : 0, place < other.count ? other[place] : 0)
            if left != right { return left < right }
        }
        return false
    }

    /// The number as people write it, with a point.
    var plain: String {
        switch sort {
        case .notANumber: return "NaN"
        case .infinite: return isNegative ? "-Infinity" : "Infinity"
        case .finite: break
        }
        var text = digits.map(String.init).joined()
        if text.isEmpty { text = "0" }
        if exponent > 400 || exponent < -400 {
            text += "e\(exponent)"
        } else if exponent > 0 {
            text += String(repeating: "0", count: exponent)
        } else if exponent < 0 {
            let decimals = -exponent
            if text.count <= decimals { text = String(repeating: "0", count: decimals - text.count + 1) + text }
            text.insert(".", at: text.index(text.endIndex, offsetBy: -decimals))
        }
        return (isNegative ? "-" : "") + text
    }
}
