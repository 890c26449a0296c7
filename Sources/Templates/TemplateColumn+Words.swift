import Schemas
import Spreadsheets
import Texts

extension TemplateColumn {
    /// What hangs on the header: the whole help for the column.
    var comment: String {
        let heading = "\(field.title) – \(want.text.in(language).lowercased())"
        let unit = field.unit.map { Text(fr: "Unité : \($0)", en: "Unit: \($0)").typeset(in: language) }
        return [heading, "", help, unit, goodExample, badExample].compactMap(\.self).joined(separator: "\n")
    }

    /// What to write, with the values to choose from.
    var help: String {
        [field.description, codeList, severalValues]
            .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var goodExample: String? {
        example.map { Text(fr: "Bon exemple : \($0)", en: "Good example: \($0)").typeset(in: language) }
    }

    private var badExample: String? {
        field.badExample.map { Text(fr: "Mauvais exemple : \($0)", en: "Bad example: \($0)").typeset(in: language) }
    }

    private var codeList: String? {
        guard !field.codes.isEmpty else { return nil }
        let words = field.codes.prefix(20).map { code in
            code.label.flatMap { $0 == code.value ? nil : "\(code.value) (\($0))" } ?? code.value
        }
        let list = words.joined(separator: ", ") + (field.codes.count > 20 ? "…" : "")
        return Text(fr: "Valeurs possibles : \(list).", en: "Possible values: \(list).").typeset(in: language)
    }

    private var severalValues: String? {
        guard let separator = field.separator else { return nil }
        let values = field.codes.prefix(2).map(\.value)
        let sample = values.count == 2 ? values.joined(separator: separator) : "a\(separator)b"
        return Text(
            fr: "Plusieurs valeurs ? Séparez-les par « \(separator) », sans espace : \(sample)",
            en: "Several values? Put “\(separator)” between them, without spaces: \(sample)"
        ).typeset(in: language)
    }

    /// What may be typed below the header, and what is shown there.
    func rule(in cells: CellRange) -> EntryRule {
        EntryRule(
            accepted, in: cells, strictness: strictness, prompt: prompt,
            objection: objection.map { EntryRule.Advice(title: field.title, message: $0.typeset(in: language)) })
    }

    private var prompt: EntryRule.Advice {
        let sample = example.map { Text(fr: "Exemple : \($0)", en: "Example: \($0)").typeset(in: language) }
        let several = field.isList ? severalValues : nil
        let end = [several, sample].compactMap(\.self).joined(separator: "\n").shortened(to: 160)
        let room = 255 - end.utf16.count - 1
        let message = [field.description.shortened(to: room), end].filter { !$0.isEmpty }.joined(separator: "\n")
        return EntryRule.Advice(title: field.title, message: message)
    }

    private var accepted: EntryRule.Accepted {
        if !choices.isEmpty { return .choices(choices) }
        let bounds = field.constraints
        switch field.type {
        case .number, .integer:
            return .number(
                min: bounds.minimum.flatMap(Double.init), max: bounds.maximum.flatMap(Double.init),
                whole: field.type == .integer)
        case .year:
            return .number(
                min: bounds.minimum.flatMap(Double.init) ?? 1000, max: bounds.maximum.flatMap(Double.init) ?? 2100,
                whole: true)
        case .date: return .date
        default: return bounds.maxLength.map { .text(max: $0) } ?? .anything
        }
    }

    /// Only a closed list of single values is closed in the workbook too. Everything else is said, and accepted: what
    /// can be repaired is repaired afterwards.
    private var strictness: EntryRule.Strictness {
        switch accepted {
        case .anything: .silent
        case .choices: field.isList ? .advice : .refusal
        default: .warning
        }
    }

    private var objection: Text? {
        let sample = example.map { " (\($0))" } ?? ""
        switch accepted {
        case .anything, .choicesIn: return nil
        case .choices where field.isList:
            return Text(
                fr: """
                    Plusieurs valeurs ? C'est permis : écrivez-les comme dans la liste, séparées par \
                    « \(field.separator ?? "|") ».
                    """,
                en: "Several values? That is fine: write them as in the list, with “\(field.separator ?? "|")” between."
            )
        case .choices:
            return Text(
                fr:
                    "Choisissez dans la liste. Rien ne convient, ou vous ne savez pas ? Laissez la case vide.",
                en: "Choose a value of the list. None fits, or you do not know? Leave the cell empty.")
        case .number where field.type == .year:
            return Text(
                fr: "On attend ici une année, en quatre chiffres\(sample). Vous ne savez pas ? Laissez la case vide.",
                en: "A year is expected here, in four digits\(sample). You do not know? Leave the cell empty.")
        case .number:
            return Text(
                fr: "On attend ici un nombre seul, sans unité ni texte\(sample).",
                en: "A number alone is expected here, without unit or words\(sample).")
        case .date:
            return Text(
                fr: "On attend ici une date : jour, mois, année (31/12/2025).",
                en: "A date is expected here: day, month, year (31/12/2025).")
        case .text(let max):
            return Text(
                fr: "Ce texte est long : \(max) caractères au plus.",
                en: "This text is long: at most \(max) characters.")
        }
    }
}
