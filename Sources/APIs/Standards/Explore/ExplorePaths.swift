import Catalog
import Editions
import Exports

/// The part of the OpenAPI document.
struct ExplorePaths {
    private let datasets: [String]
    private static let base = "/api/explore/v2.1/catalog"

    /// The paths for what is published.
    init(_ holdings: any Holdings) { datasets = holdings.records.map(\.name) }

    var document: String {
        DescribedPath.document(catalogue + records)
    }

    private var catalogue: [DescribedPath] {
        [
            path("", "exploreCatalog", "The parts of the catalogue", [], Self.linksSchema),
            path(
                "/datasets", "exploreDatasets", "The datasets of the catalogue",
                Self.clauses + [Self.limit, Self.offset] + Self.facetFilters + Self.habits + Self.additions,
                Self.page(of: Self.datasetSchema)),
            path(
                "/facets", "exploreCatalogFacets", "How often values occur among the datasets",
                [Self.condition, Self.facet] + Self.facetFilters + Self.habits, Self.facetsSchema),
            path("/exports", "exploreCatalogExports", "The formats of the catalogue", [], Self.linksSchema),
            file(
                "/exports/{format}", "exploreCatalogExport", "The catalogue as a file",
                [Self.choice("format", ExploreCatalogue.formats, place: "path", "The format.")], redirects: true),
            path(
                "/datasets/{dataset_id}", "exploreDataset", "One dataset", [dataset] + Self.habits + Self.additions,
                Self.datasetSchema),
        ]
    }

    private var records: [DescribedPath] {
        let root = "/datasets/{dataset_id}"
        let object: JSON = ["type": "object"]
        return [
            path(
                "\(root)/records", "exploreRecords", "The records of a dataset",
                [dataset] + Self.clauses + [Self.limit, Self.offset] + Self.facetFilters + Self.habits + Self.additions,
                Self.page(of: object)),
            path(
                "\(root)/records/{record_id}", "exploreRecord", "One record",
                [dataset, Self.text("record_id", place: "path", "The identifier of the object."), Self.selection]
                    + Self.habits + Self.additions, object),
            path(
                "\(root)/facets", "exploreFacets", "How often values occur among the records",
                [dataset, Self.condition, Self.facet] + Self.facetFilters + Self.habits, Self.facetsSchema),
            path("\(root)/attachments", "exploreAttachments", "Attached files: none", [dataset], object),
            path("\(root)/exports", "exploreExports", "The formats of a dataset", [dataset], Self.linksSchema),
            file(
                "\(root)/exports/{format}", "exploreExport", "The records as a file",
                [dataset, Self.choice("format", ExploreRecords.allFormats, place: "path", "The format.")],
                redirects: false),
        ]
    }

    // MARK: Paths

    private func path(
        _ path: String, _ id: String, _ summary: String, _ parameters: [Operation.Parameter], _ schema: JSON
    ) -> DescribedPath {
        DescribedPath(
            path: Self.base + path, id: id, tag: "Explore (Opendatasoft)", summary: summary, parameters: parameters,
            contents: [(ExploreAPI.json, schema)], faults: Self.faults, fault: (ExploreAPI.json, Self.faultSchema))
    }

    private func file(
        _ path: String, _ id: String, _ summary: String, _ parameters: [Operation.Parameter], redirects: Bool
    ) -> DescribedPath {
        var described = self.path(
            path, id, summary,
            parameters + Self.clauses + [Self.fileLimit] + Self.facetFilters + Self.habits + Self.csv, [:])
        described.contents = Self.fileTypes.map { ($0, [:]) }
        described.redirects = redirects
        return described
    }

    private static let fileTypes: [String] = {
        let own = [
            ExploreAPI.json, ExploreCSV.mediaType, "application/jsonl; charset=utf-8",
            "application/geo+json; charset=utf-8",
        ]
        return own + Formats.all.map(\.mediaType).filter { !own.contains($0) }
    }()

    private static let faults: [DescribedPath.Fault] = [
        (400, "A parameter has a value that it may not have, or a clause cannot be understood."),
        (404, "There is no such thing."), (405, "The API can only be read."),
    ]

    // MARK: Parameters

    private var dataset: Operation.Parameter {
        Self.choice("dataset_id", datasets, place: "path", "The dataset.")
    }

