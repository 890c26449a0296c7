import Geocoding
import Intake
import Repairs
import Review
import Spelling
import Tables
import Templates
import Texts

/// What can be asked about addresses in doubt: where each one is. It is optional: without an answer, the position
/// stays empty.
struct PositionQuestion {
    let prepared: Prepared
    let language: Language

    /// What stands for the field in the name of such a question. No field of a schema may be called so.
    static let subject = "@position"
    private static let most = 300

    /// One row for each address in doubt, the most doubtful first.
    var rows: [QuestionRow] {
        let open = prepared.reviewed.locations.filter { $0.status != .accepted && !$0.candidates.isEmpty }
        let groups = Dictionary(grouping: open, by: \.query.folded).values.sorted { first, second in
            (Self.score(first), first[0].row) < (Self.score(second), second[0].row)
        }
        return groups.prefix(Self.most).map(row)
    }

    private static func score(_ group: [Location]) -> Double { group[0].candidates.first?.score ?? 0 }

    private func row(_ group: [Location]) -> QuestionRow {
        let location = group[0]
        let rows = group.map { prepared.reception.table.rowNumbers[$0.row] }
        let shown = rows.prefix(12).map(String.init).joined(separator: ", ") + (rows.count > 12 ? "…" : "")
        let lines = rows.count == 1 ? Text(fr: "Ligne", en: "Row") : Text(fr: "Lignes", en: "Rows")
        let ask = Text(
            fr: "Choisissez l'adresse, ou écrivez « latitude, longitude ».",
            en: "Choose the address, or write “latitude, longitude”.")
        let reason = location.remark?.in(language) ?? ""
        return QuestionRow(
            id: MemoryKey(field: Self.subject, value: location.query).identifier,
            cells: "\(lines.in(language)) \(shown)", value: location.query, text: "\(reason) \(ask.in(language))",
            candidates: location.candidates.map(\.label) + [Question.leaveEmpty.in(language)])
    }
}
