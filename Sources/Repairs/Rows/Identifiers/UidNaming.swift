import Mapping
import Schemas
import Spelling
import Tables

/// Gives identifiers to the rows of one table.
struct UidNaming {
    let field: Int
    let trigram: String
    let setting: RowSetting
    let code: Int?
    let number: Int?
    private var highest: [String: Int]
    private(set) var taken: Set<String> = []
    var unnamed: [Int] = []
    let keys: [String]
    let published: PublishedObjects?
    /// The published objects that rows without an identifier are.
    private var found: [Int: String] = [:]

    init(draft: Draft, field: Int, trigram: String, setting: RowSetting) {
        self.field = field
        self.trigram = trigram
        self.setting = setting
        code = draft.schema.fields.firstIndex { $0.meaning == .communeCode }
        number = draft.schema.fields.firstIndex { $0.meaning == .uidNumber }
        highest = setting.register.highest
        keys = draft.objectKeys()
        published = PublishedObjects(setting.published, schema: draft.schema)
    }

    mutating func nameOthers(_ draft: inout Draft) {
        found = published?.objects(of: unnamed, in: draft, except: taken) ?? [:]
        // Those that say their number come before those that take the next one.
        let numbered = unnamed.filter { ownNumber($0, draft) != nil }
        for row in numbered + unnamed.filter({ ownNumber($0, draft) == nil }) {
            let sent = draft.outcome(field: field, row: row)
            guard let uid = uid(for: row, draft) else { continue }
            let degree: Degree = sent.sent.kind == .blank || sent.value.isEmpty ? .certain : .likely
            draft.propose(field: field, row: row, rule: "uid-generated", degree: degree, uid)
        }
    }

    /// The number alone is read off the identifier where its own column is empty, or was mended into another one.
    func completeNumbers(_ draft: inout Draft) {
        guard let number = draft.schema.fields.firstIndex(where: { $0.meaning == .uidNumber }) else { return }
        for row in 0..<draft.mapped.rowCount {
            let sent = draft.outcome(field: number, row: row)
            guard sent.problem == nil, sent.value.isEmpty || sent.degree != nil,
                let tail = draft.value(field: field, row: row).split(separator: "-").last.map(String.init),
                sent.value != tail
            else { continue }
            let degree: Degree = sent.value.isEmpty ? .certain : .likely
            draft.propose(field: number, row: row, rule: "uid-number", degree: degree, tail)
        }
    }

    private mutating func uid(for row: Int, _ draft: Draft) -> String? {
        guard let code, case let commune = draft.value(field: code, row: row), !commune.isEmpty else { return nil }
        if let known = setting.register.uids[keys[row]], !taken.contains(known),
            known.hasPrefix("\(trigram)-\(commune)-")
        {
            taken.insert(known)
            return known
        }
        if let known = found[row], !taken.contains(known), known.hasPrefix("\(trigram)-\(commune)-") {
            taken.insert(known)
            return known
        }
        let series = "\(trigram)-\(commune)"
        if let own = ownNumber(row, draft), case let uid = "\(series)-\(own)", !taken.contains(uid) {
            note(uid)
            return uid
        }
        let next = (highest[series] ?? 0) + 1
        let uid = "\(series)-\(String(next).padded(to: 3))"
        note(uid)
        return uid
    }

    /// The number that the row gives its object: it ends the identifier.
    func ownNumber(_ row: Int, _ draft: Draft) -> String? {
        guard let number, case let outcome = draft.outcome(field: number, row: row), outcome.problem == nil,
            outcome.value.isDigits, outcome.value.utf8.count <= 6
        else { return nil }
        return outcome.value.padded(to: 3)
    }

    mutating func note(_ uid: String) {
        taken.insert(uid)
        guard let (series, number) = UidRegister.parts(of: uid) else { return }
        highest[series] = max(highest[series] ?? 0, number)
    }
}
