/// The number of an arrondissement among the words of a name: `lyon 3eme`, `lyon iii`, `3e arrondissement de lyon`.
struct DistrictNumber {
    let number: Int
    /// The words of the town; empty when only the arrondissement is named.
    let town: [String]

    init?(_ words: [String]) {
        var town: [String] = []
        var number: Int?
        var isNamed = false
        for (place, word) in words.enumerated() {
            if Self.names.contains(word) {
                isNamed = true
            } else if number != nil, ["e", "er", "eme", "ieme", "nd", "ere", "me"].contains(word) {
                continue
            } else if number == nil, let found = Self.ordinal(word), place > 0 || words.count > 1 {
                number = found
            } else {
                town.append(word)
            }
        }
        if isNamed || number != nil { town.removeAll { ["de", "d", "du"].contains($0) } }
        guard let number, isNamed || !town.isEmpty else { return nil }
        self.number = number
        self.town = town
    }

    private static let names: Set<String> = [
        "arrondissement", "arrondissements", "arrondt", "arrondist", "arrdt", "ardt", "arr", "arrond", "arron",
    ]

    private static func ordinal(_ word: String) -> Int? {
        if let place = spelled.firstIndex(of: word) { return place + 1 }
        if word == "premiere" { return 1 }
        if word == "second" || word == "seconde" { return 2 }
        let digits = word.prefix { $0.isNumber }
        if let number = Int(digits), (1...20).contains(number) {
            return endings.contains(String(word.dropFirst(digits.count))) ? number : nil
        }
        let roman = word.prefix { "ivx".contains($0) }
        guard endings.contains(String(word.dropFirst(roman.count))) else { return nil }
        return romans.firstIndex(of: String(roman)).map { $0 + 1 }
    }

    private static let endings: Set<String> = [
        "", "e", "er", "ere", "eme", "ieme", "iem", "em", "me", "nd", "nde", "ter",
    ]

    private static let spelled = [
        "premier", "deuxieme", "troisieme", "quatrieme", "cinquieme", "sixieme", "septieme", "huitieme", "neuvieme",
        "dixieme",
    ]

    private static let romans = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
        "xviii", "xix", "xx",
    ]
}
