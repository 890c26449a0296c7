import Foundation
import Schemas

/// A clean cell, and the row around it.
struct CellToDamage: Sendable {
    let field: Field
    let value: String
    let row: [String]
    let schema: Schema

    /// What stands in the first field of a meaning.
    func value(of meaning: Field.Meaning) -> String? {
        schema.fields.firstIndex { $0.meaning == meaning }.map { row[$0] }
    }

    /// Whether the value has this meaning.
    func means(_ meanings: Field.Meaning...) -> Bool { field.meaning.map(meanings.contains) ?? false }

    /// Text for people, of which no rule says how it must be written.
    var isProse: Bool {
        let meanings: Set<Field.Meaning?> = [nil, .name, .prose, .placeDetail, .street, .address, .fullAddress]
        return field.type == .string && field.codes.isEmpty && field.constraints.pattern == nil && !field.isList
            && field.format == "default" && meanings.contains(field.meaning)
    }

    /// A quantity: a number that is no coordinate.
    var isQuantity: Bool {
        [.number, .integer].contains(field.type) && !means(.longitude, .latitude, .pastYear)
    }

    /// A coordinate.
    var isDegree: Bool { means(.longitude, .latitude) }

    /// Digits that are a name, not a number.
    var isNumericCode: Bool {
        means(.communeCode, .postcode, .siret, .siren, .uidNumber) && value.utf8.allSatisfy { (48...57).contains($0) }
            && !value.isEmpty
    }
}

extension String {
    /// Without accents and the like.
    var withoutAccents: String {
        folding(options: .diacriticInsensitive, locale: nil).replacing("œ", with: "oe").replacing("Œ", with: "OE")
    }

    var isAllDigits: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }
}
