public import Texts

/// How good a dataset is, as counted when it was released: known defects are declared and not hidden.
public struct Quality: Sendable, Hashable {
    /// How many rows there are.
    public var rows: Int
    /// How many cells were put right.
    public var repaired: Int
    /// How many questions still wait for an answer.
    public var openQuestions: Int
    /// How many values do not respect the schema.
    public var remainingErrors: Int

    /// The sum of what some releases counted.
    public init(_ releases: some Sequence<Release>) {
        (rows, repaired, openQuestions, remainingErrors) = (0, 0, 0, 0)
        for release in releases {
            rows += release.rowCount
            repaired += release.repaired
            openQuestions += release.openQuestions
            remainingErrors += release.remainingErrors
        }
    }

    /// Whether nothing is left to do.
    public var isComplete: Bool { openQuestions == 0 && remainingErrors == 0 }

    /// The sentence for people.
    public var sentence: Text {
        guard !isComplete else {
            return Text(
                fr: "Toutes les valeurs publiées respectent le modèle.",
                en: "Every published value respects the schema.")
        }
        var parts: [Text] = []
        if remainingErrors > 0 {
            parts.append(
                .count(
                    remainingErrors, fr: ("valeur reste à corriger", "valeurs restent à corriger"),
                    en: ("value still has to be corrected", "values still have to be corrected")))
        }
        if openQuestions > 0 {
            parts.append(
                .count(
                    openQuestions, fr: ("question attend une réponse", "questions attendent une réponse"),
                    en: ("question waits for an answer", "questions wait for an answer")))
        }
        let known = Text(
            fr: parts.map(\.fr).joined(separator: " et "), en: parts.map(\.en).joined(separator: " and "))
        return Text(
            fr: "Défauts connus\u{00A0}: \(known.fr).", en: "Known defects: \(known.en).")
    }
}
