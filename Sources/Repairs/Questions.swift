import Checks
import Schemas
import Spelling
import Tables
import Texts

/// Groups what must be asked: one question for each thing that its owner must decide, however many rows it fills.
struct Questions {
    let schema: Schema

    /// How many different values of one field are asked about one by one, where nothing comes to mind.
    static let mostValues = 12
    /// How many, where there are candidates to choose from.
    static let mostChoices = 60

    static let unsure = Text(
        fr: "On ne peut pas savoir ce qui était voulu.", en: "There is no telling what was meant.")

    /// The questions about the values of a field, and findings where there are too many to ask.
    func ask(about index: Int, in draft: FieldDraft, rowNumbers: [Int]) -> (questions: [Question], findings: [Finding])
    {
        let field = schema.fields[index]
        guard draft.outcomes.contains(where: { $0.problem != nil }) else { return ([], []) }
        // A row whose cell was settled by the rest of the row needs no question.
        let rowsByCode = draft.cells.rowsByCode().map { rows in rows.filter { draft.rows[$0] == nil } }
        let doubtful = draft.outcomes.indices.filter { draft.outcomes[$0].problem != nil && !rowsByCode[$0].isEmpty }
        let groups = Dictionary(grouping: doubtful) { code in
            MemoryKey(field: field.name, value: draft.outcomes[code].sent.text)
        }
        let known = groups.mapValues { codes in codes.flatMap { rowsByCode[$0] }.sorted() }
        let most = doubtful.allSatisfy { draft.outcomes[$0].candidates.isEmpty } ? Self.mostValues : Self.mostChoices
        if known.count > most {
            return ([], [tooMany(field, draft, doubtful, known.values.flatMap { $0 }.sorted().map { rowNumbers[$0] })])
        }
        let questions = groups.map { key, codes -> Question in
            question(
                field, draft.outcomes[mostFrequent(codes, rowsByCode)],
                rows: known[key, default: []].map { rowNumbers[$0] })
        }
        return (questions.sorted { ($0.rows.count, $1.value) > ($1.rows.count, $0.value) }, [])
    }

    private func mostFrequent(_ codes: [Int], _ rowsByCode: [[Int]]) -> Int {
        codes.max { (rowsByCode[$0].count, $1) < (rowsByCode[$1].count, $0) } ?? codes[0]
    }

    private func question(_ field: Field, _ outcome: Outcome, rows: [Int]) -> Question {
        let words = QuestionWords(
            field: field, value: outcome.sent.text, rowCount: rows.count, problem: outcome.problem,
            reason: outcome.reason)
        return Question(
            rule: outcome.problem?.rule ?? "ask", field: field.name, rows: rows, value: outcome.sent.text,
            candidates: outcome.candidates, text: words.text)
    }

    private func tooMany(_ field: Field, _ draft: FieldDraft, _ codes: [Int], _ rows: [Int]) -> Finding {
        let example = draft.outcomes[codes[0]].problem?.text ?? Self.unsure
        return Finding(
            rule: draft.outcomes[codes[0]].problem?.rule ?? "ask", severity: .error, rows: rows, field: field.name,
            text: Text(
                fr: """
                    La colonne « \(field.title) » contient \(codes.count) valeurs différentes qui ne conviennent pas. \
                    Par exemple : \(example.fr) Elles ne sont pas publiées : est-ce la bonne colonne ?
                    """,
                en: """
                    The column “\(field.title)” holds \(codes.count) different values that do not fit. For example: \
                    \(example.en) They are not published: is it the right column?
                    """))
    }
}
