import Mapping
import Schemas
import Spelling
import Tables
import Texts

extension RowRepair {
    /// Identifiers are kept where they are given, and given where they are missing: trigram, INSEE code, number.
    static let uid = RowRepair(
        "uid",
        Text(
            fr: "Garde les identifiants et en donne aux objets qui n'en ont pas.",
            en: "Keeps identifiers and gives one to each object that has none.")
    ) { draft, setting in
        guard let field = draft.schema.fields.firstIndex(where: { $0.meaning == .uid }),
            let trigram = draft.schema.additions.trigram
        else { return }
        var naming = UidNaming(draft: draft, field: field, trigram: trigram, setting: setting)
        naming.keepGiven(&draft)
        naming.nameOthers(&draft)
        naming.completeNumbers(&draft)
    }
}

/// Gives identifiers to the rows of one table.
private struct UidNaming {
    let field: Int
    let trigram: String
    let setting: RowSetting
    let code: Int?
    private var highest: [String: Int]
    private var taken: Set<String> = []
    private var unnamed: [Int] = []
    private var keys: [String] = []

    init(draft: Draft, field: Int, trigram: String, setting: RowSetting) {
        self.field = field
        self.trigram = trigram
        self.setting = setting
        code = draft.schema.fields.firstIndex { $0.meaning == .communeCode }
        highest = setting.register.highest
    }

    /// The first row of each identifier keeps it; another row with the same one is told.
    mutating func keepGiven(_ draft: inout Draft) {
        var firstRow: [String: Int] = [:]
        var again: [String: [Int]] = [:]
        for row in 0..<draft.mapped.rowCount {
            let outcome = draft.outcome(field: field, row: row)
            guard !outcome.value.isEmpty, outcome.problem == nil else {
                // What was nearly an identifier waits for the answer.
                if outcome.reason == nil { unnamed.append(row) }
                continue
            }
            note(outcome.value)
            if firstRow[outcome.value] == nil {
                firstRow[outcome.value] = row
            } else {
                again[outcome.value, default: []].append(row)
                unnamed.append(row)
            }
        }
        for (uid, rows) in again.sorted(by: { $0.key < $1.key }) {
            let first = firstRow[uid].map { draft.number(of: $0) } ?? 0
            draft.findings.append(
                Finding(
                    rule: "uid-reused", severity: .warning, rows: rows.map { draft.number(of: $0) },
                    column: draft.mapped.column(of: field)?.letters, field: draft.schema.fields[field].name,
                    text: Text(
                        fr: "L'identifiant \(uid) est déjà celui de la ligne \(first) : un nouveau est proposé.",
                        en: "The identifier \(uid) is already that of row \(first): a new one is proposed.")))
        }
    }

    mutating func nameOthers(_ draft: inout Draft) {
        keys = draft.objectKeys()
        for row in unnamed {
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
        let series = "\(trigram)-\(commune)"
        let next = (highest[series] ?? 0) + 1
        let uid = "\(series)-\(String(next).padded(to: 3))"
        note(uid)
        return uid
    }

    private mutating func note(_ uid: String) {
        taken.insert(uid)
        guard let (series, number) = UidRegister.parts(of: uid) else { return }
        highest[series] = max(highest[series] ?? 0, number)
    }
}

extension Draft {
    /// For each row, what is known of its object, folded: how it is found again in a later file without identifiers.
    /// Objects that say the same of themselves are told apart by their order.
    func objectKeys() -> [String] {
        let fields = schema.fields.indices.filter { Self.describing.contains(schema.fields[$0].meaning) }
        let number = schema.fields.firstIndex { $0.meaning == .uidNumber }
        var met: [String: Int] = [:]
        return (0..<mapped.rowCount).map { row in
            let words = fields.map { value(field: $0, row: row).folded }
            let own = number.map { mapped.sent(field: $0, row: row).text.folded } ?? ""
            let key = (words + [own]).joined(separator: "|")
            met[key, default: 0] += 1
            return met[key] == 1 ? key : "\(key)#\(met[key] ?? 0)"
        }
    }

    private static let describing: Set<Field.Meaning?> = [
        .name, .communeCode, .houseNumber, .street, .address, .fullAddress, .placeDetail,
    ]

    /// The register of the identifiers of this table, added to what was known.
    public func register(after known: UidRegister) -> UidRegister {
        guard let field = schema.fields.firstIndex(where: { $0.meaning == .uid }) else { return known }
        var register = known
        let keys = objectKeys()
        for row in 0..<mapped.rowCount {
            let uid = value(field: field, row: row)
            guard let (series, number) = UidRegister.parts(of: uid) else { continue }
            register.uids[keys[row]] = uid
            register.highest[series] = max(register.highest[series] ?? 0, number)
        }
        return register
    }
}

extension UidRegister {
    /// The series and the number of an identifier: `PAR-69029` and 1.
    static func parts(of uid: String) -> (series: String, number: Int)? {
        guard let dash = uid.lastIndex(of: "-"), let number = Int(uid[uid.index(after: dash)...]),
            (0..<1_000_000_000).contains(number)
        else { return nil }
        return (String(uid[..<dash]), number)
    }
}
