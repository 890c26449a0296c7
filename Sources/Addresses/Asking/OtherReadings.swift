extension Tokens {
    /// Other ways to read what is left when the number was taken: with a number that stands behind or in the middle,
    /// without a residence or a building behind the street.
    func otherReadings(_ number: HouseNumber?) -> [(HouseNumber?, [Word])] {
        let full = words.map { PlainWords.full($0.word) }
        var readings: [(HouseNumber?, [Word])] = []
        if number == nil, full.count > 1 {
            if let last = HouseNumber(full[full.count - 1]) { readings.append((last, Array(full.dropLast()))) }
            for place in full.indices.dropFirst().dropLast() {
                guard let inside = HouseNumber(words[place].word), !Tokens.months.contains(full[place + 1]) else {
                    continue
                }
                readings.append((inside, Array(full[(place + 1)...])))
                break
            }
        }
        if let end = full.indices.dropFirst(2).first(where: { isComplement(full, at: $0) }) {
            readings.append((number, Array(full[..<end])))
        }
        return readings
    }

    /// Whether a building is named from here on: `RES LES CAMELIAS`, `BATIMENT NORD`. `Rue de la Résidence` names none.
    private func isComplement(_ full: [Word], at place: Int) -> Bool {
        guard Self.complements.contains(full[place]) else { return false }
        return PlainWords.classOf(full[place - 1]) != .article && PlainWords.classOf(full[place - 1]) != .kind
    }

    private static let complements: WordSet = [
        Word("residence"), Word("batiment"), Word("immeuble"), Word("lotissement"), Word("zac"), Word("zi"), Word("za"),
        Word("zone"), Word("hall"), Word("appartement"), Word("domaine"), Word("quartier"), Word("centre"),
        Word("parc"),
        Word("espace"), Word("ensemble"), Word("cite"),
    ]
}
