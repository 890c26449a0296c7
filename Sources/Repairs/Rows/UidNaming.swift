import Checks
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
        naming.keepPublished(&draft)
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
    let number: Int?
    private var highest: [String: Int]
    private var taken: Set<String> = []
    private var unnamed: [Int] = []
    private let keys: [String]
    private let published: PublishedObjects?
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
        var firstRow: [String: Int] = [:]
        var again: [String: [Int]] = [:]
        for (uid, rows) in rowsByUid {
            let owner = owner(of: uid, among: rows, draft)
            firstRow[uid] = owner
            guard rows.count > 1 else { continue }
            for row in rows where row != owner {
                if isCopy(row, of: owner, draft) {
                    askForCopy(row, of: owner, uid, &draft)
                } else if isKnownOtherwise(row, uid)
                    || agreement(of: row, uid, draft) < agreement(of: owner, uid, draft)
                        && ownNumber(row, draft) != nil
                {
                    again[uid, default: []].append(row)
                    unnamed.append(row)
                } else {
                    askWhose(uid, row, owner, &draft)
                }
            }
        }
        unnamed.sort()
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

    /// Whether the object of a row bore another identifier in an earlier file.
    private func isKnownOtherwise(_ row: Int, _ uid: String) -> Bool {
        setting.register.uids[keys[row]].map { $0 != uid } ?? false
    }

    /// Nothing tells which of two objects the identifier was given to: a new one might go to the wrong one.
    private func askWhose(_ uid: String, _ row: Int, _ owner: Int, _ draft: inout Draft) {
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

    /// Whether two rows say the same in every field.
    private func isCopy(_ row: Int, of owner: Int, _ draft: Draft) -> Bool {
        draft.schema.fields.indices.allSatisfy {
            draft.value(field: $0, row: row) == draft.value(field: $0, row: owner)
        }
    }

    /// A row that was copied whole is the same object twice, or a new one that was begun by copying.
    private func askForCopy(_ row: Int, of owner: Int, _ uid: String, _ draft: inout Draft) {
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

    /// The object had an identifier, which a formula that failed hides: a new one would make it another object.
    private func askForLost(_ row: Int, _ outcome: Outcome, _ draft: inout Draft) {
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
    private func ownNumber(_ row: Int, _ draft: Draft) -> String? {
        guard let number, case let outcome = draft.outcome(field: number, row: row), outcome.problem == nil,
            outcome.value.isDigits, outcome.value.utf8.count <= 6
        else { return nil }
        return outcome.value.padded(to: 3)
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
