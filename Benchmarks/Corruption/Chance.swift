/// Chance that is the same on every machine and every day: SplitMix64 (Steele, Lea, Flood, 2014).
public struct Chance: Sendable {
    private var state: UInt64

    /// Chance from a seed.
    public init(seed: UInt64) { state = seed }

    /// Chance of its own for one part of the work, so that adding a part changes no other.
    public init(seed: UInt64, part: String) {
        // FNV-1a: the seed of a name.
        state = part.utf8.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        _ = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A number from 0 to `limit` - 1.
    mutating func below(_ limit: Int) -> Int { Int(next() >> 11) % limit }

    /// A number within bounds.
    mutating func within(_ bounds: ClosedRange<Int>) -> Int { bounds.lowerBound + below(bounds.count) }

    /// A number from 0 to 1.
    mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }

    /// True so many times out of a hundred.
    mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

    /// One of the values.
    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// The values in another order.
    mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
        var mixed = values
        for index in mixed.indices.dropFirst().reversed() { mixed.swapAt(index, below(index + 1)) }
        return mixed
    }
}
