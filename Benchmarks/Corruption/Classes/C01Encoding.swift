import Schemas
import Texts

extension Corruption {
    /// Files in the encodings of Excel, old Macs, DOS programs and Windows.
    static let encoding = Corruption(
        1, Text(fr: "Encodage du fichier", en: "Encoding of the file"),
        file: { file, chance in
            var form = DelimitedForm(delimiter: chance.pick([";", ";", ",", "\t"]))
            form.encoding = chance.pick(DelimitedForm.Encoding.allCases)
            form.lineEnd = form.encoding == .macRoman ? chance.pick(["\r", "\n"]) : chance.pick(["\r\n", "\n"])
            file.form = .csv(form)
        })
}
