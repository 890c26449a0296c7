import Schemas
import Tables
import Texts

extension Repair {
    /// Codes of digits that a spreadsheet rounded: it keeps fifteen digits and makes zeros of the others.
    static let lostDigits = Repair(
        "lost-digits",
        Text(
            fr: "Demande les codes dont le tableur a perdu des chiffres : au-delà de 15, ou écrits 2,16901E+13.",
            en: "Asks for codes of which the spreadsheet lost digits: beyond 15, or written 2,16901E+13."),
        examples: [
            .init(code, "1234567890123450000", .ask(candidates: [])),
            .init(code, Value("12345678901234568", kind: .number), .ask(candidates: [])),
            .init(code, "1234567890123456000", .ask(candidates: [])),
            .init(code, "037005007127100000", .ask(candidates: [])),
            .init(code, "0000000000000000", nil),
            .init(code, "2,16901E+13", .ask(candidates: [])),
            .init(code, "1.23457E+11", .ask(candidates: [])),
            .init(code, "4,01500 E+15", .ask(candidates: [])),
            .init(code, "4E+15", .ask(candidates: [])),
            .init(Field("numero", type: .integer), "1234567890123450000", .ask(candidates: [])),
            .init(code, "12345678901234500", .ask(candidates: [])),
            .init(code, "1234567890123450", nil),
            .init(
                code, "1234567890123450", others: ["2234567890123450", "3234567890123450", "4234567890123450"],
                .ask(candidates: [])),
            .init(code, "1234567890123456789", nil),
            .init(code, "21690029000018", nil),
            .init(code, "1000000", nil),
            .init(code, "100000000000000", nil),
            .init(code, "5E2", nil),
            .init(Field("nom", meaning: .name), "Parc E+12", nil),
            .init(Field("precis", meaning: .prose), "2,16901E+13", nil),
        ],
        tidies: true,
        serves: { field in
            [.string, .integer].contains(field.type) && field.meaning != .prose && field.meaning != .openingHours
                && field.format != "uri"
        },
        prepare: { setting in
            let long = setting.values.filter { $0.utf8.count > 15 && $0.isDigits }
            let isRoundedThroughout =
                long.count > 2 && long.allSatisfy { $0.utf8.dropFirst(15).allSatisfy { $0 == 0x30 } }
            return { value in
                isRounded(value, isRoundedThroughout) || isScientific(value.text)
                    ? .ask(candidates: [], because: reason) : nil
            }
        })

    /// More than fifteen digits, nothing but zeros behind the fifteenth: a code rarely ends so by itself.
    private static func isRounded(_ value: Value, _ isRoundedThroughout: Bool) -> Bool {
        let digits = value.text.utf8
        guard (16...40).contains(digits.count), value.text.isDigits else { return false }
        if digits.allSatisfy({ $0 == 0x30 }) { return false }
        if value.kind == .number || digits.suffix(3).allSatisfy({ $0 == 0x30 }) { return true }
        return (digits.count > 16 || isRoundedThroughout) && digits.dropFirst(15).allSatisfy { $0 == 0x30 }
    }

    /// `2,16901E+13`, as spreadsheets show it: a sign and two digits behind the E.
    private static func isScientific(_ text: String) -> Bool {
        guard (5...30).contains(text.utf8.count),
            let mark = text.utf8.lastIndex(where: { $0 == 0x45 || $0 == 0x65 })
        else { return false }
        var head = text.utf8[..<mark]
        if head.last == 0x20 { head = head.dropLast() }
        let tail = text.utf8[text.utf8.index(after: mark)...]
        guard tail.count >= 3, tail.first == 0x2B, tail.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }),
            head.count < 3 || head.dropFirst().first == 0x2C || head.dropFirst().first == 0x2E
        else { return false }
        return head.first.map { (0x31...0x39).contains($0) } == true
            && head.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) }
    }

    private static let reason = Text(
        fr:
            "Le tableur a pris ce code pour un nombre et en a perdu des chiffres : recopiez-le dans une cellule au format Texte.",
        en:
            "The spreadsheet took this code for a number and lost some of its digits: copy it into a cell of format Text."
    )
    private static let code = Field("numero_dossier")
}

extension String {
    /// Whether there is nothing but digits from 0 to 9.
    var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
