import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// The marks that spreadsheets and word processors put around and into codes.
    static let plainMarks = Repair(
        "plain-marks",
        Text(
            fr:
                "Enlève d'un code les guillemets, l'apostrophe et les tirets que le tableur ou le traitement de texte y a mis.",
            en: "Takes off a code the quotes, apostrophes and dashes that a spreadsheet or word processor put there."),
        examples: [
            .init(dossier, "AB–2019–12", .certain("AB-2019-12")),
            .init(dossier, "« AB-2019-12 »", .certain("AB-2019-12")),
            .init(dossier, "\"AB-2019-12\"", .certain("AB-2019-12")),
            .init(dossier, "=\"AB-2019-12\"", .certain("AB-2019-12")),
            .init(dossier, "'AB-2019-12", .certain("AB-2019-12")),
            .init(dossier, "AB-2019-12.", .certain("AB-2019-12")),
            .init(dossier, "AB - 2019 - 12", .certain("AB-2019-12")),
            .init(dossier, "ab-2019-12", .likely("AB-2019-12")),
            .init(dossier, "AB-2019-12-3", nil),
            .init(dossier, "AB 2019", nil),
            .init(Field("insee", meaning: .communeCode), "\"69029\"", .certain("69029")),
            .init(Field("siret", meaning: .siret), "=21690029000018", .certain("21690029000018")),
            .init(Field("siret", meaning: .siret), "`21690029000018", .certain("21690029000018")),
            .init(Field("nb", type: .integer), "'12", .certain("12")),
            .init(Field("nb", type: .integer), "12-14", nil),
        ],
        serves: {
            $0.type != .boolean && $0.codes.isEmpty && ![.prose, .openingHours, .url, .phone].contains($0.meaning)
        },
        propose: { value, setting in
            guard value.text.utf8.count <= 200 else { return nil }
            let plain = plain(value.text)
            if plain != value.text, setting.accepts(plain) { return .certain(plain) }
            let joined = plain.filter { !$0.isWhitespace }
            let isShaped = setting.field.constraints.pattern != nil
            if isShaped, joined != plain, setting.accepts(joined) { return .certain(joined) }
            let large = joined.uppercased()
            return isShaped && large != joined && setting.accepts(large) ? .likely(large) : nil
        })

    /// Typists' marks for those of printers, and nothing around the code.
    private static func plain(_ text: String) -> String {
        var marks = String(text.map { alike[$0] ?? $0 })
        if marks.first == "=" { marks.removeFirst() }
        let around = "\"'`.,;: "
        while let first = marks.first, around.contains(first) { marks.removeFirst() }
        while let last = marks.last, around.contains(last) { marks.removeLast() }
        return marks
    }

    private static let alike: [Character: Character] = [
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "“": "\"", "”": "\"", "«": "\"",
        "»": "\"",
        "…": ".", "\u{A0}": " ", "\u{202F}": " ", "´": "'",
    ]

    private static let dossier: Field = {
        var field = Field("dossier")
        field.constraints.pattern = "^[A-Z]{2}-\\d{4}-\\d{2}$"
        return field
    }()
}
