import Foundation
import Schemas
import Spelling
import Texts

extension Corruption {
    /// The values of lists as people write them.
    static let lists = Corruption(
        16, Text(fr: "Listes de valeurs", en: "Enumerations"),
        forms: [
            each("upper case") { $0.uppercased() }, each("capital") { $0.prefix(1).uppercased() + $0.dropFirst() },
            each("no accents") { $0.withoutAccents }, each("UPPER CASE, no accents") { $0.withoutAccents.uppercased() },
            each("plural") { $0.plural },
            each("underscores") { $0.replacing(" ", with: "_") }, each("hyphens") { $0.replacing(" ", with: "-") },
            Form("synonym") { cell, chance in
                guard !cell.field.codes.isEmpty, !cell.value.isEmpty else { return nil }
                let words = cell.parts.map { part in cell.field.codes.first { $0.value == part }?.synonyms ?? [] }
                guard words.contains(where: { !$0.isEmpty }) else { return nil }
                let said = zip(cell.parts, words).map { $1.isEmpty ? $0 : chance.pick($1) }
                return Damage(said.joined(separator: cell.field.separator ?? ""))
            },
            Form("synonym in capitals") { cell, chance in
                guard !cell.field.codes.isEmpty, let code = cell.field.codes.first(where: { $0.value == cell.value }),
                    !code.synonyms.isEmpty
                else { return nil }
                return Damage(chance.pick(code.synonyms).uppercased())
            },
            separated(by: ","), separated(by: ", "), separated(by: ";"), separated(by: " ; "), separated(by: "/"),
            separated(by: " / "), separated(by: " - "), separated(by: " et "), separated(by: " + "),
            separated(by: " | "),
            separated(by: "\n"), separated(by: " & "),
            Form("separator at the end") { cell, _ in
                guard let separator = cell.field.separator, !cell.value.isEmpty else { return nil }
                return Damage(cell.value + separator)
            },
            Form("value twice") { cell, _ in
                guard let separator = cell.field.separator, !cell.value.isEmpty, !cell.field.codes.isEmpty else {
                    return nil
                }
                return Damage(cell.value + separator + cell.parts[0])
            },
            Form("a letter missing") { cell, chance in slip(cell, &chance) { $0.without(letter: $1) } },
            Form("a letter twice") { cell, chance in slip(cell, &chance) { $0.doubling(letter: $1) } },
            Form("letters swapped") { cell, chance in slip(cell, &chance) { $0.swapping(letter: $1) } },
        ])

    private static func each(_ name: String, _ write: @escaping @Sendable (String) -> String) -> Form {
        Form(name) { cell, _ in
            guard !cell.field.codes.isEmpty, !cell.value.isEmpty else { return nil }
            let written = cell.parts.map(write).joined(separator: cell.field.separator ?? "")
            return written == cell.value ? nil : Damage(written)
        }
    }

    private static func separated(by sign: String) -> Form {
        Form("separated by “\(sign)”") { cell, _ in
            guard cell.field.isList, cell.parts.count > 1 else { return nil }
            // In a free list, a sign that stands in a value separates nothing.
            guard !cell.field.codes.isEmpty || !cell.parts.contains(where: { $0.contains("-") }) else { return nil }
            return Damage(cell.parts.joined(separator: sign))
        }
    }

    /// A slip of the keyboard in a value of a closed list. Where another value is as near, nobody can know.
    private static func slip(
        _ cell: CellToDamage, _ chance: inout Chance, _ write: (String, Int) -> String
    ) -> Damage? {
        guard !cell.field.codes.isEmpty, let part = cell.parts.first, part.count > 5 else { return nil }
        let slipped = write(part, chance.within(1...part.count - 3))
        guard slipped != part else { return nil }
        let near = cell.field.codes.flatMap { [$0.value] + $0.synonyms }
            .filter { !$0.isEmpty && editDistance($0.folded, slipped.folded) <= 1 }
        let owners = Set(
            cell.field.codes.filter { code in near.contains { $0 == code.value || code.synonyms.contains($0) } }.map(
                \.value))
        let text = ([slipped] + cell.parts.dropFirst()).joined(separator: cell.field.separator ?? "")
        return Damage(text, .text, owners.subtracting([part]).isEmpty ? .original : .told)
    }

    /// Levenshtein's distance.
    private static func editDistance(_ first: String, _ second: String) -> Int {
        let (first, second) = (Array(first.utf8), Array(second.utf8))
        var above = Array(0...second.count)
        for (place, letter) in first.enumerated() {
            var line = [place + 1]
            for (column, other) in second.enumerated() {
                line.append(min(above[column] + (letter == other ? 0 : 1), above[column + 1] + 1, line[column] + 1))
            }
            above = line
        }
        return above[second.count]
    }
}

extension String {
    /// Each word in the plural, except short ones and those with digits.
    fileprivate var plural: String {
        split(separator: " ").map { word in
            let isKept =
                word.hasSuffix("s") || word.hasSuffix("x") || word.count < 4 || word.contains(where: \.isNumber)
            return isKept ? String(word) : word + "s"
        }.joined(separator: " ")
    }
}

extension CellToDamage {
    /// The values of a list.
    var parts: [String] {
        guard let separator = field.separator else { return [value] }
        return value.components(separatedBy: separator)
    }
}
