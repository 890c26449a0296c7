import Addresses
import Mapping
import Repairs
import Schemas
import Tables

/// The fields of a schema that say where an object is.
struct PlaceFields {
    private let longitude: Int?
    private let latitude: Int?
    private let commune: Int?
    private let words: [Int]
    private let whole: Int?
    private let number: Int?
    private let street: Int?
    private let postcode: Int?
    private let communeName: Int?

    init(_ schema: Schema) {
        func index(_ meaning: Field.Meaning) -> Int? { schema.fields.firstIndex { $0.meaning == meaning } }
        longitude = index(.longitude)
        latitude = index(.latitude)
        commune = index(.communeCode)
        whole = index(.address) ?? index(.fullAddress)
        number = index(.houseNumber)
        street = index(.street)
        postcode = index(.postcode)
        communeName = index(.communeName)
        let meanings: [Field.Meaning] = [.fullAddress, .address, .houseNumber, .street, .postcode, .communeName]
        words = meanings.compactMap(index)
    }

    /// Whether the schema has an address of each object.
    var hasAddresses: Bool { street != nil || whole != nil }

    /// The address of a row, part by part.
    func query(of row: Int, in draft: Draft) -> AddressQuery {
        func value(_ field: Int?) -> String { field.map { draft.value(field: $0, row: row) } ?? "" }
        let street = [value(number), value(street)].filter { !$0.isEmpty }.joined(separator: " ")
        return AddressQuery(
            address: value(self.street).isEmpty ? value(whole) : street, postcode: value(postcode),
            city: value(communeName), communeCode: value(commune))
    }

    /// Whether the schema asks where each object is.
    var hasPlaces: Bool { longitude != nil && latitude != nil }

    /// The address of a row in one line.
    func address(of row: Int, in draft: Draft) -> String {
        words.map { draft.value(field: $0, row: row) }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The INSEE code of a row; empty when it is not known.
    func communeCode(of row: Int, in draft: Draft) -> String {
        commune.map { draft.value(field: $0, row: row) } ?? ""
    }

    /// Whether both columns of a row say zero.
    func isNowhere(_ row: Int, in draft: Draft) -> Bool {
        guard let longitude, let latitude else { return false }
        return [longitude, latitude].allSatisfy { field in
            number(field, row, draft) == 0 || Double(draft.mapped.sent(field: field, row: row).text) == 0
        }
    }

    /// The two numbers in the columns of a row, whatever they measure. Zero and zero is no place.
    func coordinates(of row: Int, in draft: Draft) -> Coordinate? {
        guard let longitude, let latitude,
            let lon = number(longitude, row, draft), let lat = number(latitude, row, draft), lon != 0 || lat != 0
        else { return nil }
        return Coordinate(longitude: lon, latitude: lat)
    }

    /// The repaired value; where it is doubtful, because it is no degree, the number that was sent.
    private func number(_ field: Int, _ row: Int, _ draft: Draft) -> Double? {
        let outcome = draft.outcome(field: field, row: row)
        return Double(outcome.value.filter { !$0.isWhitespace }.replacing(",", with: "."))
    }
}
