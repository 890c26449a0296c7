import Privacy
import Repairs
import Schemas
import Tables
import Texts

/// Keeps personal data and secrets out of what is published until a person decides, with a reason.
struct Withholding {
    let schema: Schema
    let disclosures: Disclosures
    let rowNumbers: [Int]

    /// What came of the scan.
    struct Result {
        /// By field, the rows whose value is kept back.
        var withheld: [Int: Set<Int>] = [:]
        var questions: [Question] = []
        var findings: [Finding] = []
        var published: [(detector: Detector, reason: String)] = []
    }

    /// Empties the cells that nobody decided to publish, and says so.
    func apply(to columns: inout [Cells]) -> Result {
        var result = Result()
        let alarms = Scan(schema: schema).alarms(in: columns) { disclosures.isKept($1, in: $0) }
        for alarm in alarms {
            let field = schema.fields[alarm.field]
            let rows = columns[alarm.field].codes.indices.filter {
                alarm.values.contains(columns[alarm.field].codes[$0])
            }
            guard !rows.isEmpty else { continue }
            let decision = disclosures.decision(on: alarm.detector, in: field)
            if let decision, decision.isAllowed {
                result.published.append((alarm.detector, decision.reason))
                continue
            }
            result.withheld[alarm.field, default: []].formUnion(rows)
            if decision == nil {
                result.questions.append(question(alarm, field, rows))
            } else {
                result.findings.append(remark(alarm, field, rows))
            }
        }
        for (field, rows) in result.withheld {
            for row in rows { columns[field].set(.blank, row: row) }
        }
        return result
    }

    private func question(_ alarm: Scan.Alarm, _ field: Field, _ rows: [Int]) -> Question {
        let count = Text.rows(rows.count)
        let example = alarm.example.count > 60 ? alarm.example.prefix(60) + "…" : alarm.example[...]
        return Question(
            about: Disclosures.key(of: alarm.detector, in: field), rule: alarm.detector.name, field: field.name,
            rows: rows.map { rowNumbers[$0] }, value: alarm.example, candidates: Disclosure.answers.map(\.fr),
            text: Text(
                fr: """
                    « \(field.title) » contient des \(alarm.detector.what.fr), par exemple « \(example) » (\(count.fr)). \
                    Faut-il les publier, et pour quelle raison ? Sans réponse, ces cellules ne sont pas publiées.
                    """,
                en: """
                    “\(field.title)” holds \(alarm.detector.what.en), for example “\(example)” (\(count.en)). Are they \
                    to be published, and for what reason? Without an answer these cells are not published.
                    """))
    }

    private func remark(_ alarm: Scan.Alarm, _ field: Field, _ rows: [Int]) -> Finding {
        Finding(
            rule: alarm.detector.name, severity: .info, rows: rows.map { rowNumbers[$0] }, field: field.name,
            text: Text(
                fr: "« \(field.title) » : des \(alarm.detector.what.fr) ne sont pas publiés, comme cela a été décidé.",
                en: "“\(field.title)”: \(alarm.detector.what.en) are not published, as was decided."))
    }
}
