import Schemas
import Spelling
import Tables

/// Joins the number and the street of two columns where the schema wants them in one field.
struct Joining {
    let table: Table
    let schema: Schema

    func complete(_ sources: [FieldSource]) -> [FieldSource] {
        guard let field = schema.fields.firstIndex(where: { $0.meaning == .address }),
            !schema.fields.contains(where: { $0.meaning == .houseNumber })
        else { return sources }
        let taken = Set(sources.compactMap(\.column))
        let street: Int? =
            switch sources[field] {
            case .column(let column): Self.streets.contains(header(column)) ? column : nil
            case .missing: table.columns.indices.first { !taken.contains($0) && Self.streets.contains(header($0)) }
            default: nil
            }
        guard let street,
            let number = table.columns.indices.first(where: { column in
                !taken.contains(column)
                    && (Self.numbers.contains(header(column))
                        || abs(column - street) == 1 && Self.bareNumbers.contains(header(column)))
            })
        else { return sources }
        var sources = sources
        sources[field] = .joined([number, street])
        return sources
    }

    private func header(_ column: Int) -> String { table.columns[column].header.folded }

    private static let numbers: Set<String> = [
        "numvoie", "num voie", "numero voie", "numero de voie", "numero dans la voie", "numero de rue", "num rue",
        "n voie", "n rue", "numero rue", "adr numero", "no voie", "numero d adresse",
    ]
    private static let bareNumbers: Set<String> = ["n", "no", "num", "numero"]
    private static let streets: Set<String> = [
        "voie", "rue", "nom voie", "nom de la voie", "nom de voie", "nom rue", "nom de la rue", "libelle voie",
        "adr nomvoie", "nom de la voie ou du lieu",
    ]
}
