import Catalog
public import Editions

extension ChangesAPI {
    public func paths(_ holdings: any Holdings) -> String {
        let names = JSON.array(holdings.records.map { .text($0.name) })
        let change: JSON = [
            "type": "object", "required": ["kind", "schema", "uid", "commune", "release", "date", "cursor", "values"],
            "properties": [
                "kind": ["type": "string", "enum": ["added", "changed", "removed"]], "schema": ["type": "string"],
                "uid": ["type": "string"], "commune": ["type": "string"], "release": ["type": "string"],
                "date": ["type": "string", "format": "date-time"], "cursor": ["type": "integer"],
                "values": [
                    "type": "object", "nullable": true, "additionalProperties": ["type": "string"],
                ],
            ],
        ]
        let page: JSON = [
            "type": "object", "required": ["changes", "next", "hasMore", "nextPage"],
            "properties": [
                "changes": ["type": "array", "items": change], "next": ["type": "integer"],
                "hasMore": ["type": "boolean"], "nextPage": ["type": "string"],
            ],
        ]
        let dataset: JSON =
            holdings.records.isEmpty ? ["type": "string"] : ["type": "string", "enum": names]
        let operation = Operation(
            id: "getChanges", tag: "Changements", summary: "What was added, changed and removed since a cursor.",
            parameters: [
                Operation.Parameter(
                    name: "depuis", description: "The `next` of the last page; nothing is the beginning.",
                    schema: ["type": "integer", "format": "int64", "minimum": 0]),
                Operation.Parameter(name: "jeu", description: "Only this dataset.", schema: dataset),
                Operation.Parameter(
                    name: "commune", description: "Only what the commune of this INSEE code released.",
                    schema: ["type": "string"]),
                Operation.Parameter(
                    name: "publication", description: "Only this release, by its identifier.",
                    schema: ["type": "string"]),
                Operation.Parameter(
                    name: "objet",
                    description:
                        "The life of one object, from its beginning to its end; 404 where there never was one.",
                    schema: ["type": "string"]),
                Operation.Parameter(
                    name: "limite", description: "How many changes a page holds, at most 1000.",
                    schema: ["type": "integer", "minimum": 1]),
            ],
            contents: [("application/json", page)])
        let document = JSON.object([JSON.Member(name: "/changements", value: operation.json)])
        return String(decoding: document.bytes, as: UTF8.self)
    }
}
