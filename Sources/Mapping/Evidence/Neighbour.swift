import Schemas
import Spelling
import Tables

extension EvidenceKind {
    /// `N°` means nothing by itself: just left of the street it is the number in the street; at the beginning of the
    /// table, or just left of the name, it is the number of the object.
    static let neighbour = EvidenceKind(name: "neighbour") { table, schema, context in
        let headers = EvidenceKind.header.claims(table, schema, context)
        let isBare = table.columns.map { bareNumbers.contains($0.header.folded) }
        func stands(_ column: Int, leftOf meaning: Field.Meaning) -> Bool {
            headers.contains { $0.column == column + 1 && schema.fields[$0.field].meaning == meaning }
        }
        func claim(_ column: Int, _ meaning: Field.Meaning) -> Claim? {
            schema.fields.firstIndex { $0.meaning == meaning }.map {
                Claim(column: column, field: $0, evidence: .alias, confidence: 0.85)
            }
        }
        return table.columns.indices.filter { isBare[$0] }.compactMap { column in
            if stands(column, leftOf: .street) { return claim(column, .houseNumber) }
            let isOfObject = column == 0 || stands(column, leftOf: .name)
            return isOfObject && numbersRows(table.columns[column].cells) ? claim(column, .uidNumber) : nil
        }
    }

    /// Short whole numbers, no two of them equal.
    private static func numbersRows(_ cells: Cells) -> Bool {
        cells.distinctCount == cells.count
            && (0..<cells.distinctCount).allSatisfy { code in
                cells.withBytes(of: code) { !$0.isEmpty && $0.count <= 4 && $0.allSatisfy { $0 &- 0x30 <= 9 } }
            }
    }

    private static let bareNumbers: Set<String> = ["n", "no", "num", "nr", "nro", "numero", "n rue", "n voie"]
}
