import Catalog
import Editions
import Texts

/// The part of the OpenAPI document.
struct CKANPaths {
    private static let base = "/api/3/action/"
    private let catalogue: CKANCatalogue

    /// The paths for what is published.
    init(_ holdings: any Holdings) { catalogue = CKANCatalogue(holdings, origin: "", language: .french) }

    var document: String {
        DescribedPath.document((packages + organizations + rows).map { described($0.action, $0.summary, $0.takes) })
    }

    private typealias Action = (action: String, summary: String, takes: [Operation.Parameter])

    private var names: [String] { catalogue.records.map(\.name) }

    private var packages: [Action] {
        typealias Take = CKANParameters
        return [
            ("status_show", "The site", []), ("site_read", "Whether the site can be read", []),
            ("package_list", "The names of the datasets", [Take.limit, Take.offset]),
            ("current_package_list_with_resources", "The datasets", [Take.limit, Take.offset]),
            ("package_show", "One dataset", [Take.choice("id", "The name or identifier of a dataset.", names)]),
            ("package_search", "Datasets by words and values", Take.search),
            (
                "package_autocomplete", "Datasets by the beginning of a word",
                [Take.text("q", "A word."), Take.limit]
            ),
            ("resource_show", "One file", [Take.text("id", "The identifier of a file.")]),
        ]
    }

    private var organizations: [Action] {
        typealias Take = CKANParameters
        return [
            ("organization_list", "The territory and its communes", [Take.full, Take.limit, Take.offset]),
            (
                "organization_show", "One of them",
                [
                    Take.choice("id", "Its name or identifier.", catalogue.organizations.map(\.name)),
                    Take.truth("include_datasets", "Whether its datasets are given."),
                ]
            ),
            ("group_list", "The themes", [Take.full, Take.limit, Take.offset]),
            ("group_show", "One theme", [Take.choice("id", "Its name.", catalogue.themes.map { $0.lowercased() })]),
            ("tag_list", "The keywords", [Take.text("query", "A part of a keyword."), Take.full]),
            ("tag_show", "One keyword", [Take.choice("id", "The keyword.", catalogue.tags)]),
            ("license_list", "The licences", []),
        ]
    }

    private var rows: [Action] {
        typealias Take = CKANParameters
        let words = "The identifier of its CSV file, or its name."
        return [
            ("datastore_info", "The columns of a dataset", [Take.choice("id", words, names)]),
            ("datastore_search", "The rows of a dataset", [Take.choice("resource_id", words, names)] + Take.rows),
        ]
    }

    private func described(
        _ action: String, _ summary: String, _ parameters: [Operation.Parameter]
    ) -> DescribedPath {
        DescribedPath(
            path: Self.base + action, id: "ckan_\(action)", tag: "CKAN", summary: summary, parameters: parameters,
            contents: [(CKANAPI.json, Self.envelope)],
            faults: [
                (400, "The request is no call of an action, or the words of a search cannot be understood."),
                (403, "The action would change something."), (404, "There is no such thing."),
                (409, "An argument is missing or has a value that it may not have."),
            ],
            fault: (CKANAPI.json, ["anyOf": [["type": "string"], Self.faultSchema]]), body: Self.form)
    }

    /// What may be posted instead of parameters, for clients of CKAN post every action: the same names. CKAN reads
    /// values of any type that can be understood, so that no type is said.
    private static let form: JSON = ["type": "object"]

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
