/// Reads JSON byte by byte, for the rooms that must keep the order of members and every digit of a number.
///
/// The text may be hostile: nothing recurses deeper than 64 levels, and every fault is thrown with its place.
package struct JSONScanner {
    /// The text is no JSON from this byte on.
    package struct Fault: Error {
        package let position: Int

        package init(position: Int) { self.position = position }
    }

    /// What a value starts like. `NaN`, which several programs write, is no JSON but surely nothing: a null.
    package enum Kind {
        case object, array, string, number, boolean, null
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    /// The byte that is read next.
    package var position: Int

    /// A scanner at one byte of a text, which must be valid UTF-8.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    /// Whether nothing but white space is left.
    package mutating func atEnd() -> Bool { next() == nil }

    /// The next byte that is not white space, not yet taken.
    package mutating func next() -> UInt8? {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D, 0x1E: position += 1
            default: return bytes[position]
            }
        }
        return nil
    }

    /// Takes one byte if it comes next.
    package mutating func take(_ byte: UInt8) -> Bool {
        guard next() == byte else { return false }
        position += 1
        return true
    }

    /// Takes one byte, which must come next.
    package mutating func expect(_ byte: UInt8) throws(Fault) {
        guard take(byte) else { throw Fault(position: position) }
    }

    /// What the next value is.
    package mutating func kind() throws(Fault) -> Kind {
        switch next() {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
        case UInt8(ascii: "n"), UInt8(ascii: "N"): return .null
        case let byte? where byte == UInt8(ascii: "-") || byte &- 0x30 < 10: return .number
        default: throw Fault(position: position)
        }
    }

    /// Walks through an array; `visit` must take one item.
    package mutating func items(_ visit: (inout JSONScanner) throws(Fault) -> Void) throws(Fault) {
        try expect(UInt8(ascii: "["))
        if take(UInt8(ascii: "]")) { return }
        repeat { try visit(&self) } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"))
    }

    /// Walks through an object; `visit` is given each name and must take its value.
    package mutating func members(
        _ visit: (inout JSONScanner, _ name: [UInt8]) throws(Fault) -> Void
    ) throws(Fault) {
        try expect(UInt8(ascii: "{"))
        if take(UInt8(ascii: "}")) { return }
        var name: [UInt8] = []
        repeat {
            try string(into: &name)
            try expect(UInt8(ascii: ":"))
            try visit(&self, name)
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
    }

    /// Takes a string; `text` is left holding its UTF-8, escapes resolved.
    package mutating func string(into text: inout [UInt8]) throws(Fault) {
        text.removeAll(keepingCapacity: true)
        try expect(UInt8(ascii: "\""))
        while true {
            let start = position
            while position < bytes.count, bytes[position] != 0x22, bytes[position] != 0x5C { position += 1 }
            text.append(contentsOf: bytes[start..<position])
            guard position < bytes.count else { throw Fault(position: position) }
            position += 1
            if bytes[position - 1] == 0x22 { return }
            try escape(into: &text)
        }
    }

    /// Takes a string.
    package mutating func string() throws(Fault) -> String {
        var text: [UInt8] = []
        try string(into: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Takes a value of any kind and returns the bytes it is written with.
    package mutating func raw() throws(Fault) -> Range<Int> {
        _ = next()
        let start = position
        try skip(depth: 64)
        return start..<position
    }

    /// Takes a number.
    package mutating func number() throws(Fault) -> Double {
        guard try kind() == .number else { throw Fault(position: position) }
        let start = position
        let negative = bytes[position] == UInt8(ascii: "-")
        if negative { position += 1 }
        var digits: UInt64 = 0
        var count = 0
        var decimals = 0
        var inDecimals = false
        var plain = true
        scan: while position < bytes.count {
            switch bytes[position] {
            case let byte where byte &- 0x30 < 10:
                if count < 19 { digits = digits &* 10 &+ UInt64(byte - 0x30) }
                if digits > 0 { count += 1 }
                if inDecimals { decimals += 1 }
            case UInt8(ascii: ".") where !inDecimals: inDecimals = true
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"):
                plain = false
            default: break scan
            }
            position += 1
        }
        // Both the digits and the power of ten are exact here, so that one division rounds rightly.
        if plain, digits < 1 << 53, count < 17, decimals <= 22 {
            let value = Double(digits) / Self.powersOfTen[decimals]
            return negative ? -value : value
        }
        let words = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let value = Double(words), value.isFinite else { throw Fault(position: start) }
        return value
    }

    private static let powersOfTen: [Double] = (0...22).map { Double("1e\($0)") ?? 1 }
}

extension JSONScanner {
    private mutating func skip(depth: Int) throws(Fault) {
        guard depth > 0 else { throw Fault(position: position) }
        switch try kind() {
        case .object:
            try members { (scanner, _) throws(Fault) in try scanner.skip(depth: depth - 1) }
        case .array:
            try items { (scanner) throws(Fault) in try scanner.skip(depth: depth - 1) }
        case .string: try skipString()
        case .number: _ = try number()
        case .boolean: try word(bytes[position] == UInt8(ascii: "t") ? "true" : "false")
        case .null: try word(bytes[position] == UInt8(ascii: "n") ? "null" : "NaN")
        }
    }

    private mutating func skipString() throws(Fault) {
        position += 1
        while position < bytes.count, bytes[position] != 0x22 { position += bytes[position] == 0x5C ? 2 : 1 }
        guard position < bytes.count else { throw Fault(position: bytes.count) }
        position += 1
    }

    private mutating func word(_ word: StaticString) throws(Fault) {
        for offset in 0..<word.utf8CodeUnitCount {
            guard position < bytes.count, bytes[position] == word.utf8Start[offset] else {
                throw Fault(position: position)
            }
            position += 1
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(Fault) {
        guard position < bytes.count else { throw Fault(position: position) }
        position += 1
        switch bytes[position - 1] {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
        case UInt8(ascii: "u"):
            var unit = try hexadecimal()
            if unit >> 10 == 0x36, position + 1 < bytes.count, bytes[position] == 0x5C,
                bytes[position + 1] == UInt8(ascii: "u")
            {
                position += 2
                unit = 0x10000 + (unit & 0x3FF) << 10 + (try hexadecimal()) & 0x3FF
            }
            text.append(contentsOf: String(Character(Unicode.Scalar(unit) ?? "\u{FFFD}")).utf8)
        case let plain: text.append(plain)
        }
    }

    private mutating func hexadecimal() throws(Fault) -> UInt32 {
        guard position + 4 <= bytes.count,
            let unit = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { throw Fault(position: position) }
        position += 4
        return unit
    }
}

extension JSONScanner {
    /// Takes a value of any kind; `text` is left holding the bytes it is written with.
    package mutating func rawBytes(into text: inout [UInt8]) throws(Fault) {
        let range = try raw()
        text.removeAll(keepingCapacity: true)
        text.append(contentsOf: bytes[range])
    }
}
