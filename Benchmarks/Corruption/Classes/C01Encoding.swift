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
            if form.encoding == .dos850 { writeWithoutLigatures(&file) }
            file.form = .csv(form)
        })

    /// DOS has no œ: people wrote oe.
    private static func writeWithoutLigatures(_ file: inout SentFile) {
        func plain(_ text: String) -> String { text.replacing("œ", with: "oe") }
        file.clean = file.clean.map { $0.map(plain) }
        for line in file.lines.indices {
            file.lines[line].cells = file.lines[line].cells.map { SentCell(plain($0.text)) }
        }
    }
}
