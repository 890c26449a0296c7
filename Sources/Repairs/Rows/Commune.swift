import Checks
import Mapping
import Schemas
import Tables
import Territories
import Texts

extension RowRepair {
    /// The commune of a row, said up to four times: in its name, its INSEE code, its postcode and its identifier.
    static let commune = RowRepair(
        "commune-name",
        Text(
            fr: "Met d'accord le nom de la commune, son code Insee et son code postal.",
            en: "Makes the name of the commune, its INSEE code and its postcode agree.")
    ) { draft, setting in
        guard let fields = CommuneFields(draft.schema) else { return }
        let identity = CommuneIdentity(
            setting: setting, field: draft.schema.fields[fields.main].name, isTold: draft.mapped.unread.isEmpty)
        var judged: [CommuneSayings: CommuneVerdict] = [:]
        var asked: [CommuneSayings: [Int]] = [:]
        for row in 0..<draft.mapped.rowCount {
            let said = fields.sayings(of: row, in: draft)
            let verdict = judged[said] ?? identity.verdict(on: said)
            judged[said] = verdict
            for part in verdict.confirmed.intersection(said.supposed) {
                if let field = fields.index(of: part) { draft.confirm(field: field, row: row) }
            }
            for change in verdict.changes {
                guard let field = fields.index(of: change.part) else { continue }
                draft.propose(field: field, row: row, rule: change.rule, degree: change.degree, change.value)
            }
            if verdict.question != nil {
                asked[said, default: []].append(row)
                fields.withdraw(row: row, from: &draft)
            }
            if verdict.remark != nil { asked[said, default: []].append(row) }
        }
        for (said, rows) in asked.sorted(by: { $0.value[0] < $1.value[0] }) {
            guard let verdict = judged[said] else { continue }
            fields.report(verdict, said, rows: rows, in: &draft)
        }
    }
}

/// The fields of a schema that say which commune a row belongs to.
private struct CommuneFields {
    let uid: Int?
    let name: Int?
    let code: Int?
    let postcode: Int?

    /// The field that questions about the commune name.
    var main: Int { name ?? code ?? 0 }

    init?(_ schema: Schema) {
        func index(_ meaning: Field.Meaning) -> Int? {
            let found = schema.fields.indices.filter { schema.fields[$0].meaning == meaning }
            return found.count == 1 ? found[0] : nil
        }
        uid = index(.uid)
        name = index(.communeName)
        code = index(.communeCode)
        postcode = index(.postcode)
        guard name != nil || code != nil else { return nil }
    }

    func index(of part: CommuneSayings.Part) -> Int? {
        switch part {
        case .name: name
        case .code: code
        case .postcode: postcode
        }
    }

    /// What the row says. A value that is itself doubtful says nothing.
    func sayings(of row: Int, in draft: Draft) -> CommuneSayings {
        func said(_ field: Int?) -> String {
            guard let field else { return "" }
            let outcome = draft.outcome(field: field, row: row)
            return outcome.problem == nil ? outcome.value : ""
        }
        let parts = said(uid).split(separator: "-")
        let supposed = [CommuneSayings.Part.code, .postcode].filter { part in
            guard let outcome = index(of: part).map({ draft.outcome(field: $0, row: row) }) else { return false }
            return outcome.degree == .likely && ["commune-code", "postcode"].contains(outcome.rule)
        }
        return CommuneSayings(
            name: said(name), code: said(code), postcode: said(postcode),
            uidCode: parts.count == 3 ? String(parts[1]) : "",
            supposed: Set(supposed))
    }

    /// While the commune is asked about, none of its parts is published.
    func withdraw(row: Int, from draft: inout Draft) {
        for field in [name, code, postcode].compactMap({ $0 }) {
            var outcome = draft.outcome(field: field, row: row)
            guard outcome.problem == nil, !outcome.value.isEmpty else { continue }
            outcome.problem = Judge.Problem(rule: "commune-coherence", text: Questions.unsure)
            draft.doubt(field: field, row: row, problem: outcome)
        }
    }

    func report(_ verdict: CommuneVerdict, _ said: CommuneSayings, rows: [Int], in draft: inout Draft) {
        let numbers = rows.map { draft.number(of: $0) }
        let field = main
        if let question = verdict.question {
            draft.questions.append(
                Question(
                    rule: "commune-coherence", field: draft.schema.fields[field].name,
                    rows: numbers, value: said.spoken, candidates: question.candidates, text: question.text))
        }
        if let remark = verdict.remark {
            draft.findings.append(
                Finding(
                    rule: "commune-coherence", severity: .warning, rows: numbers,
                    column: draft.mapped.column(of: field)?.letters, field: draft.schema.fields[field].name,
                    text: remark))
        }
    }
}
