public import Texts

/// The sentence that says what was looked for and is not in what is published.
public struct Statement: Sendable {
    /// What is published because somebody decided so, and the reason given.
    public let published: [(detector: Detector, reason: String)]

    /// A statement; `published` names what stays in the data by decision.
    public init(published: [(detector: Detector, reason: String)] = []) { self.published = published }

    /// « Ce jeu ne contient pas d'adresses électroniques nominatives, … »
    public var text: Text {
        let kept = Set(published.map(\.detector.name))
        let absent = Detector.all.filter { !kept.contains($0.name) }
        let sentence = Text(
            fr: "Ce jeu ne contient pas " + Self.list(absent.map { Self.of($0.what.fr) }, last: " ni ")
                + " (recherche automatique dans toutes les valeurs publiées ; elle ne remplace pas votre lecture).",
            en: "This dataset holds no " + Self.list(absent.map(\.what.en), last: " and no ")
                + " (searched automatically in every published value; this does not replace your own reading).")
        return published.reduce(sentence) { sentence, item in
            Text(
                fr: sentence.fr + " Par décision, il contient des \(item.detector.what.fr) : « \(item.reason) ».",
                en: sentence.en + " By decision, it holds \(item.detector.what.en): “\(item.reason)”.")
        }
    }

    private static func of(_ what: String) -> String {
        let vowels = "aeéèhiouyAEÉHIOU"
        return what.first.map(vowels.contains) == true ? "d'" + what : "de " + what
    }

    private static func list(_ items: [String], last: String) -> String {
        guard items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + last + items[items.count - 1]
    }
}
