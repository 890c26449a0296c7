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
                let isWholeRow = chance.happens(50)
                if isWholeRow {
                    for field in file.clean[row].indices { replace(&file, row, field, file.clean[other][field]) }
                }
                let form = isWholeRow ? "row twice" : "identifier of another row"
                var damage = Damage(file.clean[other][uid], expects: .told, form: form)
                damage.twin = other
                file.damage(row: row, field: uid, damage)
            }
        })

    /// Puts what another row holds into this one: that is what stands in the file, and what ought to come out.
    private static func replace(_ file: inout SentFile, _ row: Int, _ field: Int, _ value: String) {
        file.clean[row][field] = value
        guard let line = file.lines.firstIndex(where: { sent in sent.row == row }) else { return }
        file.lines[line].cells[field] = SentCell(value)
    }
}
