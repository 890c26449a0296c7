import Catalog
import Editions

/// The part of the OpenAPI document.
enum CKANPaths {
    private static let base = "/api/3/action/"

    /// The paths for what is published.
    static func document(_ holdings: any Holdings) -> String {
        let names = holdings.records.map(\.name)
        let plain: [(String, String, [Operation.Parameter])] = [
            ("status_show", "The site", []), ("site_read", "Whether the site can be read", []),
            ("package_list", "The names of the datasets", [limit, offset]),
            ("current_package_list_with_resources", "The datasets", [limit, offset]),
            ("package_show", "One dataset", [text("id", "The name or identifier of a dataset.", names)]),
            ("package_autocomplete", "Datasets by the beginning of a word", [text("q", "A word."), limit]),
            ("resource_show", "One file", [text("id", "The identifier of a file.")]),
            ("organization_list", "The territory and its communes", [full, limit, offset]),
            (
                "organization_show", "One of them",
                [text("id", "Its name or identifier."), truth("include_datasets", "Whether its datasets are given.")]
            ),
            ("group_list", "The themes", [full, limit, offset]),
            ("group_show", "One theme", [text("id", "Its name.")]),
            ("tag_list", "The keywords", [text("query", "A part of a keyword."), full]),
            ("tag_show", "One keyword", [text("id", "The keyword.")]),
            ("license_list", "The licences", []),
            (
                "datastore_info", "The columns of a dataset",
                [text("id", "The identifier of its CSV file, or its name.", names)]
            ),
        ]
        return DescribedPath.document(
            plain.map { described($0.0, $0.1, $0.2) } + [
                described("package_search", "Datasets by words and values", searchParameters),
                described(
                    "datastore_search", "The rows of a dataset",
                    [text("resource_id", "The identifier of its CSV file, or its name.", names)] + rowParameters),
            ])
    }

    private static func described(
        _ action: String, _ summary: String, _ parameters: [Operation.Parameter]
    ) -> DescribedPath {
        DescribedPath(
            path: base + action, id: "ckan_\(action)", tag: "CKAN", summary: summary, parameters: parameters,
            contents: [(CKANAPI.json, envelope)],
            faults: [
                (400, "The request is no call of an action, or the words of a search cannot be understood."),
                (403, "The action would change something."), (404, "There is no such thing."),
                (409, "An argument is missing or has a value that it may not have."),
            ],
            fault: (CKANAPI.json, ["anyOf": [["type": "string"], faultSchema]]), body: form)
    }

    /// What may be posted instead of parameters, for clients of CKAN post every action: the same names. CKAN reads
    /// values of any type that can be understood, so that no type is said.
    private static let form: JSON = ["type": "object"]

    // MARK: Parameters

    private static func text(_ name: String, _ words: String, _ values: [String] = []) -> Operation.Parameter {
        Operation.Parameter(
            name: name, description: words,
            schema: name == "id" && values.isEmpty
                ? ["type": "string", "minLength": 1]
                : values.isEmpty
                    ? ["type": "string"] : ["type": "string", "enum": .array(values.map(JSON.text))])
    }

    private static func truth(_ name: String, _ words: String) -> Operation.Parameter {
        Operation.Parameter(name: name, description: words, schema: ["type": "boolean"])
    }

    private static func count(
        _ name: String, _ words: String, usual: Int? = nil, most: Int? = nil
    ) -> Operation.Parameter {
        Operation.Parameter(
            name: name, description: words,
            schema: .members([
                "type": "integer", "minimum": 0, "maximum": most.map(JSON.integer), "default": usual.map(JSON.integer),
            ]))
    }

    private static let limit = count("limit", "How many at most.")
    private static let offset = count("offset", "How many are left out.")
    private static let full = truth("all_fields", "Whether more than names is given.")
    private static let searchParameters = [
        text("q", "Words, and field:value (Solr)."), text("fq", "More conditions (Solr)."),
        text(
            "sort", "name asc, title_string desc, metadata_modified desc…",
            ["name asc", "title_string asc", "metadata_modified desc", "score desc"]),
        count("rows", "How many at most; more than 1000 is 1000.", usual: 10),
        count("start", "How many are left out.", usual: 0),
        text("facet.field", "The fields whose values are counted: a JSON list."),
        Operation.Parameter(
            name: "facet.limit", description: "How many values of each are counted; less than 0 is all.",
            schema: ["type": "integer", "default": 50]),
    ]
    private static let rowParameters = [
        text("filters", "Values that fields must have: a JSON object."), text("q", "Words that must stand in the row."),
        truth("distinct", "Whether rows that are the same come once."),
        truth("plain", "Whether the words are plain, and no query of PostgreSQL."),
        count("limit", "How many at most.", usual: 100, most: CKANDatastore.most),
        count("offset", "How many are left out.", usual: 0), text("fields", "The columns, between commas."),
        text("sort", "The columns to sort by, between commas, each with asc or desc."),
        truth("include_total", "Whether the rows are counted."),
        text("records_format", "The form of the rows.", ["objects", "lists", "csv", "tsv"]),
    ]

    // MARK: Forms

    private static let envelope: JSON = [
        "type": "object", "required": ["help", "success", "result"],
        "properties": ["help": ["type": "string"], "success": ["type": "boolean", "enum": [true]], "result": [:]],
    ]
    private static let faultSchema: JSON = [
        "type": "object", "required": ["help", "success", "error"],
        "properties": [
            "help": ["type": "string"], "success": ["type": "boolean", "enum": [false]],
            "error": ["type": "object", "required": ["__type"]],
        ],
    ]
}
