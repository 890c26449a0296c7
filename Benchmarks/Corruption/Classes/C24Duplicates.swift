import Schemas
import Texts

extension Corruption {
    /// The same thing twice, or two things under one identifier: only their owner knows which is right.
    static let duplicates = Corruption(
        24, Text(fr: "Doublons", en: "Duplicates"), isLossy: true,
        rows: { file, chance in
            guard let uid = file.schema.fields.firstIndex(where: { $0.meaning == .uid || $0.constraints.unique }) else {
                return
            }
            let rows = chance.shuffled(Array(file.clean.indices))
            for (row, other) in zip(rows.prefix(6), rows.dropFirst(6)) {
                if chance.happens(50) {
                    file.damage(
                        row: row, field: uid,
                        Damage(file.clean[other][uid], expects: .told, form: "identifier of another row"))
                } else {
                    for field in file.clean[row].indices { replace(&file, row, field, file.clean[other][field]) }
                    file.damages[CellPlace(row: row, field: uid)] = Damage(
                        file.clean[other][uid], expects: .told, form: "row twice")
                }
            }
        })

    /// Puts what another row holds into this one: that is what stands in the file, and what ought to come out.
    private static func replace(_ file: inout SentFile, _ row: Int, _ field: Int, _ value: String) {
        file.clean[row][field] = value
        guard let line = file.lines.firstIndex(where: { sent in sent.row == row }) else { return }
        file.lines[line].cells[field] = SentCell(value)
    }
}
