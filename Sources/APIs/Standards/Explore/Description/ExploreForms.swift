/// The forms of the answers of the Explore API, as JSON schemas.
enum ExploreForms {
    /// `{"error_code","message"}`
    static let fault: JSON = [
        "type": "object", "required": ["error_code", "message"],
        "properties": ["error_code": ["type": "string"], "message": ["type": "string"]],
    ]

    /// `{"links":[{"rel","href"}]}`
    static let links: JSON = ["type": "object", "required": ["links"], "properties": ["links": list(of: link)]]

    /// The description of a dataset.
    static let dataset: JSON = [
        "type": "object",
        "properties": [
            "dataset_id": text, "dataset_uid": text, "attachments": list(of: [:]), "has_records": truth,
            "data_visible": truth, "features": list(of: text), "metas": ["type": "object"],
            "fields": list(of: ["type": "object"]),
        ],
    ]

    /// `{"facets":[{"name","facets":[…]}]}`
    static let facets: JSON = [
        "type": "object", "required": ["facets"],
        "properties": [
            "links": list(of: link),
            "facets": list(of: [
                "type": "object", "required": ["name", "facets"],
                "properties": ["name": text, "facets": list(of: ["type": "object"])],
            ]),
        ],
    ]

    /// `{"total_count","results":[…]}`
    static func page(of item: JSON) -> JSON {
        [
            "type": "object", "required": ["results"],
            "properties": [
                "total_count": ["type": "integer"], "_links": list(of: link), "results": list(of: item),
            ],
        ]
    }

    private static let text: JSON = ["type": "string"]
    private static let truth: JSON = ["type": "boolean"]
    private static let link: JSON = [
        "type": "object", "required": ["href", "rel"], "properties": ["href": text, "rel": text],
    ]

    private static func list(of item: JSON) -> JSON { ["type": "array", "items": item] }
}
