import Checks
import Mapping
import Schemas
import Tables
import Texts

// What only the owner of an identifier knows.
extension UidNaming {
    /// Nothing tells which of two objects the identifier was given to: a new one might go to the wrong one.
    func askWhose(_ uid: String, _ row: Int, _ owner: Int, _ draft: inout Draft) {
        let text = Text(
            fr: """
                L'identifiant \(uid) de la ligne \(draft.number(of: row)) est aussi celui de la ligne \
                \(draft.number(of: owner)). Corrigez celui des deux qui est faux, ou effacez-le pour en recevoir un nouveau.
                """,
            en: """
                The identifier \(uid) of row \(draft.number(of: row)) is also that of row \(draft.number(of: owner)). \
                Correct the wrong one of the two, or clear it to get a new one.
                """)
        ask(row, about: uid, text, &draft)
    }

    /// A row that was copied whole is the same object twice, or a new one that was begun by copying.
    func askForCopy(_ row: Int, of owner: Int, _ uid: String, _ draft: inout Draft) {
        let text = Text(
            fr: """
                La ligne \(draft.number(of: row)) répète la ligne \(draft.number(of: owner)), avec le même identifiant \
                \(uid). Supprimez l'une des deux, ou donnez à la seconde ce qui lui est propre.
                """,
            en: """
                Row \(draft.number(of: row)) repeats row \(draft.number(of: owner)), with the same identifier \(uid). \
                Delete one of them, or give the second one what is its own.
                """)
        ask(row, about: uid, text, &draft)
    }

    /// The object had an identifier, which a formula that failed hides: a new one would make it another object.
    func askForLost(_ row: Int, _ outcome: Outcome, _ draft: inout Draft) {
        var lost = outcome
        lost.reason = Self.lost
        lost.problem = Judge.Problem(rule: Repair.errorCell.name, text: Self.lost)
        draft.doubt(field: field, row: row, problem: lost)
        let name = draft.schema.fields[field].name
        draft.questions.append(
            Question(
                rule: Repair.errorCell.name, field: name, rows: [draft.number(of: row)], value: outcome.sent.text,
                candidates: [],
                text: Text(
                    fr: "« \(draft.schema.fields[field].title) », ligne \(draft.number(of: row)) : \(Self.lost.fr)",
                    en: "“\(draft.schema.fields[field].title)”, row \(draft.number(of: row)): \(Self.lost.en)")))
    }

    private static let lost = Text(
        fr: "Le tableur montre une erreur à la place de l'identifiant. Quel est celui de cet objet ?",
        en: "The spreadsheet shows an error in place of the identifier. Which one is that of this object?")

    /// Keeps an identifier back until its owner has said whose it is.
    private func ask(_ row: Int, about uid: String, _ text: Text, _ draft: inout Draft) {
        var asked = draft.outcome(field: field, row: row)
        asked.reason = text
        asked.problem = Judge.Problem(rule: "uid-reused", text: text)
        draft.doubt(field: field, row: row, problem: asked)
        draft.questions.append(
            Question(
                rule: "uid-reused", field: draft.schema.fields[field].name, rows: [draft.number(of: row)], value: uid,
                candidates: [], text: text))
    }
}
