/// A city of arrondissements: Paris, Lyon and Marseille (law 82-1169, the *code officiel géographique*).
struct City {
    let name: String
    let code: String
    /// Which of its arrondissements.
    let number: Int

    /// The city of an arrondissement; nil for any other code.
    init?(arrondissement code: String) {
        for (name, city, first, count) in Self.all {
            guard let number = Int(code), (first..<first + count).contains(number) else { continue }
            (self.name, self.code, self.number) = (name, city, number - first + 1)
            return
        }
        return nil
    }

    /// The codes of the arrondissements of a city; none for any other code.
    static func arrondissements(of code: String) -> [String] {
        all.filter { $0.1 == code }.flatMap { _, _, first, count in (first..<first + count).map { String($0) } }
    }

    private static let all = [
        ("Paris", "75056", 75101, 20), ("Lyon", "69123", 69381, 9), ("Marseille", "13055", 13201, 16),
    ]
}
