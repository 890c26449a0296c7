/// One field of a schema: one column of the canonical table.
public struct Field: Sendable {
    /// The name, which is the header of the canonical CSV.
    public var name: String
    /// The title for people; the name where there is none.
    public var title: String
    /// What is asked for, in plain words.
    public var description: String
    /// The type of its values.
    public var type: FieldType
    /// The format of the type (`email`, `%d/%m/%Y`…), `default` where none is given.
    public var format: String
    /// A good example.
    public var example: String?
    /// What its values must respect.
    public var constraints: Constraints
    /// How true is written; the first is canonical.
    public var trueValues: [String]
    /// How false is written; the first is canonical.
    public var falseValues: [String]
    /// Words that say yes or no of this field without the word (`Natura 2000` of a label), by the value they mean.
    public var truthWords: [String: [String]] = [:]
    /// What the field means, where Gabarit knows more about it than its type.
    public var meaning: Meaning?
    /// Other headers under which people send this field.
    public var aliases: [String]
    /// An example of what people write by mistake.
    public var badExample: String?
    /// The values that may be written, where the list is closed.
    public var codes: [Code]
    /// What separates the values, where a cell holds several.
    public var separator: String?
    /// Who may see it.
    public var visibility: Visibility
    /// Whether it is asked for although it may stay empty: unknown is empty.
    public var expected: Bool
    /// What counts as an empty cell of this field, where it is not what counts in the whole table (Table Schema 2).
    public var missingValues: [String]?
    /// The unit of a number (`m²`).
    public var unit: String?
    /// The dataset whose objects a truth value announces: a park that says « toilettes : non » holds none of them.
    public var presenceOf: String?

    /// Whether every row must have a value.
    public var isRequired: Bool { constraints.required }
    /// Whether a cell may hold several values.
    public var isList: Bool { separator != nil }

    /// Who may see the values of a field.
    public enum Visibility: String, Sendable, Codable {
        /// Everybody.
        case `public`
        /// The agents of the commune.
        case commune
        /// The agents of the commune and of the territory.
        case territory
        /// The service that fills it in.
        case service
    }
}

/// The types of Table Schema.
public enum FieldType: String, Sendable, Codable, CaseIterable {
    case string, number, integer, boolean, object, array, list, datetime, date, time, year, yearmonth, duration
    case geopoint, geojson, any
}

/// What the values of a field must respect (Table Schema, *constraints*). Bounds are kept as they are written.
public struct Constraints: Sendable {
    public var required = false
    public var unique = false
    public var minLength: Int?
    public var maxLength: Int?
    public var minimum: String?
    public var maximum: String?
    /// Bounds that are out themselves (Table Schema 2).
    public var exclusiveMinimum: String?
    public var exclusiveMaximum: String?
    public var pattern: String?
    public var enumeration: [String]?

    /// No constraint at all.
    public init() {}
}

/// One value of a code list, with the other ways in which people write it.
public struct Code: Sendable, Hashable, Codable {
    /// The value as it is published.
    public var value: String
    /// The label for people; the value where there is none.
    public var label: String?
    /// Other ways to say exactly the same.
    public var synonyms: [String]

    /// A code.
    public init(value: String, label: String? = nil, synonyms: [String] = []) {
        self.value = value
        self.label = label
        self.synonyms = synonyms
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        value = try container.decode(String.self, forKey: .value)
        label = try container.decodeIfPresent(String.self, forKey: .label)
        synonyms = try container.decodeIfPresent([String].self, forKey: .synonyms) ?? []
    }
}
