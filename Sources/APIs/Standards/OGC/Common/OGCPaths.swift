import Catalog
import Editions
import Schemas
import Texts

/// What the OGC APIs take and give, for the OpenAPI document.
struct OGCPaths {
    let holdings: any Holdings
    /// The identifier of the collection of records.
    let records: String

    /// All paths, each behind a prefix (`/ogc`, or nothing where the server's address ends with it).
    func all(under prefix: String) -> [JSON.Member] {
        (common + structures + items + tiles).map { JSON.Member(name: prefix + $0.name, value: $0.value) }
    }

    /// The short addresses of tiles, outside `/ogc`.
    var shortTiles: [JSON.Member] {
        guard !datasets.isEmpty else { return [] }
        return [
            .path(
                "/tuiles/{collectionId}.json",
                Operation(
                    id: "getTileJSON", tag: "Tiles", summary: "The vector tiles of a dataset (TileJSON 3.0).",
                    parameters: [collectionId(datasets), Self.language, format(["json"])],
                    contents: [("application/json", Self.object(["tilejson", "tiles", "vector_layers"]))])),
            .path(
                "/tuiles/{collectionId}/{z}/{x}/{y}.pbf",
                Operation(
                    id: "getShortTile", tag: "Tiles", summary: "A vector tile of a dataset.",
                    parameters: [
                        collectionId(datasets), Self.pathNumber("z", "The zoom."), Self.pathNumber("x", "The column."),
                        Self.pathNumber("y", "The row, from the north."), Self.language, Self.tileFormat,
                    ], contents: Self.tileContents)),
        ]
    }

    private var datasets: [String] { holdings.records.map(\.name) }

    // MARK: Common

    private var common: [JSON.Member] {
        [
            document("/", "getLandingPage", "Where everything is.", "Common", ["links"]),
            .path(
                "/api",
                Operation(
                    id: "getAPI", tag: "Common", summary: "This description.",
                    parameters: [format(["json", "html"]), Self.language],
                    contents: [
                        (OpenAPI.mediaType, Self.object(["openapi", "info", "paths"])), ("text/html", Self.text),
                    ])),
            document("/conformance", "getConformance", "The requirements that are met.", "Common", ["conformsTo"]),
            document("/collections", "getCollections", "All collections.", "Common", ["links", "collections"]),
            document(
                "/collections/{collectionId}", "getCollection", "One collection.", "Common", ["id", "links"],
                [collectionId(datasets + [records])]),
        ]
    }

    private var structures: [JSON.Member] {
        [
            ("queryables", "getQueryables", "The properties that a filter may name."),
            ("sortables", "getSortables", "The properties by which items can be sorted."),
            ("schema", "getSchema", "The properties that items have."),
        ].map { name, id, summary in
            .path(
                "/collections/{collectionId}/\(name)",
                Operation(
                    id: id, tag: "Features", summary: summary,
                    parameters: [
                        collectionId(datasets + [records]),
                        format(name == "schema" ? ["json", "html", "geojson"] : ["json", "html"]), Self.language,
                    ],
                    contents: [
                        (JSONSchema.mediaType, Self.object(["type", "properties"])), ("text/html", Self.text),
                    ]))
        }
    }

    private func document(
        _ path: String, _ id: String, _ summary: String, _ tag: String, _ required: [String],
        _ parameters: [Operation.Parameter] = []
    ) -> JSON.Member {
        .path(
            path,
            Operation(
                id: id, tag: tag, summary: summary,
                parameters: parameters + [format(["json", "html"]), Self.language],
                contents: [("application/json", Self.object(required)), ("text/html", Self.text)]))
    }

    // MARK: Items

    /// Each collection has its own path, since each has its own properties.
    private var items: [JSON.Member] {
        holdings.records.flatMap { record in
            items(of: holdings.structure(of: record.name)?.schema ?? record.schema, tag: "Features", isRecords: false)
        } + items(of: RecordShelf.structure(named: records).schema, tag: "Records", isRecords: true)
    }

