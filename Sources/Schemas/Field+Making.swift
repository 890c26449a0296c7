extension Field {
    /// A field made in code, for examples and tests.
    public init(
        _ name: String,
        type: FieldType = .string,
        format: String = "default",
        meaning: Meaning? = nil,
        constraints: Constraints = Constraints(),
        codes: [Code] = [],
        separator: String? = nil,
        unit: String? = nil
    ) {
        self.name = name
        title = name
        description = ""
        self.type = type
        self.format = format
        self.constraints = constraints
        trueValues = ["oui"]
        falseValues = ["non"]
        self.meaning = meaning
        aliases = []
        self.codes = codes
        self.separator = separator
        visibility = .public
        expected = false
        self.unit = unit
    }
}

extension Schema {
    /// A schema made in code, for examples and tests.
    public static func made(of fields: Field..., name: String = "exemple", trigram: String? = nil) -> Schema {
        Schema(name: name, fields: fields, trigram: trigram)
    }

    private init(name: String, fields: [Field], trigram: String?) {
        self.name = name
        title = name
        description = ""
        version = "1.0.0"
        address = nil
        self.fields = fields
        missingValues = [""]
        primaryKey = []
        uniqueKeys = []
        additions = Additions(trigram: trigram)
        customChecks = []
    }
}
