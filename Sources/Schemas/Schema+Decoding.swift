extension Schema {
    private enum Keys: String, CodingKey {
        case name, title, description, version, path, fields, missingValues, primaryKey, uniqueKeys, gabarit
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
        address = (try? container.decodeIfPresent(String.self, forKey: .path)).flatMap { path in
            path.hasPrefix("https://") || path.hasPrefix("http://") ? path : nil
        }
        missingValues = try container.decodeIfPresent([MissingValue].self, forKey: .missingValues)?.map(\.value) ?? [""]
        uniqueKeys = try container.decodeIfPresent([[String]].self, forKey: .uniqueKeys) ?? []
        if let one = try? container.decode(String.self, forKey: .primaryKey) {
            primaryKey = [one]
        } else {
            primaryKey = try container.decodeIfPresent([String].self, forKey: .primaryKey) ?? []
        }
        customChecks = (try? container.decode([CustomCheck].self, forKey: .customChecks)) ?? []
        additions = try container.decodeIfPresent(Additions.self, forKey: .gabarit) ?? Additions()
    }
}

/// What counts as an empty cell: a text, or (Table Schema 2) an object with a value and a label.
struct MissingValue: Decodable {
    let value: String

    private enum Keys: String, CodingKey { case value }

    init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer(), let text = try? container.decode(String.self) {
            value = text
        } else {
            value = try decoder.container(keyedBy: Keys.self).decode(String.self, forKey: .value)
        }
    }
}
