/// Reads opening hours byte by byte. What does not match is put back, and the furthest place where something
/// else was expected is kept: that is where the mistake is.
struct Scanner {
    let bytes: [UInt8]
    private(set) var position = 0
    private(set) var furthest = 0
    private(set) var expected: [Expectation] = []

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Notes what was expected here.
    mutating func miss(_ expectation: Expectation) {
        if position > furthest {
            furthest = position
            expected.removeAll()
        }
        if position == furthest, !expected.contains(expectation) { expected.append(expectation) }
    }

    /// Runs a step and puts back what it read where it finds nothing.
    mutating func attempt<Found>(_ step: (inout Scanner) -> Found?) -> Found? {
        let start = position
        if let found = step(&self) { return found }
        position = start
        return nil
    }

    /// Items between commas. Nil without a first one.
    mutating func list<Found>(_ item: (inout Scanner) -> Found?) -> [Found]? {
        guard let first = attempt(item) else { return nil }
        var found = [first]
        while let next = attempt({ $0.take(",") ? item(&$0) : nil }) { found.append(next) }
        return found
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func take(word: String) -> Bool {
        let word = word.utf8
        guard bytes[position...].starts(with: word) else { return false }
        position += word.count
        return true
    }

    /// The place in a list of the word that stands here.
    mutating func take(oneOf words: [String]) -> Int? {
        words.firstIndex { take(word: $0) }
    }

    /// A digit within a range, as its value.
    mutating func digit(_ range: ClosedRange<Int> = 0...9) -> Int? {
        guard position < bytes.count else { return nil }
        let value = Int(bytes[position]) - 0x30
        guard range.contains(value) else { return nil }
        position += 1
        return value
    }

    /// Exactly two digits that make a number within a range.
    mutating func twoDigits(_ range: ClosedRange<Int>) -> Int? {
        attempt {
            guard let tens = $0.digit(), let units = $0.digit() else { return nil }
            return range.contains(tens * 10 + units) ? tens * 10 + units : nil
        }
    }

    /// The bytes up to a mark, which is not read.
    mutating func text(upTo mark: Unicode.Scalar) -> String? {
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: mark)), end > position else { return nil }
        defer { position = end }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }
}
