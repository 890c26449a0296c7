import Schemas
import Spelling
import Tables

extension EvidenceKind {
    /// Somebody said so for an earlier file.
    static let remembered = EvidenceKind(name: "remembered") { table, schema, context in
        table.columns.indices.compactMap { column in
            guard let name = context.remembered[table.columns[column].header.folded],
                let field = schema.index(of: name)
            else { return nil }
            return Claim(column: column, field: field, evidence: .remembered, confidence: 1)
        }
    }
}
