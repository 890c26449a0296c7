import Schemas
import Tables
import Texts

extension Repair {
    /// French telephone numbers, written in pairs of digits, or as the schema wants them.
    static let phone = Repair(
        "phone",
        Text(fr: "Écrit les numéros de téléphone 04 78 12 34 56.", en: "Writes telephone numbers as 04 78 12 34 56."),
        examples: [
            .init(tel, "04.78.12.34.56", .certain("04 78 12 34 56")),
            .init(tel, "04-78-12-34-56", .certain("04 78 12 34 56")),
            .init(tel, "04/78/12/34/56", .certain("04 78 12 34 56")),
            .init(tel, "04,78,12,34,56", .certain("04 78 12 34 56")),
            .init(tel, "0478123456", .certain("04 78 12 34 56")),
            .init(tel, "04 7812 3456", .certain("04 78 12 34 56")),
            .init(tel, "+33(0)4 78 12 34 56", .certain("04 78 12 34 56")),
            .init(tel, "+33 (0)4.78.12.34.56", .certain("04 78 12 34 56")),
            .init(tel, "+33 04 78 12 34 56", .certain("04 78 12 34 56")),
            .init(tel, "0033478123456", .certain("04 78 12 34 56")),
            .init(tel, "00 33 (0)4 78 12 34 56", .certain("04 78 12 34 56")),
            .init(tel, "(33) 4 78 12 34 56", .likely("04 78 12 34 56")),
            .init(tel, "04\u{2011}78\u{2011}12\u{2011}34\u{2011}56", .certain("04 78 12 34 56")),
            .init(tel, "=\"04 78 12 34 56\"", .certain("04 78 12 34 56")),
            .init(tel, "’04 78 12 34 56", .certain("04 78 12 34 56")),
            .init(tel, "33478123456", .likely("04 78 12 34 56")),
            .init(tel, "Tél. : 04 78 12 34 56", .certain("04 78 12 34 56")),
            .init(tel, "Mairie : 04 78 12 34 56", .certain("04 78 12 34 56")),
            .init(tel, Value("478123456", kind: .number), .certain("04 78 12 34 56")),
            .init(tel, "478123456", .likely("04 78 12 34 56")),
            .init(tel, "04.78.12.34.00", .certain("04 78 12 34 00")),
            .init(international, "33478123456.0", .likely("+33478123456")),
            .init(international, "33 478 123 456", .likely("+33478123456")),
            .init(tel, "478123456.0", .likely("04 78 12 34 56")),
            .init(tel, "4 78 12 34 56", .likely("04 78 12 34 56")),
            .init(tel, "O4 78 12 34 56", .likely("04 78 12 34 56")),
            .init(tel, "04 78 12 34 56 (accueil)", .likely("04 78 12 34 56")),
            .init(tel, "04 78 12 34 56", nil),
            .init(tel, "3949", nil),
            .init(tel, "15", nil),
            .init(tel, "+41 22 327 41 11", nil),
            .init(tel, "0041 22 327 41 11", .certain("+41223274111")),
            .init(tel, "00 47 81 23 45", nil),
            .init(tel, "04 78 12 34 5", nil),
            .init(tel, "Fax : 04 78 12 34 56", nil),
            .init(
                tel, "04-78-12-34-56 ou 06.12.34.56.78", .ask(candidates: ["04 78 12 34 56", "06 12 34 56 78"])),
            .init(tel, "0478123456 0612345678", .ask(candidates: ["04 78 12 34 56", "06 12 34 56 78"])),
            .init(tel, "04 78 12 34 56 / 58", nil),
            .init(several, "04-78-12-34-56 ou 06.12.34.56.78", .certain("04 78 12 34 56|06 12 34 56 78")),
            .init(several, "0478123456 0612345678", .certain("04 78 12 34 56|06 12 34 56 78")),
            .init(several, "04 78 12 34 56|06 12 34 56 78", nil),
            .init(international, "04.78.12.34.56", .certain("+33478123456")),
            .init(international, "04 78 12 34 56 (standard)", .likely("+33478123456")),
            .init(international, "+33478123456", nil),
        ],
        tidies: true,
        serves: { $0.meaning == .phone },
        propose: { value, setting in
            guard value.text.utf8.count <= 120 else { return nil }
            // What can be dialled stays: short numbers, and those of other countries.
            let isForeign = value.text.hasPrefix("+") && !value.text.hasPrefix("+33")
            if isForeign, setting.accepts(value.text) { return nil }
            let numbers = parts(of: value.text).map { FrenchPhone($0, kind: value.kind) }
            let found = numbers.compactMap { $0 }
            guard !found.isEmpty, found.count == numbers.count else { return withRemark(value, setting) }
            let forms = [\FrenchPhone.pairs, \.international, \.compact]
            guard let separator = setting.field.separator ?? (found.count == 1 ? "" : nil) else {
                let form = forms.first { setting.accepts(found[0][keyPath: $0]) } ?? \.pairs
                return .ask(candidates: found.map { $0[keyPath: form] }, because: onlyOne)
            }
            let written = forms.map { form in found.map { $0[keyPath: form] }.joined(separator: separator) }
            guard let tidy = written.first(where: setting.accepts), tidy != value.text else { return nil }
            return .change(tidy, found.allSatisfy(\.isWhole) ? .certain : .likely)
        })

    private static let onlyOne = Text(
        fr: "La cellule contient plusieurs numéros, et il n'en faut qu'un.",
        en: "The cell holds several numbers, and only one is wanted.")

    /// `04 78 12 34 56 (accueil)`: words behind the number.
    private static func withRemark(_ value: Value, _ setting: RepairSetting) -> Proposal? {
        guard let open = value.text.firstIndex(where: { $0 == "(" || $0.isLetter }), open != value.text.startIndex,
            !value.text[open...].contains(where: \.isNumber),
            let number = FrenchPhone(String(value.text[..<open]), kind: .text)
        else { return nil }
        return [number.pairs, number.international, number.compact].first(where: setting.accepts).map { .likely($0) }
    }

    /// The numbers of a cell: one, or several with a mark, a word or nothing but a space between them.
    private static func parts(of text: String) -> [String] {
        if FrenchPhone(text, kind: .text) != nil { return [text] }
        let digits = text.filter(\.isNumber)
        if digits.utf8.count.isMultiple(of: 10), (20...40).contains(digits.utf8.count), !text.contains("+"),
            !text.contains(where: \.isLetter)
        {
            let tens = stride(from: 0, to: digits.utf8.count, by: 10).map { String(digits.dropFirst($0).prefix(10)) }
            if tens.allSatisfy({ FrenchPhone($0, kind: .text) != nil }) { return tens }
        }
        return marks.reduce([text]) { parts, mark in
            parts.flatMap { $0.split(separator: mark).map(String.init) }
        }.filter { !$0.withoutOuterSpace.isEmpty }
    }

    private static let marks = ["/", ";", ",", "|", "\n", " ou ", " et ", " puis ", " - ", " & ", " + "]
    private static let tel = Field("telephone", meaning: .phone)
    private static let several = Field("telephones", meaning: .phone, separator: "|")
    private static let international: Field = {
        var field = Field("tel1", meaning: .phone)
        field.constraints.pattern = "^\\+33\\d{9}$"
        return field
    }()
}