    private static func text(_ name: String, place: String = "query", _ words: String) -> Operation.Parameter {
        Operation.Parameter(
            name: name, place: place, description: words,
            schema: place == "path" ? ["type": "string", "minLength": 1] : ["type": "string"])
    }

    private static func choice(
        _ name: String, _ values: [String], place: String = "query", _ words: String
    ) -> Operation.Parameter {
        Operation.Parameter(
            name: name, place: place, description: words,
            schema: ["type": "string", "enum": .array(values.map(JSON.text))])
    }

    private static func whole(
        _ name: String, _ least: Int, _ most: Int?, usual: Int, _ words: String
    ) -> Operation.Parameter {
        Operation.Parameter(
            name: name, description: words,
            schema: .members([
                "type": "integer", "minimum": .integer(least), "maximum": most.map(JSON.integer),
                "default": .integer(usual),
            ]))
    }

    private static func truth(_ name: String, usual: Bool, _ words: String) -> Operation.Parameter {
        Operation.Parameter(name: name, description: words, schema: ["type": "boolean", "default": .boolean(usual)])
    }

    private static let selection = text("select", "What is given of each record (ODSQL).")
    private static let condition = text("where", "What must be true of a record (ODSQL).")
    private static let clauses = [
        selection, condition, text("group_by", "What records are grouped by (ODSQL)."),
        text("order_by", "What records are sorted by (ODSQL)."),
    ]
    private static let limit = whole(
        "limit", -1, 100, usual: 10, "How many; up to 20,000 groups where records are grouped.")
    private static let offset = whole(
        "offset", 0, 10_000, usual: 0, "How many are left out; with the limit, at most 10,000.")
    private static let fileLimit = whole("limit", -1, nil, usual: -1, "How many; -1 is all.")
    private static let facet = text("facet", "A field whose values are counted; may come several times.")
    private static let facetFilters = [
        text("refine", "A value that a field must have, as field:value; may come several times."),
        text("exclude", "A value that a field must not have, as field:value; may come several times."),
    ]
    private static let habits = [
        choice("lang", ExploreQuestion.languages, "The language of names of days and months."),
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
    private static let additions = [
        truth("include_links", usual: false, "Whether links are given."),
        truth("include_app_metas", usual: false, "Whether the identifier and the date of each record are given."),
    ]
    private static let csv = [
        choice("delimiter", [";", ",", "\t", "|"], "What stands between the cells of CSV."),
        text("list_separator", "What stands between the values of a list in CSV."),
        truth("with_bom", usual: true, "Whether CSV begins with a byte order mark."),
        truth("quote_all", usual: false, "Whether all cells of CSV stand between quotes."),
        truth("use_labels", usual: false, "Whether the header of CSV has the titles of the fields."),
    ]

    // MARK: Forms

    private static let faultSchema: JSON = [
        "type": "object", "required": ["error_code", "message"],
        "properties": ["error_code": ["type": "string"], "message": ["type": "string"]],
    ]
    private static let links: JSON = [
        "type": "array",
        "items": [
            "type": "object", "required": ["href", "rel"],
            "properties": ["href": ["type": "string"], "rel": ["type": "string"]],
        ],
    ]
    private static let linksSchema: JSON = [
        "type": "object", "required": ["links"], "properties": ["links": links],
    ]
    private static let datasetSchema: JSON = [
        "type": "object",
        "properties": [
            "dataset_id": ["type": "string"], "dataset_uid": ["type": "string"],
            "attachments": ["type": "array", "items": [:]],
            "has_records": ["type": "boolean"], "data_visible": ["type": "boolean"],
            "features": ["type": "array", "items": ["type": "string"]], "metas": ["type": "object"],
            "fields": ["type": "array", "items": ["type": "object"]],
        ],
    ]
    private static let facetsSchema: JSON = [
        "type": "object", "required": ["facets"],
        "properties": [
            "links": links,
            "facets": [
                "type": "array",
                "items": [
                    "type": "object", "required": ["name", "facets"],
                    "properties": [
                        "name": ["type": "string"], "facets": ["type": "array", "items": ["type": "object"]],
                    ],
                ],
            ],
        ],
    ]

    private static func page(of item: JSON) -> JSON {
        [
            "type": "object", "required": ["results"],
            "properties": [
                "total_count": ["type": "integer"], "_links": links, "results": ["type": "array", "items": item],
            ],
        ]
    }
}
