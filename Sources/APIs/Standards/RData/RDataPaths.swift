import Catalog
import Editions

/// The part of the OpenAPI document.
enum RDataPaths {
    /// The paths under some roots, for what is published.
    static func document(_ roots: [String], _ holdings: any Holdings) -> String {
        let tables = holdings.records.map { "\(RDataTables.schema).\(RDataTables.table($0.name))" }
        return DescribedPath.document(roots.flatMap { paths("/\($0)", tables) })
    }

    private static func paths(_ root: String, _ tables: [String]) -> [DescribedPath] {
        let table = Operation.Parameter(
            name: "table", place: "path", description: "The table.",
            schema: ["type": "string", "enum": .array(tables.map(JSON.text))])
        let field = Operation.Parameter(
            name: "field", place: "path", description: "The column.", schema: ["type": "string", "minLength": 1])
        let compact = Operation.Parameter(
            name: "compact", description: "Whether each different value is given once.",
            schema: ["type": "boolean", "default": true], canBeEmpty: true)
        let id = root.split(separator: "/").joined(separator: "_")
        return [
            described("\(root)/all.json", "\(id)_tables", "The tables", [], list("results")),
            described("\(root)/{table}.json", "\(id)_columns", "The columns of a table", [table], list("results")),
            described("\(root)/{table}/all.json", "\(id)_rows", "The rows of a table", [table] + page, list("values")),
            described("\(root)/{table}/all.csv", "\(id)_csv", "The rows of a table in CSV", [table] + page + csv, nil),
            described(
                "\(root)/{table}/{field}.json", "\(id)_values", "The values of a column",
                [table, field, compact] + bounds,
                list("values")),
        ]
    }

    private static func described(
        _ path: String, _ id: String, _ summary: String, _ parameters: [Operation.Parameter], _ schema: JSON?
    ) -> DescribedPath {
        DescribedPath(
            path: path, id: id, tag: "Grand Lyon", summary: summary,
            description: parameters.isEmpty ? nil : operators, parameters: parameters,
            contents: [schema.map { (RDataAPI.json, $0) } ?? ("text/csv; charset=utf-8", ["type": "string"])],
            faults: [
                (400, "A parameter has a value that it may not have."), (404, "There is no such thing."),
                (405, "The tables can only be read."),
            ],
            fault: (
                Problem.mediaType,
                [
                    "type": "object", "required": ["title", "status"],
                    "properties": [
                        "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
                        "detail": ["type": "string"],
                    ],
                ]
            ))
    }

    /// What depends on the columns of the table.
    private static let operators = """
        Rows are found by `field=…&value=…`, or by a column and an operator (eq, gt, gte, lt, lte, in): \
        `?commune__in=Bron,Mions&surface__gte=1000`.
        """

    private static let csv = [
        Operation.Parameter(
            name: "separator", description: "What stands between cells.",
            schema: ["type": "string", "enum": [";", ",", "|", "\t"]], canBeEmpty: true),
        Operation.Parameter(
            name: "ds", description: "What stands before decimals.",
            schema: ["type": "string", "enum": [".", ","]], canBeEmpty: true),
        Operation.Parameter(
            name: "geometry", description: "Whether there is a column of shapes (WKT).",
            schema: ["type": "string", "enum": ["on", "off"]], canBeEmpty: true),
    ]

    private static let bounds = [
        Operation.Parameter(
            name: "maxfeatures", description: "How many at most; -1 is all.",
            schema: ["type": "integer", "minimum": -1, "default": 1000],
            canBeEmpty: true),
        Operation.Parameter(
            name: "start", description: "The first one, counted from one.",
            schema: ["type": "integer", "minimum": 0, "default": 1],
            canBeEmpty: true),
    ]
    private static let page =
        bounds + [
            Operation.Parameter(
                name: "srsname", description: "The system of coordinates.",
                schema: ["type": "string", "enum": ["", "EPSG:4326", "EPSG:4171", "EPSG:4258"]]),
            Operation.Parameter(
                name: "filename", description: "The name under which a browser keeps the answer.",
                schema: ["type": "string"]),
        ]

    private static func list(_ name: String) -> JSON {
        [
            "type": "object", "required": [.text(name)],
            "properties": .object([.init(name: name, value: ["type": "array", "items": [:]])]),
        ]
    }
}
