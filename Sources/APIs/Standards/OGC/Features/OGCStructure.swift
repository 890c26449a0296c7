import Editions
import Markup
import Queries
import Schemas
import Texts

extension OGCVisit {
    /// `/collections/{id}/queryables`: the properties that a filter may name.
    func queryables(of source: FeatureSource) throws -> APIResponse {
        var properties = source.fields.map { JSON.Member(name: $0.name, value: property($0, in: source)) }
        properties.append(.init(name: geometryName(in: source), value: JSONSchema.geometry(geometryTitle)))
        return try structure(
            of: source, "queryables", properties,
            Text(fr: "Ce que l'on peut demander", en: "What can be asked"))
    }

    /// `/collections/{id}/sortables`: the properties by which items can be sorted.
    func sortables(of source: FeatureSource) throws -> APIResponse {
        let properties = source.fields.filter { !$0.isList }.map {
            JSON.Member(name: $0.name, value: property($0, in: source))
        }
        return try structure(
            of: source, "sortables", properties,
            Text(fr: "Ce par quoi l'on peut trier", en: "What can be sorted by"))
    }

    /// `/collections/{id}/schema`: the properties that items have; with `f=geojson`, what an item is in GeoJSON.
    func schema(of source: FeatureSource) throws -> APIResponse {
        if request.parameter("f") == "geojson" {
            _ = try parameters()
            let address = address(["collections", source.id, "schema"], [("f", "geojson")])
            return answer(
                FeatureSchema.document(of: source, at: address, title: geometryTitle).bytes, JSONSchema.mediaType,
                links: [], tag: "\(source.edition.tag)-feature-\(language.rawValue)",
                modified: source.edition.modified)
        }
        var properties = source.fields.map { JSON.Member(name: $0.name, value: property($0, in: source)) }
        properties.append(.init(name: geometryName(in: source), value: JSONSchema.geometry(geometryTitle)))
        return try structure(
            of: source, "schema", properties, Text(fr: "La structure", en: "The structure"),
            required: source.fields.filter(\.isRequired).map(\.name))
    }

    private func structure(
        of source: FeatureSource, _ name: String, _ properties: [JSON.Member], _ title: Text, required: [String] = []
    ) throws -> APIResponse {
        let form = try form(parameters(), json: JSONSchema.accepted)
        let address = address(["collections", source.id, name])
        let document = JSONSchema.document(
            at: address, title: source.title, description: source.description, properties, required: required)
        let links = formLinks(form, json: JSONSchema.mediaType)
        return self.document(
            form, document, type: JSONSchema.mediaType, links: links, tag: source.edition.tag,
            modified: source.edition.modified
        ) {
            page(
                "\(title.in(language)) – \(source.title)",
                under: [root, collectionsAbove, (source.title, ["collections", source.id])],
                table(of: properties) + list(links))
        }
    }

    private func table(of properties: [JSON.Member]) -> HTML {
        func words(_ value: JSON?) -> String {
            switch value {
            case .text(let text): text
            case .array(let items): items.map(words).joined(separator: ", ")
            default: ""
            }
        }
        let rows = properties.map { property -> HTML in
            """
            <tr><th scope="row"><code>\(property.name)</code></th><td>\(words(property.value["title"]))</td>\
            <td>\(words(property.value["type"])) \(words(property.value["format"]))</td>\
            <td>\(words(property.value["description"])) \(words(property.value["enum"]))</td></tr>

            """
        }
        func head(_ fr: String, _ en: String) -> HTML {
            "<th scope=\"col\">\(Text(fr: fr, en: en).in(language))</th>"
        }
        let heads = [
            head("Nom", "Name"), head("Titre", "Title"), head("Type", "Type"), head("Description", "Description"),
        ]
        return "<table>\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n\(rows)</tbody>\n</table>"
    }

    private func property(_ field: Field, in source: FeatureSource) -> JSON {
        let isTime = source.time == .property(field.name)
        return JSONSchema.property(field, role: field.meaning == .uid ? "id" : isTime ? "primary-instant" : nil)
    }

    /// The shape is called `geometry`, unless a field bears the name.
    private func geometryName(in source: FeatureSource) -> String {
        source.edition.nameOfPlace
    }

    private var geometryTitle: String { Text(fr: "Position ou forme", en: "Position or shape").in(language) }
}
