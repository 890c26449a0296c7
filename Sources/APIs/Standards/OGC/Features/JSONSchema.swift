import Schemas

/// Structures as JSON Schema, for `/queryables`, `/sortables` and `/schema`.
enum JSONSchema {
    static let mediaType = "application/schema+json"
    /// What a client may accept to be given a schema.
    static let accepted = [mediaType, "application/json"]

    /// A document about properties. `additional` says whether there may be others: `false` where they are all.
    static func document(
        at address: String, title: String, description: String, _ properties: [JSON.Member], required: [String] = [],
        additional: Bool = false
    ) -> JSON {
        .members([
            "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": .text(address), "type": "object",
            "title": .text(title), "description": .text(description), "properties": .object(properties),
            "required": required.isEmpty ? nil : .array(required.map(JSON.text)),
            "additionalProperties": .boolean(additional),
        ])
    }

    /// A property of a field: its type as JSON writes it.
    static func property(_ field: Field, role: String? = nil, isWhole: Bool = false) -> JSON {
        let single = type(of: field)
        let typed: JSON =
            field.isList ? ["type": "array", "items": .object(single)] : .object(single)
        guard case .object(let members) = typed else { return typed }
        var all: [JSON.Member] = [.init(name: "title", value: .text(field.title))]
        if !field.description.isEmpty { all.append(.init(name: "description", value: .text(field.description))) }
        all += members
        if let unit = field.unit { all.append(.init(name: "x-ogc-unit", value: .text(unit))) }
        if let role { all.append(.init(name: "x-ogc-role", value: .text(role))) }
        return .object(all)
    }

    /// The property of the shape.
    static func geometry(_ title: String) -> JSON {
        ["title": .text(title), "format": "geometry-any", "x-ogc-role": "primary-geometry"]
    }

    private static func type(of field: Field) -> [JSON.Member] {
        func of(_ type: JSON, _ format: JSON? = nil) -> [JSON.Member] {
            var members: [JSON.Member] = [.init(name: "type", value: type)]
            if let format { members.append(.init(name: "format", value: format)) }
            return members
        }
        switch field.type {
        case .integer, .year: return of("integer")
        case .number: return of("number")
        case .boolean: return of("boolean")
        case .date: return of("string", "date")
        case .datetime: return of("string", "date-time")
        case .time: return of("string", "time")
        case .duration: return of("string", "duration")
        case .object, .geojson: return of("object")
        case .array: return of("array")
        default: break
        }
        let format: JSON? = field.format == "email" ? "email" : field.format == "uri" ? "uri" : nil
        let values = field.codes.isEmpty ? field.constraints.enumeration ?? [] : field.codes.map(\.value)
        guard !values.isEmpty else { return of("string", format) }
        return of("string", format) + [.init(name: "enum", value: .array(values.map(JSON.text)))]
    }
}
