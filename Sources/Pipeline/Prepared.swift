import Geocoding
public import Intake
public import Repairs
public import Review
public import Tables
public import Texts

/// A file that was prepared: what it holds, what was put right, what remains.
public struct Prepared: Sendable {
    /// The name of the file.
    public let file: String
    /// The file as it was received.
    public let reception: Reception
    /// What was proposed, cell by cell.
    public let draft: Draft
    /// What can be published.
    public let reviewed: ReviewedTable
    /// The decisions, with the answers that came with this file and the identifiers that were given.
    public let book: DecisionBook
    /// How many answers came with the file.
    public let answered: Int
    /// The cells in which a proposal was refused, with what they held before; the file itself still holds the proposal.
    let restored: [CellAddress: String]
    /// The places of the rows that no validator would accept.
    let unfit: Set<Int>

    /// The figures.
    public var verdict: Verdict { Verdict(reviewed) }
}

/// What became of a file, in figures and in a sentence.
public struct Verdict: Sendable, Hashable {
    /// How many rows there are.
    public let rows: Int
    /// How many cells were put right.
    public let repaired: Int
    /// How many positions should be looked at, or are missing.
    public let toVerify: Int
    /// How many questions are open.
    public let questions: Int
    /// How many errors remain beside the questions.
    public let errors: Int

    init(_ reviewed: ReviewedTable) {
        rows = reviewed.clean.rowCount
        repaired = reviewed.changes.count
        toVerify = reviewed.locations.count { $0.status != .accepted }
        questions = reviewed.questions.count
        errors = reviewed.findings.count { $0.severity == .error }
    }

    /// Whether nothing is left to ask and nothing is wrong.
    public var isValid: Bool { questions == 0 && errors == 0 }

    /// The verdict as a sentence: « 46 lignes, 312 cellules réparées, 9 adresses à vérifier, 4 questions ». Programs
    /// read it too, so that numbers and nouns stand plainly side by side.
    public var text: Text {
        let lines = Self.count(rows, ("ligne", "lignes"), ("row", "rows"))
        guard repaired + toVerify + questions + errors > 0 else {
            return Text(fr: "\(lines.fr), tout est bon", en: "\(lines.en), all is well")
        }
        var parts = [
            lines,
            Self.count(repaired, ("cellule réparée", "cellules réparées"), ("repaired cell", "repaired cells")),
            Self.count(
                toVerify, ("adresse à vérifier", "adresses à vérifier"), ("address to check", "addresses to check")),
            Self.count(questions, ("question", "questions"), ("question", "questions")),
        ]
        if errors > 0 { parts.append(Self.count(errors, ("erreur", "erreurs"), ("error", "errors"))) }
        return Text(fr: parts.map(\.fr).joined(separator: ", "), en: parts.map(\.en).joined(separator: ", "))
    }

    private static func count(
        _ number: Int, _ fr: (one: String, many: String), _ en: (one: String, many: String)
    ) -> Text {
        Text(fr: "\(number) \(number < 2 ? fr.one : fr.many)", en: "\(number) \(number == 1 ? en.one : en.many)")
    }
}
