import Schemas
import Texts

extension Corruption {
    /// A code that was dragged down: the spreadsheet added one on each row.
    static let fillHandle = Corruption(
        27, Text(fr: "Recopie incrémentée", en: "Fill-handle increments"),
        rows: { file, chance in
            let fields = file.schema.fields.indices.filter {
                [.communeCode, .postcode].contains(file.schema.fields[$0].meaning)
                    && file.schema.field(meaning: .communeName) != nil
            }
            guard !fields.isEmpty else { return }
            let field = chance.pick(fields)
            gatherCommunes(&file)
            var row = 0
            while row + 3 < file.clean.count {
                let code = file.clean[row][field]
                let length = min(chance.within(4...12), run(file, field, from: row))
                guard length > 2, let first = Int(code) else {
                    row += 1
                    continue
                }
                for step in 1..<length {
                    let next = Register.padded(first + step, 5)
                    file.damage(
                        row: row + step, field: field,
                        Damage(next, expects: .original, form: file.schema.fields[field].name))
                }
                row += length + chance.within(0...3)
            }
        })

    /// How many rows from one on say the same.
    private static func run(_ file: SentFile, _ field: Int, from row: Int) -> Int {
        file.clean[row...].prefix { $0[field] == file.clean[row][field] }.count
    }

    /// The rows of a commune below each other, as they are when somebody drags.
    private static func gatherCommunes(_ file: inout SentFile) {
        guard let name = file.schema.fields.firstIndex(where: { $0.meaning == .communeName }) else { return }
        file.clean = file.clean.sorted { $0[name] < $1[name] }
        file.lines = file.clean.enumerated().map { row, values in SentLine(row: row, cells: values.map { SentCell($0) })
        }
    }
}
