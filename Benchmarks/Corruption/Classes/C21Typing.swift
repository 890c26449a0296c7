import Foundation
import Schemas
import Texts

extension Corruption {
    /// What a workbook says that its cells are: numbers, days, truths, formulas, text in pieces.
    static let typing = Corruption(
        21, Text(fr: "Types des cellules d'un classeur", en: "Typing of XLSX cells"),
        file: { file, chance in
            var form = WorkbookForm()
            form.countsFrom1904 = chance.happens(25)
            form.isStrict = chance.happens(25)
            file.form = .xlsx(form)
            for column in file.columns.indices {
                guard let field = file.columns[column].field else { continue }
                let style = chance.below(4)
                for line in file.lines.indices {
                    type(&file.lines[line].cells[column], file.schema.fields[field], style)
                }
            }
        })

    private static func type(_ cell: inout SentCell, _ field: Field, _ style: Int) {
        guard !cell.text.isEmpty else { return }
        let digits = cell.text.isAllDigits
        switch field.type {
        case .boolean: cell = style < 2 ? SentCell(cell.text, .boolean(cell.text == field.trueValues[0])) : cell
        case .date:
            if let serial = cell.text.serialDay { cell.kind = .number(String(serial), format: dayFormats[style]) }
        case .number, .integer, .year:
            cell.kind = .number(cell.text, format: style == 0 ? "General" : style == 1 ? "0.00####" : "#,##0.######")
        default:
            if digits, field.meaning == .postcode || field.meaning == .communeCode, style < 2 {
                cell.kind = .number(String(cell.text.drop { $0 == "0" }), format: "00000")
            } else if digits, !cell.text.hasPrefix("0"), style == 2 {
                cell.kind = .number(cell.text, format: "0")
            } else if style == 3 {
                let middle = cell.text.index(cell.text.startIndex, offsetBy: cell.text.count / 2)
                cell.kind = .rich([String(cell.text[..<middle]), String(cell.text[middle...])])
            } else if style == 1, !digits {
                cell.kind = .formula("CONCATENATE(A1,B1)")
            }
        }
    }

    private static let dayFormats = ["dd/mm/yyyy", "yyyy-mm-dd", "d mmmm yyyy", "dd/mm/yy"]
}
