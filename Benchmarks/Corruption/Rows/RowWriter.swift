import Schemas
import Tables

/// Writes clean rows, one after the other: no two of them have the same identifier, name or address.
struct RowWriter {
    let schema: Schema
    let sending: Sending
    private var numbers: [String: Int] = [:]
    private var taken: Set<String> = []
    private var line = 0

    init(schema: Schema, sending: Sending) {
        self.schema = schema
        self.sending = sending
    }

    /// The next row.
    mutating func row(_ chance: inout Chance) -> [String] {
        line += 1
        let place = newPlace(&chance)
        numbers[place.code, default: 0] += 1
        let number = numbers[place.code] ?? 1
        var subject = Subject(place: place, number: number, line: line, schema: schema, &chance)
        subject.keepName(apartFrom: &taken, &chance)
        let isEmptied = schema.fields.map { $0.isOptional && chance.happens(15) }
        return zip(schema.fields, isEmptied).map { field, isEmpty in
            isEmpty ? "" : subject.value(of: field, &chance)
        }
    }

    private mutating func newPlace(_ chance: inout Chance) -> Place {
        while true {
            let place = Place(chance.pick(sending.towns), &chance)
            if taken.insert("\(place.code) \(place.number) \(place.street)").inserted { return place }
        }
    }
}

extension Field {
    /// Whether a careful agent may leave it empty.
    fileprivate var isOptional: Bool {
        let kept: Set<Field.Meaning> = [
            .uid, .uidNumber, .communeName, .communeCode, .postcode, .longitude, .latitude, .name, .street, .address,
            .houseNumber,
        ]
        return !isRequired && !(meaning.map(kept.contains) ?? false) && !Subject.isTied(self)
    }
}
