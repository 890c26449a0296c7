/// One constraint of a field, ready to judge logical values. The order of the cases of `Name` is the order of judgement.
struct Constraint: Sendable {
    /// The constraints that are judged on values (`required` is judged on their absence).
    enum Name: String, Sendable, CaseIterable {
        case minLength, maxLength, minimum, maximum, exclusiveMinimum, exclusiveMaximum, pattern
        case enumeration = "enum"
        case jsonSchema
    }

    let name: Name
    let rule: Rule
    /// What the schema says, as people write it.
    let words: String

    enum Rule: Sendable {
        case shortest(Int)
        case longest(Int)
        /// At least, at most, more than, less than.
        case bound(Logical, isLower: Bool, isExclusive: Bool)
        case pattern(Pattern)
        case oneOf(Set<Logical>)
        case shape(JSONShape)
    }

    /// Whether a value respects it.
    func accepts(_ value: Logical, cell: Bytes) -> Bool {
        switch rule {
        case .shortest(let length): (value.length).map { $0 >= length } ?? true
        case .longest(let length): (value.length).map { $0 <= length } ?? true
        case .bound(let bound, let isLower, let isExclusive):
            // What is not a number is within no bounds.
            (value.compared(to: bound)).map { order in
                isExclusive ? (isLower ? order > 0 : order < 0) : (isLower ? order >= 0 : order <= 0)
            } ?? false
        case .pattern(let pattern): pattern.matchesStart(of: cell)
        case .oneOf(let values): values.contains(value)
        case .shape(let shape): if case .json(let tree) = value { shape.accepts(tree) } else { true }
        }
    }
}

extension Constraint {
    /// The constraint that a schema declares; nil where it cannot be used.
    init?(_ name: Name, _ declared: JSONTree, reader: any CellReader) {
        self.name = name
        words = declared.words
        switch name {
        case .minLength, .maxLength:
            guard case .number(let number, _) = declared, let length = number.int else { return nil }
            rule = name == .minLength ? .shortest(length) : .longest(length)
        case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum:
            guard let bound = reader.read(declared) else { return nil }
            rule = .bound(
                bound, isLower: name == .minimum || name == .exclusiveMinimum,
                isExclusive: name == .exclusiveMinimum || name == .exclusiveMaximum)
        case .pattern:
            // `^a|b$` is not `^(a|b)$`: Validata writes the signs around the pattern just so.
            guard let text = declared.string, let pattern = Pattern("^" + text + "$") else { return nil }
            rule = .pattern(pattern)
        case .enumeration: rule = .oneOf(Set((declared.items ?? []).compactMap { reader.read($0) }))
        case .jsonSchema: rule = .shape(JSONShape(declared))
        }
    }
}
