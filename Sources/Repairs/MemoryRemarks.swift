import Schemas
import Tables
import Texts

/// Says where a remembered answer was not applied, because only another value can be meant: a memory never overrides
/// what is certain, and not in silence either.
struct MemoryRemarks {
    let memory: Memory
    let field: Field
    let rowNumbers: [Int]

    func findings(in draft: FieldDraft) -> [Finding] {
        guard memory.knows(field: field.name) else { return [] }
        let rows = draft.cells.rowsByCode()
        return draft.outcomes.indices.compactMap { code in
            let outcome = draft.outcomes[code]
            guard !rows[code].isEmpty, outcome.problem == nil, outcome.rule != "remembered",
                outcome.degree == .certain || outcome.steps.isEmpty,
                let answer = memory.answer(field: field.name, value: outcome.sent.text), answer != outcome.value
            else { return nil }
            return remark(outcome, answer, rows: rows[code].map { rowNumbers[$0] })
        }
    }

    private func remark(_ outcome: Outcome, _ answer: String, rows: [Int]) -> Finding {
        let said = answer.isEmpty ? Question.leaveEmpty : Text(verbatim: answer)
        return Finding(
            rule: "remembered", severity: .info, rows: rows, field: field.name,
            text: Text(
                fr: """
                    « \(field.title) » : une décision retenue lit « \(outcome.sent.text) » comme « \(said.fr) ». Elle n'a \
                    pas été appliquée, car « \(outcome.value) » est sûr. Corrigez la cellule ou retirez la décision.
                    """,
                en: """
                    “\(field.title)”: a remembered decision reads “\(outcome.sent.text)” as “\(said.en)”. It was not \
                    applied, since “\(outcome.value)” is certain. Correct the cell or delete the decision.
                    """))
    }
}
