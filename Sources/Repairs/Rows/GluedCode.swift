import Mapping
import Schemas
import Spelling
import Tables
import Texts

extension RowRepair {
    /// A code of another column stands before the name: `06011 GROUPE SCOLAIRE BELLECOMBE`.
    static let gluedCode = RowRepair(
        "glued-code",
        Text(
            fr: "Enlève d'un nom le code qui a déjà sa colonne.",
            en: "Takes off a name the code that has its own column.")
    ) { draft, _ in
        guard let field = draft.schema.fields.firstIndex(where: { $0.meaning == .name }) else { return }
        let cells = draft.fields[field].cells
        for (code, rows) in cells.rowsByCode().enumerated() {
            let name = draft.fields[field].outcomes[code].value
            guard let first = name.utf8.first, (0x30...0x39).contains(first), !rows.isEmpty,
                let match = codeThenName.wholeMatch(in: name)
            else { continue }
            let glued = String(match.1)
            let owner = draft.mapped.table.columns.firstIndex { column in
                column.position != draft.mapped.column(of: field)?.position
                    && rows.allSatisfy { column.cells[$0].text == glued }
            }
            guard owner != nil else { continue }
            draft.fields[field].outcomes[code].take("glued-code", .likely, String(match.2))
        }
    }

    private static let codeThenName = Shape(/([0-9]{3,20})\s*[-–:]?\s*([^0-9].*)/)
}
