extension String {
    /// How many digits there are: a cheap look before an expression is tried, since nearly no value holds anything.
    var digitCount: Int { utf8.count { $0 &- 0x30 <= 9 } }

    /// Whether one of some words in lower case ASCII stands in the text, whatever its capitals.
    func holds(oneOf words: [[UInt8]]) -> Bool {
        var copy = self
        return copy.withUTF8 { text in
            words.contains { word in
                guard text.count >= word.count else { return false }
                return (0...(text.count - word.count)).contains { start in
                    word.indices.allSatisfy { text[start + $0] | 0x20 == word[$0] }
                }
            }
        }
    }
}
