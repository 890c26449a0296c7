/// One path that can be read, as OpenAPI describes it, with the faults that its standard has.
struct DescribedPath {
    /// A fault: its status, and when it comes.
    typealias Fault = (status: Int, description: String)

    /// The path from the root of the site, with `{variables}`.
    var path: String
    /// The name of the operation for programs that are made from the document.
    var id: String
    var tag: String
    var summary: String
    /// What more there is to know; nil where the summary says it all.
    var description: String?
    var parameters: [Operation.Parameter] = []
    /// What comes back, by media type.
    var contents: [(type: String, schema: JSON)]
    /// What else may come back.
    var faults: [Fault]
    /// The media type and the form of the faults.
    var fault: (type: String, schema: JSON)
    /// What may be posted instead of parameters; nil where nothing may.
    var body: JSON?
    /// Whether the answer may be another address.
    var redirects = false

    /// The member of the *paths* object.
    var member: JSON.Member {
        let get = operation(id, parameters, body: nil)
        var item: [JSON.Member] = [.init(name: "get", value: get)]
        if let body {
            let posted: JSON = [
                "required": .boolean(body["required"] != nil), "content": ["application/json": ["schema": body]],
            ]
            item.append(
                .init(
                    name: "post", value: operation(id + "_post", parameters.filter { $0.place == "path" }, body: posted)
                ))
        }
        return JSON.Member(name: path, value: .object(item))
    }

    private func operation(_ id: String, _ parameters: [Operation.Parameter], body: JSON?) -> JSON {
        JSON.members([
            "operationId": .text(id), "tags": [.text(tag)], "summary": .text(summary),
            "description": description.map(JSON.text), "parameters": .array(parameters.map(\.json)),
            "requestBody": body, "responses": responses,
        ])
    }

    private var responses: JSON {
        let content = JSON.object(contents.map { .init(name: $0.type, value: ["schema": $0.schema]) })
        var all: [JSON.Member] = [
            .init(name: "200", value: ["description": "What was asked for.", "content": content])
        ]
        if redirects { all.append(.init(name: "302", value: ["description": "It stands at another address."])) }
        for fault in faults {
            all.append(
                .init(
                    name: String(fault.status),
                    value: [
                        "description": .text(fault.description),
                        "content": .object([.init(name: self.fault.type, value: ["schema": self.fault.schema])]),
                    ]))
        }
        return .object(all)
    }

    /// Some paths as a *paths* object, as JSON text.
    static func document(_ paths: [DescribedPath]) -> String {
        String(decoding: JSON.object(paths.map(\.member)).bytes, as: UTF8.self)
    }
}
