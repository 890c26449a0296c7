import Schemas
import Tables

/// Which fields a list shows: the name, where it is, then what distinguishes one object from another.
struct Columns {
    /// The fields, in the order of the list.
    let fields: [Field]
    /// The field that names the object, and links to its page.
    let name: Field?

    init(schema: Schema, hidesCommune: Bool) {
        let uid = schema.field(meaning: .uid)
        let name = schema.field(meaning: .name) ?? uid ?? schema.fields.first
        let commune = hidesCommune ? nil : schema.field(meaning: .communeName)
        let street = [.fullAddress, .address, .street].lazy.compactMap { schema.field(meaning: $0) }.first
        let first = [name, commune, street].compactMap { $0 }
        let others = schema.fields.filter { field in
            !first.contains { $0.name == field.name } && !Self.isDetail(field)
        }
        fields = Array((first + others.sorted { Self.rank($0) < Self.rank($1) }).prefix(6))
        self.name = name
    }

    /// What belongs on the page of the object and not in a list.
    private static func isDetail(_ field: Field) -> Bool {
        switch field.meaning {
        case .uid, .uidNumber, .communeCode, .communeName, .postcode, .houseNumber, .street, .address, .fullAddress,
            .longitude, .latitude, .url, .email, .prose, .siret, .siren, .placeDetail, .pastYear, .openingHours:
            true
        default: [.object, .array, .geojson, .geopoint].contains(field.type)
        }
    }

    /// Short values first: codes, numbers and truth values tell more at a glance than free text.
    private static func rank(_ field: Field) -> Int {
        if field.isList { return 3 }
        if !field.codes.isEmpty { return 0 }
        if field.type == .number || field.type == .integer { return 1 }
        return field.type == .boolean ? 2 : 4
    }
}
