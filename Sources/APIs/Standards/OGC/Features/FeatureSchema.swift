import Schemas

/// What one item is as GeoJSON, as JSON Schema. GDAL takes the types of fields from it; without it, those of the first
/// ten items would count for all.
enum FeatureSchema {
    /// The schema of the items of a collection.
    static func document(of source: FeatureSource, at address: String, title: String) -> JSON {
        let properties = source.fields.map { field in
            JSON.Member(name: field.name, value: JSONSchema.property(field))
        }
        let shape: JSON = ["title": .text(title), "format": "geometry-any"]
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": .text(address),
            "title": .text(source.title), "description": .text(source.description), "type": "object",
            "required": ["type", "id", "geometry", "properties"],
            "properties": [
                "type": ["type": "string", "enum": ["Feature"]], "id": ["type": "string"], "geometry": shape,
                "properties": ["type": "object", "properties": .object(properties)],
            ],
        ]
    }
}
