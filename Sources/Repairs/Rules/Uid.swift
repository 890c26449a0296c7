import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// Identifiers that are right but for capitals, separators and zeros.
    static let uid = Repair(
        "uid",
        Text(
            fr: "Écrit les identifiants comme le modèle le veut : PAR-69029-001.",
            en: "Writes identifiers as the schema wants them: PAR-69029-001."),
        examples: [
            .init(identifier, "par-69029-001", .certain("PAR-69029-001")),
            .init(identifier, "PAR 69029 1", .certain("PAR-69029-001")),
            .init(identifier, "PAR_69029_12", .certain("PAR-69029-012")),
            .init(identifier, "PAR69029001", .certain("PAR-69029-001")),
            .init(identifier, "PAR\u{2011}69029\u{2212}001", .certain("PAR-69029-001")),
            .init(identifier, "PAR-69029-001.", .certain("PAR-69029-001")),
            .init(identifier, "“PAR-69029-001”", .certain("PAR-69029-001")),
            .init(identifier, "=\"PAR-69029-001\"", .certain("PAR-69029-001")),
            .init(identifier, "PAR-69029-1234", nil),
            .init(identifier, "PAR-69029-1", trigram: "PAR", .certain("PAR-69029-001")),
            .init(identifier, "BUR-69029-001", trigram: "PAR", .ask(candidates: ["PAR-69029-001"])),
            .init(identifier, "PAR-69029-001", trigram: "PAR", nil),
            .init(shaped, "69029-001", trigram: "PAR", .likely("PAR-69029-001")),
            .init(shaped, "PAR-69029-017 ?", trigram: "PAR", .likely("PAR-69029-017")),
            .init(shaped, "PA7R-69029-017", trigram: "PAR", .ask(candidates: [])),
            .init(shaped, "17", .ask(candidates: [])),
            .init(identifier, "17", nil),
        ],
        tidies: true,
        serves: { $0.meaning == .uid },
        propose: { value, setting in
            guard value.text.utf8.count <= 60, let match = written.wholeMatch(in: plain(value.text)),
                let number = match.3 ?? match.4, let trigram = setting.trigram ?? match.1.map(String.init)
            else { return setting.accepts(value.text) ? nil : inside(value.text, setting) }
            let uid = "\(trigram)-\(match.2)-\(String(number).padded(to: 3))"
            guard let own = match.1 else {
                return setting.accepts(value.text) ? nil : match.3 == nil ? .ask(candidates: []) : .likely(uid)
            }
            if uid == value.text { return nil }
            return own == trigram ? .certain(uid) : .ask(candidates: [uid], because: foreign(String(own), trigram))
        })

    private static let written = Shape(
        /\s*([A-Z]{3})?[\s_.\-–—‐‑‒−\/]*([0-9][0-9AB][0-9]{3})(?:[\s_.\-–—‐‑‒−\/]+([0-9]{1,6})|([0-9]{3,6}))\s*/)

    /// In capitals, without the marks that a sentence or a spreadsheet put around it.
    private static func plain(_ text: String) -> String {
        var plain = text.uppercased()[...]
        while let first = plain.first, "\"'`«“‘’= ".contains(first) { plain.removeFirst() }
        while let last = plain.last, "\"'`»”’.,; ".contains(last) { plain.removeLast() }
        return String(plain)
    }

    private static let whole = Shape(/[A-Z]{3}-[0-9][0-9AB][0-9]{3}-[0-9]{3,6}/)

    /// One whole identifier among other words, or what may have been one: whoever wrote it did not want a new one.
    private static func inside(_ text: String, _ setting: RepairSetting) -> Proposal {
        let words = text.uppercased().prefix(200).split { $0.isWhitespace || ",;:()?".contains($0) }.map(String.init)
        let found = words.filter {
            whole.fits($0)
                && (setting.trigram.map($0.hasPrefix) ?? true) && setting.accepts($0)
        }
        if found.count == 1 { return .likely(found[0]) }
        let looksLikeOne = text.count { $0.isNumber } >= 5 && text.contains(where: \.isLetter)
        return looksLikeOne ? .ask(candidates: found, because: damaged) : .ask(candidates: [])
    }

    private static let damaged = Text(
        fr: "C'est presque un identifiant, mais on ne peut pas savoir lequel.",
        en: "It is nearly an identifier, but there is no telling which one.")

    private static func foreign(_ written: String, _ wanted: String) -> Text {
        Text(
            fr:
                "Cet identifiant commence par \(written) : ce n'est pas celui d'un objet de ce jeu de données (\(wanted)).",
            en: "This identifier begins with \(written): it is not that of an object of this dataset (\(wanted)).")
    }

    private static let identifier = Field("uid", meaning: .uid)
    private static let shaped: Field = {
        var field = identifier
        field.constraints.pattern = "^PAR-\\d{5}-\\d{3,}$"
        return field
    }()
}

extension String {
    /// The digits with zeros before them.
    func padded(to length: Int) -> String {
        String(repeating: "0", count: max(0, length - utf8.count)) + self
    }
}
