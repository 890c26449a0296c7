import Schemas
import Texts

extension Corruption {
    /// Files whose name lies about what they are.
    static let fileTypes = Corruption(
        28, Text(fr: "Fichiers qui ne sont pas ce qu'ils disent", en: "File type lies"),
        file: { file, chance in
            switch chance.below(9) {
            case 0: set(&file, .html, "xls")
            case 1: set(&file, .csv(DelimitedForm(delimiter: "\t")), "xls")
            case 2: set(&file, .csv(DelimitedForm()), "xls")
            case 3: set(&file, .csv(DelimitedForm()), "xlsx")
            case 4: set(&file, .xlsx(WorkbookForm()), "xls")
            case 5: set(&file, .xlsx(WorkbookForm(hasMacros: true)), "xlsm")
            case 6: set(&file, .xlsx(WorkbookForm()), "csv")
            case 7: set(&file, .csv(DelimitedForm(delimiter: "\t", encoding: .utf16LittleWithMark)), "txt")
            default: set(&file, .spreadsheetML, "xls")
            }
        })

    private static func set(_ file: inout SentFile, _ form: FileForm, _ fileExtension: String) {
        file.form = form
        file.fileExtension = fileExtension
    }
}
