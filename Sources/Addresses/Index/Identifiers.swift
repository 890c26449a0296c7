/// The identifier of an address taken apart, so that 26 million of them need little room.
struct IdentifierParts {
    var kind: IdentifierKind
    /// The bytes that it begins with.
    var start: UnsafeBufferPointer<UInt8>
    var digits = 0
    var number: UInt64 = 0

    /// Takes an identifier apart, given the number and the suffix of its address.
    init(_ identifier: UnsafeBufferPointer<UInt8>, number: Int, suffix: UnsafeBufferPointer<UInt8>) {
        if let length = Self.derivedEnd(identifier, number, suffix) {
            kind = .derived
            start = UnsafeBufferPointer(rebasing: identifier[..<(identifier.count - length)])
            return
        }
        var from = identifier.count
        while from > 0, identifier.count - from < 18, (0x30...0x39).contains(identifier[from - 1]) { from -= 1 }
        digits = identifier.count - from
        guard digits >= 4 else {
            kind = .written
            start = identifier
            digits = 0
            return
        }
        kind = .counted
        start = UnsafeBufferPointer(rebasing: identifier[..<from])
        self.number = identifier[from...].reduce(0) { $0 * 10 + UInt64($1 - 0x30) }
    }

    /// The length of `_00003_bis` at the end of an identifier, where it is that of its address.
    private static func derivedEnd(
        _ identifier: UnsafeBufferPointer<UInt8>, _ number: Int, _ suffix: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        var end = identifier.count
        if suffix.count > 0 {
            guard end > suffix.count, identifier[end - suffix.count - 1] == 0x5F else { return nil }
            for (place, byte) in suffix.enumerated() where identifier[end - suffix.count + place] != byte { return nil }
            end -= suffix.count + 1
        }
        guard end >= 6, identifier[end - 6] == 0x5F else { return nil }
        var rest = number
        for place in 0..<5 {
            guard identifier[end - 1 - place] == UInt8(0x30 + rest % 10) else { return nil }
            rest /= 10
        }
        return identifier.count - end + 6
    }
}
