import Schemas
import Texts

extension Corruption {
    /// Text files whose quotes, line ends and lengths of lines are not by the book.
    static let quoting = Corruption(
        25, Text(fr: "Guillemets et lignes du CSV", en: "CSV quoting"),
        file: { file, chance in
            var form = DelimitedForm(delimiter: chance.pick([";", ";", ",", "\t"]))
            switch chance.below(8) {
            case 0: form.lineEnd = "\r"
            case 1: form.dropsEmptyEnds = true
            case 2: form.trailer = form.delimiter
            case 3: form.strewsNUL = true
            case 4: form.quotes = .always
            case 5: enrich(&file, &chance) { $0 + "\n(voir plan)" }
            case 6: enrich(&file, &chance) { "Le \"\($0)\"" }
            default:
                // Quotes in a cell that is not quoted, as programs write that know no rule.
                enrich(&file, &chance) { "Le \"\($0)\"" }
                form.quotes = .never
                form.delimiter = "\t"
            }
            file.form = .csv(form)
        })

    /// Gives prose what must be quoted: it ought to come out as it went in.
    private static func enrich(_ file: inout SentFile, _ chance: inout Chance, _ write: (String) -> String) {
        guard let field = file.schema.fields.firstIndex(where: { $0.meaning == .prose }),
            let column = file.columns.firstIndex(where: { $0.field == field })
        else { return }
        for line in file.lines.indices {
            guard let row = file.lines[line].row, !file.clean[row][field].isEmpty, chance.happens(20) else { continue }
            let value = write(file.clean[row][field])
            file.clean[row][field] = value
            file.lines[line].cells[column].text = value
        }
    }
}
