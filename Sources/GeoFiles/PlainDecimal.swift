extension [UInt8] {
    /// Rewrites a JSON number as people write it: no exponent, no zeros after the last decimal, no digits that only
    /// binary fractions have. Whole numbers keep every digit.
    mutating func makePlainDecimal() {
        let isWhole = allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") }
        if isWhole { return }
        let hasExponent = contains(UInt8(ascii: "e")) || contains(UInt8(ascii: "E"))
        if hasExponent || count > 17, let number = Double(String(decoding: self, as: UTF8.self)) {
            self = Array(Self.plain(number).utf8)
        }
        guard contains(UInt8(ascii: ".")) else { return }
        while last == UInt8(ascii: "0") { removeLast() }
        if last == UInt8(ascii: ".") { removeLast() }
        if elementsEqual("-0".utf8) { self = [UInt8(ascii: "0")] }
    }

    /// The shortest decimal that means this number, without exponent.
    private static func plain(_ number: Double) -> String {
        let shortest = number.description
        guard let mark = shortest.firstIndex(of: "e"), let power = Int(shortest[shortest.index(after: mark)...]) else {
            return shortest
        }
        let sign = number < 0 ? "-" : ""
        let parts = shortest[..<mark].drop { $0 == "-" }.split(separator: ".")
        let (whole, part) = (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        let digits = whole + (part == "0" ? "" : part)
        let point = whole.count + power
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }

    /// Drops the white space between the signs of a JSON text.
    mutating func dropBlanksOfJSON() {
        var inString = false
        var escaped = false
        removeAll { byte in
            if inString {
                if escaped {
                    escaped = false
                } else if byte == UInt8(ascii: "\\") {
                    escaped = true
                } else if byte == UInt8(ascii: "\"") {
                    inString = false
                }
                return false
            }
            if byte == UInt8(ascii: "\"") { inString = true }
            return byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
        }
    }
}
