extension Field: Decodable {
    private enum Keys: String, CodingKey {
        case name, title, description, type, format, example, constraints, trueValues, falseValues, gabarit
        case missingValues
    }

    private struct Additions: Decodable {
        var meaning: Meaning?
        var aliases: [String]?
        var badExample: String?
        var codes: [Code]?
        var separator: String?
        var visibility: Visibility?
        var expected: Bool?
        var unit: String?
        var truthWords: [String: [String]]?
        var presenceOf: String?
    }

    /// Reads a field of a Table Schema. Unknown properties are ignored, as the standard wants.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        let additions = try container.decodeIfPresent(Additions.self, forKey: .gabarit)
        name = try container.decode(String.self, forKey: .name)
        title = try container.decodeIfPresent(String.self, forKey: .title) ?? name
        description = try container.decodeIfPresent(String.self, forKey: .description) ?? ""
        type = FieldType(rawValue: try container.decodeIfPresent(String.self, forKey: .type) ?? "string") ?? .any
        format = try container.decodeIfPresent(String.self, forKey: .format) ?? "default"
        example = try container.decodeIfPresent(Scalar.self, forKey: .example)?.text
        constraints = try container.decodeIfPresent(Constraints.self, forKey: .constraints) ?? Constraints()
        trueValues = try container.decodeIfPresent([String].self, forKey: .trueValues) ?? ["true", "True", "TRUE", "1"]
        falseValues =
            try container.decodeIfPresent([String].self, forKey: .falseValues) ?? ["false", "False", "FALSE", "0"]
        missingValues = try container.decodeIfPresent([MissingValue].self, forKey: .missingValues)?.map(\.value)
        separator = additions?.separator
        aliases = additions?.aliases ?? []
        badExample = additions?.badExample
        visibility = additions?.visibility ?? .public
        expected = additions?.expected ?? false
        unit = additions?.unit
        truthWords = additions?.truthWords ?? [:]
        presenceOf = additions?.presenceOf
        codes = additions?.codes ?? (constraints.enumeration ?? []).map { Code(value: $0) }
        meaning = additions?.meaning
    }
}

extension Constraints: Decodable {
    private enum Keys: String, CodingKey {
        case required, unique, minLength, maxLength, minimum, maximum, exclusiveMinimum, exclusiveMaximum, pattern
        case enumeration = "enum"
    }

    /// Reads the constraints of a field. Bounds may be written as numbers or as text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        required = try container.decodeIfPresent(Bool.self, forKey: .required) ?? false
        unique = try container.decodeIfPresent(Bool.self, forKey: .unique) ?? false
        minLength = try container.decodeIfPresent(Int.self, forKey: .minLength)
        maxLength = try container.decodeIfPresent(Int.self, forKey: .maxLength)
        minimum = try container.decodeIfPresent(Scalar.self, forKey: .minimum)?.text
        maximum = try container.decodeIfPresent(Scalar.self, forKey: .maximum)?.text
        exclusiveMinimum = try container.decodeIfPresent(Scalar.self, forKey: .exclusiveMinimum)?.text
        exclusiveMaximum = try container.decodeIfPresent(Scalar.self, forKey: .exclusiveMaximum)?.text
        pattern = try container.decodeIfPresent(String.self, forKey: .pattern)
        enumeration = try container.decodeIfPresent([Scalar].self, forKey: .enumeration)?.map(\.text)
    }
}

/// A word, a number or a truth value of a JSON document, as text.
struct Scalar: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let word = try? container.decode(String.self) {
            text = word
        } else if let truth = try? container.decode(Bool.self) {
            text = truth ? "true" : "false"
        } else if let whole = try? container.decode(Int.self) {
            text = String(whole)
        } else if let number = try? container.decode(Double.self) {
            text = String(number)
        } else {
            text = ""
        }
    }
}
