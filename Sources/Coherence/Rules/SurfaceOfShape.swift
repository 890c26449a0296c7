import Schemas
import Tables
import Texts

extension CoherenceRule {
    /// A surface that is ten times more or less than that of the drawn shape was measured in another unit.
    static let surfaceOfShape = CoherenceRule(
        "surface-of-shape",
        Text(
            fr: "La surface écrite est, à peu près, celle du contour dessiné.",
            en: "The surface as it is written is more or less that of the drawn outline.")
    ) { situation in
        guard let field = situation.schema.fields.firstIndex(where: { $0.unit == "m²" }) else { return [] }
        let cells = situation.table.columns[field]
        let strange = (0..<situation.table.rowCount).filter { row in
            guard let drawn = situation.table.geometries[row]?.squareMetres, drawn > 1,
                let written = Double(cells[row].text), written > 0
            else { return false }
            return written > 10 * drawn || written * 10 < drawn
        }
        guard !strange.isEmpty else { return [] }
        let title = situation.schema.fields[field].title
        return [
            Finding(
                rule: "surface-of-shape", severity: .warning, rows: situation.numbers(strange),
                field: situation.schema.fields[field].name,
                text: Text(
                    fr: "« \(title) » est dix fois plus ou moins que le contour dessiné : hectares ou mètres carrés ?",
                    en: "“\(title)” is ten times more or less than the drawn outline: hectares or square metres?"))
        ]
    }
}
