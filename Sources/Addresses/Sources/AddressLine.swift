/// One line of an address file, as it stands in the file. The bytes live while the line is read.
struct AddressLine {
    var identifier: Field = .empty
    var number: Field = .empty
    var suffix: Field = .empty
    var street: Field = .empty
    var postcode: Field = .empty
    var communeCode: Field = .empty
    var communeName: Field = .empty
    var formerCode: Field = .empty
    var formerName: Field = .empty
    var longitude: Field = .empty
    var latitude: Field = .empty
    var x: Field = .empty
    var y: Field = .empty
    var position: Field = .empty

    /// The bytes of one field.
    typealias Field = UnsafeBufferPointer<UInt8>
}

extension UnsafeBufferPointer<UInt8> {
    static var empty: Self { Self(start: nil, count: 0) }

    var text: String { String(decoding: self, as: UTF8.self) }

    /// Without the white space around it and, where the file writes none as `NA`, nothing.
    var trimmed: Self {
        var start = 0, end = count
        while start < end, self[start] <= 0x20 { start += 1 }
        while end > start, self[end - 1] <= 0x20 { end -= 1 }
        if end - start == 2, self[start] == 0x4E, self[start + 1] == 0x41 { return .empty }
        return Self(rebasing: self[start..<end])
    }

    /// A whole number of at most five digits.
    var wholeNumber: Int? {
        guard count > 0, count <= 5 else { return nil }
        var number = 0
        for byte in self {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }

    /// A decimal number, with a point or a comma.
    var decimal: Double? {
        var negative = false, digits = 0, scale = 0, isFraction = false
        var number: Int64 = 0
        for (place, byte) in enumerated() {
            switch byte {
            case 0x2D where place == 0: negative = true
            case 0x2B where place == 0: break
            case 0x2E, 0x2C:
                if isFraction { return nil }
                isFraction = true
            case 0x30...0x39:
                digits += 1
                if digits > 17 { continue }
                number = number * 10 + Int64(byte - 0x30)
                if isFraction { scale += 1 }
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        let value = Double(number) / Self.powers[scale]
        return negative ? -value : value
    }

    private static var powers: [Double] { powersOfTen }
}

private let powersOfTen: [Double] = (0...18).map { (0..<$0).reduce(1.0) { value, _ in value * 10 } }
