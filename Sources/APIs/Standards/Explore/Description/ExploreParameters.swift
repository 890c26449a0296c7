import Editions
import Schemas

/// The parameters of the Explore API, as OpenAPI describes them.
struct ExploreParameters {
    /// The clauses over the fields of one dataset, or of the catalogue.
    let selection: Operation.Parameter
    let condition: Operation.Parameter
    let order: Operation.Parameter
    /// `facet`, `refine` and `exclude`.
    let facet: Operation.Parameter
    let facetFilters: [Operation.Parameter]

    init(_ schema: Schema, hasPlaces: Bool) {
        let language = ExploreLanguage(schema, hasPlaces: hasPlaces)
        selection = Self.clause("select", language.selection, "What is given of each record")
        condition = Self.clause("where", language.condition, "What must be true of a record")
        order = Self.clause("order_by", language.order, "What records are sorted by")
        facet = Self.several(
            "facet", ["type": "string", "enum": .array(schema.fields.map { .text($0.name) })],
            "A field whose values are counted.")
        facetFilters = [
            Self.several(
                "refine", Self.pattern(language.refinement), "A value that a field must have, as field:value."),
            Self.several(
                "exclude", Self.pattern(language.refinement), "A value that a field must not have, as field:value."),
        ]
    }

    /// What the records of a page are asked with.
    var ofPages: [Operation.Parameter] {
        [selection, condition, order, Self.limit, Self.offset] + facetFilters + Self.habits + Self.additions
    }

    /// What the records of a file are asked with.
    var ofFiles: [Operation.Parameter] {
        [selection, condition, order, Self.fileLimit] + facetFilters + Self.habits + Self.csv
    }

    /// What facets are asked with.
    var ofFacets: [Operation.Parameter] { [condition, facet] + facetFilters + Self.habits }

    /// What depends on other parameters, so that no schema can say it.
    static let grouping = """
        With `group_by` (fields, `range(field, …)`, functions of dates; ODSQL), or with aggregations in `select`, the \
        answer is groups: `?group_by=commune&select=count(*) as n&order_by=n desc`. Then `select` and `order_by` name \
        keys and aggregations, and `limit` goes up to 20,000; files of groups are csv, json and jsonl.
        """

    // MARK: Of every dataset

    static func path(_ name: String, _ values: [String], _ words: String) -> Operation.Parameter {
        Operation.Parameter(
            name: name, place: "path", description: words,
            schema: ["type": "string", "enum": .array(values.map(JSON.text))])
    }

    static let record = Operation.Parameter(
        name: "record_id", place: "path", description: "The identifier of the object.",
        schema: ["type": "string", "minLength": 1])

    static let limit = whole("limit", -1, 100, usual: 10, "How many; -1 is as many as may be.")
    static let offset = whole(
        "offset", 0, ExploreQuestion.window - 1, usual: 0,
        "How many are left out. Pages end with the first 10,000 records; files have them all.")
    static let fileLimit = whole("limit", -1, nil, usual: -1, "How many; -1 is all.")

    static let habits = [
        Operation.Parameter(
            name: "lang", description: "The language of names of days and months.",
            schema: ["type": "string", "enum": .array(ExploreQuestion.languages.map(JSON.text))], canBeEmpty: true),
        Operation.Parameter(
            name: "timezone", description: "The zone in which times are told: any name of the IANA database.",
            schema: [
                "type": "string",
                "enum": [
                    "UTC", "Europe/Paris", "America/Cayenne", "America/Guadeloupe", "America/Martinique",
                    "America/Miquelon", "Indian/Mayotte", "Indian/Reunion", "Pacific/Noumea", "Pacific/Tahiti",
                ],
            ]),
    ]

    static let additions = [
        truth("include_links", usual: false, "Whether links are given."),
        truth("include_app_metas", usual: false, "Whether the identifier and the date of each record are given."),
    ]

    static let csv = [
        Operation.Parameter(
            name: "delimiter", description: "What stands between the cells of CSV.",
            schema: ["type": "string", "enum": [";", ",", "\t", "|"]], canBeEmpty: true),
        Operation.Parameter(
            name: "list_separator", description: "What stands between the values of a list in CSV.",
            schema: ["type": "string", "default": ","]),
        truth("with_bom", usual: true, "Whether CSV begins with a byte order mark."),
        truth("quote_all", usual: false, "Whether all cells of CSV stand between quotes."),
        truth("use_labels", usual: false, "Whether the header of CSV has the titles of the fields."),
    ]

    // MARK: Kinds

    private static func clause(_ name: String, _ pattern: String, _ words: String) -> Operation.Parameter {
        Operation.Parameter(
            name: name,
            description:
                "\(words) (ODSQL). The whole language is understood; the pattern shows plain clauses. See \(manual).",
            schema: Self.pattern(pattern))
    }

    /// Where Opendatasoft explains its language.
    private static let manual =
        "https://help.opendatasoft.com/apis/ods-explore-v2/#section/Opendatasoft-Query-Language-(ODSQL)"

    private static func pattern(_ pattern: String) -> JSON { ["type": "string", "pattern": .text(pattern)] }

    /// A parameter that may come several times.
    private static func several(_ name: String, _ item: JSON, _ words: String) -> Operation.Parameter {
        Operation.Parameter(
            name: name, description: "\(words) May come several times.", schema: ["type": "array", "items": item])
    }

    private static func whole(
        _ name: String, _ least: Int, _ most: Int?, usual: Int, _ words: String
    ) -> Operation.Parameter {
        Operation.Parameter(
            name: name, description: words,
            schema: .members([
                "type": "integer", "minimum": .integer(least), "maximum": most.map(JSON.integer),
                "default": .integer(usual),
            ]), canBeEmpty: true)
    }

    private static func truth(_ name: String, usual: Bool, _ words: String) -> Operation.Parameter {
        Operation.Parameter(
            name: name, description: words, schema: ["type": "boolean", "default": .boolean(usual)], canBeEmpty: true)
    }
}
