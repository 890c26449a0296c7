import Schemas
import Tables

/// INSEE codes under the header of postcodes, and the other way round: both are five digits, and get exchanged.
///
/// A header is disbelieved only where the values say so without a doubt: none of them can be what the header says, and
/// all of them are the other.
struct MistakenCodes {
    let table: Table
    let schema: Schema
    let context: MappingContext

    func isMistaken(column: Int, for index: Int) -> Bool {
        let field = schema.fields[index]
        guard let other = counterpart(of: field.meaning).flatMap({ schema.field(meaning: $0) }) else { return false }
        guard let own = share(of: column, as: field), let others = share(of: column, as: other) else { return false }
        return own < 0.2 && others >= 0.9
    }

    private func share(of column: Int, as field: Field) -> Double? {
        ContentProbe(field: field, context: context).share(of: table.columns[column].cells)
    }

    private func counterpart(of meaning: Field.Meaning?) -> Field.Meaning? {
        switch meaning {
        case .communeCode: .postcode
        case .postcode: .communeCode
        default: nil
        }
    }
}
