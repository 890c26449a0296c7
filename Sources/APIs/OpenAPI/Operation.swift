/// One thing that can be asked for, as OpenAPI describes it.
struct Operation {
    /// A parameter.
    struct Parameter {
        var name: String
        var place = "query"
        var description: String
        var schema: JSON
        /// Whether a list is written between commas.
        var isList = false
        /// Whether nothing behind the sign of equality (`limit=`) is as if it were not given.
        var canBeEmpty = false

        var json: JSON {
            .members([
                "name": .text(name), "in": .text(place), "description": .text(description),
                "required": .boolean(place == "path"), "schema": schema,
                "style": isList ? "form" : nil, "explode": isList ? false : nil,
                "allowEmptyValue": canBeEmpty ? true : nil,
            ])
        }
    }

    /// The name of the operation for programs that are made from the document.
    var id: String
    var tag: String
    var summary: String
    var parameters: [Parameter] = []
    /// What comes back, by media type.
    var contents: [(type: String, schema: JSON)]

    /// The item of a path: all operations are readings.
    var json: JSON {
        [
            "get": [
                "operationId": .text(id), "tags": [.text(tag)], "summary": .text(summary),
                "parameters": .array(parameters.map(\.json)), "responses": responses,
            ]
        ]
    }

    private var responses: JSON {
        let content = JSON.object(contents.map { .init(name: $0.type, value: ["schema": $0.schema]) })
        func problem(_ description: JSON) -> JSON {
            ["description": description, "content": [Problem.mediaType: ["schema": Self.problemSchema]]]
        }
        return [
            "200": ["description": "What was asked for.", "content": content],
            "400": problem("A parameter is unknown or has a wrong value."),
            "404": problem("There is no such thing."),
            "406": problem("It is not written in any of the accepted media types."),
            "default": problem("Something went wrong."),
        ]
    }

    private static let problemSchema: JSON = [
        "type": "object", "required": ["title", "status"],
        "properties": [
            "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
            "detail": ["type": "string"],
        ],
    ]
}

extension JSON.Member {
    /// The path of an operation.
    static func path(_ path: String, _ operation: Operation) -> JSON.Member {
        JSON.Member(name: path, value: operation.json)
    }
}
