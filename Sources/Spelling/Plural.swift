extension String {
    /// The folded words with the marks of plural and feminine agreement taken off: `tenus en laisse` and
    /// `tenue en laisse` meet under `tenu en laisse`. A key for comparing, not a word to show.
    public var singularKey: String {
        folded.split(separator: " ").map { word in
            var word = word
            if word.count > 3, word.hasSuffix("aux") { return word.dropLast(3) + "al" }
            if word.count > 3, word.hasSuffix("s") || word.hasSuffix("x") { word = word.dropLast() }
            if word.count > 3, word.hasSuffix("ee") || word.hasSuffix("ue") || word.hasSuffix("ie") {
                word = word.dropLast()
            }
            return word
        }.joined(separator: " ")
    }
}
