/// Texts, each kept once: what is put in twice has one number.
struct TextPool {
    /// All bytes, one text after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each text stands.
    private(set) var places: [TextPlace] = []
    private var table: [UInt32]
    private var sums: [UInt64] = []

    init() { table = [UInt32](repeating: 0, count: 1 << 12) }

    /// The number of a text.
    mutating func number(of text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if places.count * 2 > table.count { widen() }
        let sum = Self.sum(text)
        var slot = Int(sum & UInt64(table.count - 1))
        while table[slot] != 0 {
            let known = Int(table[slot] - 1)
            if sums[known] == sum, equals(known, text) { return UInt32(known) }
            slot = (slot + 1) & (table.count - 1)
        }
        table[slot] = UInt32(places.count + 1)
        places.append(TextPlace(start: UInt32(bytes.count), length: UInt32(text.count)))
        sums.append(sum)
        bytes.append(contentsOf: text)
        return UInt32(places.count - 1)
    }

    /// The number of a text.
    mutating func number(of text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { number(of: $0) }
    }

    /// The text with a number.
    func text(_ number: UInt32) -> String {
        let place = places[Int(number)]
        return String(decoding: bytes[Int(place.start)..<Int(place.start + place.length)], as: UTF8.self)
    }

    private func equals(_ known: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let place = places[known]
        guard Int(place.length) == text.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for at in 0..<text.count where bytes[Int(place.start) + at] != text[at] { return false }
            return true
        }
    }

    private mutating func widen() {
        table = [UInt32](repeating: 0, count: table.count * 2)
        for (number, sum) in sums.enumerated() {
            var slot = Int(sum & UInt64(table.count - 1))
            while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
            table[slot] = UInt32(number + 1)
        }
    }

    /// FNV-1a, stirred: the same in every run.
    static func sum(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return sum ^ (sum >> 29)
    }
}
