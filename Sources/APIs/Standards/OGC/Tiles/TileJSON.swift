import Catalog
import Editions
import Markup
import Schemas
import Tables
import Texts

extension OGCVisit {
    /// The tiles of a dataset as maps want them described (TileJSON 3.0).
    func tileJSON(of source: FeatureSource) throws -> APIResponse {
        _ = try parameters().choice("f", of: ["json"])
        let record = source.edition.record
        let fields = source.fields.map { field -> JSON.Member in
            let type =
                switch field.isList ? .string : field.type {
                case .integer, .number, .year: "Number"
                case .boolean: "Boolean"
                default: "String"
                }
            return .init(name: field.name, value: .text(type))
        }
        let template = "\(request.origin)/tuiles/\(WebText.encoded(source.id))/{z}/{x}/{y}.pbf"
        let extent = source.extent
        let document = JSON.members([
            "tilejson": "3.0.0", "tiles": [.text(template)], "name": .text(source.title),
            "description": .text(source.description),
            "attribution": .text("\(record.publisher) – \(record.licence.title.in(language))"), "scheme": "xyz",
            "version": "1.0.0", "minzoom": 0, "maxzoom": .integer(MapTile.usefulZoom),
            "bounds": extent.map { [.number($0.west), .number($0.south), .number($0.east), .number($0.north)] },
            "center": extent.map { [.number(($0.west + $0.east) / 2), .number(($0.south + $0.north) / 2), 12] },
            "vector_layers": [
                .members([
                    "id": .text(source.id), "description": .text(source.title), "minzoom": 0,
                    "maxzoom": .integer(MapTile.usefulZoom), "fields": .object(fields),
                ])
            ],
        ])
        return answer(
            document.bytes, "application/json", links: [], tag: "\(source.edition.tag)-\(language.rawValue)",
            modified: source.edition.modified)
    }
}
