import Schemas
import Texts

extension Corruption {
    /// What separates the cells of a text file.
    static let separator = Corruption(
        3, Text(fr: "Séparateur des colonnes", en: "Separator"),
        file: { file, chance in
            var form = DelimitedForm(delimiter: chance.pick([";", ",", "\t", "|"]))
            // Where the separator stands in a cell as well, a file without quotes cannot be read by anybody.
            form.quotes = chance.pick([.whereNeeded, .whereNeeded, .always])
            if chance.happens(25) { form.firstLine = "sep=\(form.delimiter)" }
            if chance.happens(25) { form.trailer = String(repeating: form.delimiter, count: chance.within(1...4)) }
            form.encoding = chance.pick([.utf8, .utf8WithMark, .windows1252])
            form.lineEnd = chance.pick(["\r\n", "\n"])
            file.form = .csv(form)
        })
}