    private func items(of schema: Schema, tag: String, isRecords: Bool) -> [JSON.Member] {
        let path = "/collections/\(schema.name)/items"
        let collection: JSON = [
            "type": "object", "required": ["type", "features"],
            "properties": [
                "type": ["type": "string", "enum": ["FeatureCollection"]], "timeStamp": ["type": "string"],
                "numberMatched": ["type": "integer", "minimum": 0],
                "numberReturned": ["type": "integer", "minimum": 0],
                "links": ["type": "array", "items": Self.object(["href"])],
                "features": ["type": "array", "items": Self.object(["type", "id", "geometry", "properties"])],
            ],
        ]
        return [
            .path(
                path,
                Operation(
                    id: "getItems_\(schema.name)", tag: tag, summary: schema.title,
                    parameters: ItemParameters(schema: schema, isRecords: isRecords).all
                        + [format(["json", "html"]), Self.language],
                    contents: [(GeoJSON.mediaType, collection), ("text/html", Self.text)])),
            .path(
                path + "/{featureId}",
                Operation(
                    id: "getItem_\(schema.name)", tag: tag, summary: "\(schema.title)\u{00A0}: one item.",
                    parameters: [
                        Operation.Parameter(
                            name: "featureId", place: "path", description: "The identifier of the item.",
                            schema: ["type": "string", "minLength": 1]), ItemParameters.crs("crs", "answer"),
                        format(["json", "html"]), Self.language,
                    ],
                    contents: [
                        (GeoJSON.mediaType, Self.object(["type", "id", "geometry", "properties", "links"])),
                        ("text/html", Self.text),
                    ])),
        ]
    }

    // MARK: Tiles

    private var tiles: [JSON.Member] {
        let set = Operation.Parameter(
            name: "tileMatrixSetId", place: "path", description: "The tile matrix set.",
            schema: ["type": "string", "enum": [.text(TileMatrixSet.name)]])
        let tile = [
            set, Self.pathNumber("tileMatrix", "The zoom."), Self.pathNumber("tileRow", "The row, from the north."),
            Self.pathNumber("tileCol", "The column, from the west."), Self.tileFormat, Self.language,
        ]
        func tilesets(_ above: String, _ id: String, _ parameters: [Operation.Parameter]) -> [JSON.Member] {
            [
                document(
                    above + "/tiles", "get\(id)Tilesets", "The tilesets.", "Tiles", ["tilesets"], parameters),
                document(
                    above + "/tiles/{tileMatrixSetId}", "get\(id)Tileset", "A tileset.", "Tiles",
                    ["dataType", "crs", "links"], parameters + [set]),
                .path(
                    above + "/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
                    Operation(
                        id: "get\(id)Tile", tag: "Tiles", summary: "A vector tile.", parameters: parameters + tile,
                        contents: Self.tileContents)),
            ]
        }
        let ofCollections =
            datasets.isEmpty ? [] : tilesets("/collections/{collectionId}", "Collection", [collectionId(datasets)])
        let tileJSON: [JSON.Member] =
            datasets.isEmpty
            ? []
            : [
                .path(
                    "/collections/{collectionId}/tiles/{tileMatrixSetId}/tilejson.json",
                    Operation(
                        id: "getCollectionTileJSON", tag: "Tiles", summary: "The tiles as TileJSON 3.0.",
                        parameters: [collectionId(datasets), set, format(["json"]), Self.language],
                        contents: [("application/json", Self.object(["tilejson", "tiles", "vector_layers"]))]))
            ]
        return tilesets("", "Dataset", []) + ofCollections + tileJSON + [
            document("/tileMatrixSets", "getTileMatrixSets", "The tile matrix sets.", "Tiles", ["tileMatrixSets"]),
            document(
                "/tileMatrixSets/{tileMatrixSetId}", "getTileMatrixSet", "A tile matrix set.", "Tiles",
                ["id", "tileMatrices"], [set]),
        ]
    }

    // MARK: Pieces

    private func collectionId(_ names: [String]) -> Operation.Parameter {
        Operation.Parameter(
            name: "collectionId", place: "path", description: "The identifier of the collection.",
            schema: ["type": "string", "enum": .array(names.map(JSON.text))])
    }

    private func format(_ words: [String]) -> Operation.Parameter {
        Operation.Parameter(
            name: "f", description: "The form of the answer, whatever the Accept header says.",
            schema: ["type": "string", "enum": .array(words.map(JSON.text))])
    }

    private static let tileFormat = Operation.Parameter(
        name: "f", description: "The form of the answer.", schema: ["type": "string", "enum": ["mvt", "pbf"]])

    private static let language = Operation.Parameter(
        name: "lang", description: "The language of titles and pages.",
        schema: ["type": "string", "enum": .array(Language.allCases.map { .text($0.rawValue) })])

    private static func pathNumber(_ name: String, _ description: String) -> Operation.Parameter {
        Operation.Parameter(
            name: name, place: "path", description: description, schema: ["type": "integer", "minimum": 0])
    }

    private static let tileContents: [(type: String, schema: JSON)] = [
        (VectorTile.mediaType, ["type": "string", "format": "binary"])
    ]

    private static let text: JSON = ["type": "string"]

    private static func object(_ required: [String]) -> JSON {
        ["type": "object", "required": .array(required.map(JSON.text))]
    }
}
