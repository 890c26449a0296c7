import Mapping
import Schemas
import Tables
import Texts

// The identifiers that rows bear already.
extension UidNaming {
    /// Somebody who takes a line out and numbers the others anew gives every object the identifier of another. Objects
    /// keep the one under which they are published; a row that is none of them, and whose identifier belongs to one
    /// that is there, gets a new one.
    mutating func keepPublished(_ draft: inout Draft) {
        guard let published else { return }
        var sent: [Int: String] = [:]
        for row in 0..<draft.mapped.rowCount {
            let outcome = draft.outcome(field: field, row: row)
            if !outcome.value.isEmpty, outcome.problem == nil { sent[row] = outcome.value }
        }
        let renumbered = published.renumbered(sent, in: draft)
        guard !renumbered.isEmpty else { return }
        let claimed = Set(renumbered.values)
        for (row, uid) in sent where renumbered[row] == nil && claimed.contains(uid) {
            draft.propose(field: field, row: row, rule: "uid-renumbered", degree: .likely, "")
        }
        for (row, uid) in renumbered {
            draft.propose(field: field, row: row, rule: "uid-renumbered", degree: .likely, uid)
        }
    }

    /// One row of each identifier keeps it: the one whose commune and number it says, else the first. Others with the
    /// same one are told.
    mutating func keepGiven(_ draft: inout Draft) {
        for (uid, rows) in given(&draft).sorted(by: { $0.key < $1.key }) where rows.count > 1 {
            let owner = owner(of: uid, among: rows, draft)
            let others = rows.filter { $0 != owner && isAnotherObject($0, than: owner, uid, &draft) }
            unnamed += others
            if !others.isEmpty { draft.findings.append(reused(uid, by: others, owner, draft)) }
        }
        unnamed.sort()
    }

    /// The rows that bear each identifier. Those that bear none are left to be named.
    private mutating func given(_ draft: inout Draft) -> [String: [Int]] {
        var rowsByUid: [String: [Int]] = [:]
        for row in 0..<draft.mapped.rowCount {
            let outcome = draft.outcome(field: field, row: row)
            if outcome.value.isEmpty, outcome.rule == Repair.errorCell.name {
                askForLost(row, outcome, &draft)
            } else if outcome.value.isEmpty || outcome.problem != nil {
                // What was nearly an identifier waits for the answer.
                if outcome.reason == nil { unnamed.append(row) }
            } else {
                note(outcome.value)
                rowsByUid[outcome.value, default: []].append(row)
            }
        }
        return rowsByUid
    }

    /// Whether a row that bears the identifier of another row is surely another object. Where it is not sure, it is
    /// asked.
    private func isAnotherObject(_ row: Int, than owner: Int, _ uid: String, _ draft: inout Draft) -> Bool {
        if isCopy(row, of: owner, draft) {
            askForCopy(row, of: owner, uid, &draft)
            return false
        }
        let isNumberedOtherwise =
            agreement(of: row, uid, draft) < agreement(of: owner, uid, draft) && ownNumber(row, draft) != nil
        if isKnownOtherwise(row, uid) || isNumberedOtherwise { return true }
        askWhose(uid, row, owner, &draft)
        return false
    }

    private func reused(_ uid: String, by rows: [Int], _ owner: Int, _ draft: Draft) -> Finding {
        let first = draft.number(of: owner)
        return Finding(
            rule: "uid-reused", severity: .warning, rows: rows.map { draft.number(of: $0) },
            column: draft.mapped.column(of: field)?.letters, field: draft.schema.fields[field].name,
            text: Text(
                fr: "L'identifiant \(uid) est déjà celui de la ligne \(first) : un nouveau est proposé.",
                en: "The identifier \(uid) is already that of row \(first): a new one is proposed."))
    }

    /// The row that an identifier was given to, as far as the rows say: its code and its number stand in it.
    private func owner(of uid: String, among rows: [Int], _ draft: Draft) -> Int {
        guard rows.count > 1 else { return rows[0] }
        let agreements = rows.map { agreement(of: $0, uid, draft) }
        let best = agreements.max() ?? 0
        return zip(rows, agreements).first { $0.1 == best }?.0 ?? rows[0]
    }

    /// How much of an identifier the row says as well.
    private func agreement(of row: Int, _ uid: String, _ draft: Draft) -> Int {
        guard let parts = UidRegister.parts(of: uid) else { return 0 }
        let isOfCommune = code.map { parts.series.hasSuffix("-" + draft.value(field: $0, row: row)) } ?? false
        let isOfNumber = number.map { Int(draft.mapped.sent(field: $0, row: row).text) == parts.number } ?? false
        return (isOfCommune ? 2 : 0) + (isOfNumber ? 1 : 0)
    }

    /// Whether two rows say the same in every field.
    private func isCopy(_ row: Int, of owner: Int, _ draft: Draft) -> Bool {
        draft.schema.fields.indices.allSatisfy {
            draft.value(field: $0, row: row) == draft.value(field: $0, row: owner)
        }
    }

    /// Whether the object of a row bore another identifier in an earlier file.
    private func isKnownOtherwise(_ row: Int, _ uid: String) -> Bool {
        setting.register.uids[keys[row]].map { $0 != uid } ?? false
    }
}
