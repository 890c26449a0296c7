import Foundation
import Schemas
import Texts

extension Corruption {
    /// Two or three faults in one cell, and two damaged cells in one row.
    static let combinations = Corruption(
        29, Text(fr: "Plusieurs à la fois", en: "Several at once"),
        rows: { file, chance in
            for (index, field) in file.schema.fields.enumerated() {
                let percent = chance.pick([10, 20, 40])
                for row in file.clean.indices where chance.happens(percent) {
                    combine(&file, row, index, field, &chance)
                }
            }
        })

    private static func combine(
        _ file: inout SentFile, _ row: Int, _ index: Int, _ field: Field, _ chance: inout Chance
    ) {
        // Of the cells that say which commune it is, at most two of the four are damaged in a row.
        let places: Set<Field.Meaning> = [.uid, .communeName, .communeCode, .postcode]
        let damaged = file.schema.fields.indices.filter {
            file.damages[CellPlace(row: row, field: $0)] != nil
                && file.schema.fields[$0].meaning.map(places.contains) ?? false
        }
        if field.meaning.map(places.contains) ?? false, damaged.count > 1 { return }
        var cell = CellToDamage(field: field, value: file.clean[row][index], row: file.clean[row], schema: file.schema)
        var total: Damage?
        // What is typed comes first, what surrounds it last.
        let chosen = mixed.filter { _ in chance.happens(70) } + [spaceForms].filter { _ in chance.happens(70) }
        for forms in chosen where total == nil || total?.form.contains(" + ") == false {
            guard let next = forms[chance.below(forms.count)].damage(cell, &chance), case .text = next.cell.kind else {
                continue
            }
            guard !next.expects.isLost else { continue }
            total = total?.followed(by: next) ?? next
            cell = CellToDamage(field: field, value: next.cell.text, row: cell.row, schema: cell.schema)
        }
        if let total { file.damage(row: row, field: index, total) }
    }

    /// What happens together.
    private static var mixed: [[Form]] {
        [listForms, numberForms, dayForms, truthForms, phoneForms, caseForms, letterForms]
    }

    private static let spaceForms = [
        Form("space after", where: filled) { $0 + " " }, Form("U+00A0 before", where: filled) { "\u{A0}" + $0 },
        Form("double space", where: filled) { $0.replacing(" ", with: "  ") },
        Form("tab after", where: filled) { $0 + "\t" },
    ]
    private static let letterForms = [
        Form("NFD") { cell, _ in
            let written = cell.value.decomposedStringWithCanonicalMapping
            return Array(written.utf8) == Array(cell.value.utf8) ? nil : Damage(written)
        }
    ]
    private static let caseForms = [
        Form("UPPER CASE", where: named) { $0.withoutAccents.uppercased() },
        Form("lower case", where: named) { $0.lowercased() },
        Form("no hyphens", where: { $0.means(.communeName) }) { $0.replacing("-", with: " ") },
        Form("St", where: { $0.means(.communeName) }) {
            $0.replacing("Saint-", with: "St ").replacing("Sainte-", with: "Ste ")
        },
    ]
    private static let listForms = [
        Form("commas", where: { $0.field.isList && !$0.field.codes.isEmpty }) { $0.replacing("|", with: ", ") },
        Form("slashes", where: { $0.field.isList && !$0.field.codes.isEmpty }) { $0.replacing("|", with: "/") },
    ]
    private static let numberForms = [
        Form("comma", where: { $0.isQuantity || $0.isDegree }) { $0.replacing(".", with: ",") },
        Form("thousands", where: { $0.isQuantity && $0.value.isAllDigits }) { $0.withThousands("\u{A0}") },
        Form("zero lost", where: { $0.isNumericCode && $0.value.hasPrefix("0") }) { String($0.dropFirst()) },
        Form("float", where: { $0.isNumericCode }) { $0 + ".0" },
    ]
    private static let dayForms = [
        Form("31/12/2019") { cell, _ in
            let parts = cell.value.split(separator: "-")
            return cell.field.type == .date && parts.count == 3 ? Damage("\(parts[2])/\(parts[1])/\(parts[0])") : nil
        }
    ]
    private static let truthForms = [
        Form("Oui/Non", where: { $0.truth != nil }) { $0.prefix(1).uppercased() + $0.dropFirst() },
        Form("O/N", where: { $0.truth != nil }) { $0.prefix(1).uppercased() },
    ]
    private static let phoneForms = [
        Form("dots", where: { $0.means(.phone) }) { $0.replacing(" ", with: ".") },
        Form("Tél.", where: { $0.means(.phone) }) { "Tél. " + $0 },
    ]

    @Sendable private static func filled(_ cell: CellToDamage) -> Bool { true }
    @Sendable private static func named(_ cell: CellToDamage) -> Bool {
        cell.means(.communeName) || !cell.field.codes.isEmpty
    }
}

extension Damage {
    /// This damage, and another one on top of it.
    fileprivate func followed(by next: Damage) -> Damage {
        var both = next
        both.form = form + " + " + next.form
        if case .near(let number) = expects { both.expects = .near(number) }
        if case .either(let values) = expects {
            if case .either(let more) = next.expects {
                both.expects = .either(values + more)
            } else {
                both.expects = expects
            }
        }
        return both
    }
}
