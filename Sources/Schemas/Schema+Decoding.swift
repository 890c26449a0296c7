extension Schema {
    private enum Keys: String, CodingKey {
        case name, title, description, version, fields, missingValues, primaryKey, gabarit
        case customChecks = "custom_checks"
    }

    /// Reads a Table Schema, ours or any other.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        fields = try container.decode([Field].self, forKey: .fields)
        let givenName = try container.decodeIfPresent(String.self, forKey: .name)
        title = try container.decodeIfPresent(String.self, forKey: .title) ?? givenName ?? ""
        name = givenName ?? title
        description = try container.decodeIfPresent(String.self, forKey: .description) ?? ""
        version = try container.decodeIfPresent(Scalar.self, forKey: .version)?.text ?? ""
        missingValues = try container.decodeIfPresent([String].self, forKey: .missingValues) ?? [""]
        if let one = try? container.decode(String.self, forKey: .primaryKey) {
            primaryKey = [one]
        } else {
            primaryKey = try container.decodeIfPresent([String].self, forKey: .primaryKey) ?? []
        }
        customChecks = (try? container.decode([CustomCheck].self, forKey: .customChecks)) ?? []
        additions = try container.decodeIfPresent(Additions.self, forKey: .gabarit) ?? Additions()
    }
}
