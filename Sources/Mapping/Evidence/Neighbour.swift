import Schemas
import Spelling
import Tables

extension EvidenceKind {
    /// `N°` means nothing by itself; just left of the street it is the number in the street.
    static let neighbour = EvidenceKind(name: "neighbour") { table, schema, context in
        guard let field = schema.fields.firstIndex(where: { $0.meaning == .houseNumber }) else { return [] }
        let headers = EvidenceKind.header.claims(table, schema, context)
        return table.columns.indices.dropLast().compactMap { column in
            guard bareNumbers.contains(table.columns[column].header.folded),
                headers.contains(where: { $0.column == column + 1 && schema.fields[$0.field].meaning == .street })
            else { return nil }
            return Claim(column: column, field: field, evidence: .alias, confidence: 0.85)
        }
    }

    private static let bareNumbers: Set<String> = ["n", "no", "num", "nr", "nro", "numero", "n rue", "n voie"]
}
