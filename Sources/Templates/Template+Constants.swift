import Schemas

extension Template {
    /// A field that the template fills in by itself, and its value in each prepared row (the first is 0).
    struct Constant {
        var field: String
        var value: @Sendable (Int) -> String
    }

    /// What can be known before anybody has typed: the commune, and the next identifiers.
    var constants: [Constant] {
        guard let commune else { return [] }
        let number = nextNumber
        var constants: [Constant] = []
        func fill(_ meaning: Field.Meaning, _ value: @escaping @Sendable (Int) -> String) {
            guard let field = schema.field(meaning: meaning) else { return }
            constants.append(Constant(field: field.name, value: value))
        }
        if let trigram = schema.additions.trigram, schema.field(meaning: .uid) != nil {
            fill(.uid) { "\(trigram)-\(commune.code)-\(padded(number + $0))" }
            fill(.uidNumber) { padded(number + $0) }
        }
        fill(.communeName) { _ in commune.name }
        fill(.communeCode) { _ in commune.code }
        if commune.postcodes.count == 1, let postcode = commune.postcodes.first { fill(.postcode) { _ in postcode } }
        return constants.sorted { (schema.index(of: $0.field) ?? 0) < (schema.index(of: $1.field) ?? 0) }
    }
}

/// At least three digits; more where a commune has more than 999 objects.
private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
}
