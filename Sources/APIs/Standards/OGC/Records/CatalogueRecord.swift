import Texts
import Catalog
import Foundation
import Schemas
import Tables

/// What the catalogue says about one dataset, as a record of OGC API Records (*record core*).
struct CatalogueRecord {
    let record: DatasetRecord
    private let publisher: Publisher
    private let origin: String

    init(_ record: DatasetRecord, publisher: Publisher, origin: String) {
        self.record = record
        self.publisher = publisher
        self.origin = origin
    }

    /// The identifier: the name of the dataset.
    var id: String { record.name }

    /// The rectangle around the dataset.
    var shape: Geometry? {
        guard let extent = record.extent, extent.west < extent.east, extent.south < extent.north else {
            return record.extent.map { .point(Coordinate(longitude: $0.west, latitude: $0.south)) }
        }
        func corner(_ longitude: Double, _ latitude: Double) -> Coordinate {
            Coordinate(longitude: longitude, latitude: latitude)
        }
        return .polygon([
            [
                corner(extent.west, extent.south), corner(extent.east, extent.south),
                corner(extent.east, extent.north), corner(extent.west, extent.north),
                corner(extent.west, extent.south),
            ]
        ])
    }

    /// The values that can be asked for.
    var values: [String: String] {
        [
            "type": "dataset", "title": record.schema.title, "description": record.schema.description,
            "keywords": keywords.joined(separator: "|"), "publisher": record.publisher,
            "license": record.licence.id, "language": "fr", "theme": record.schema.additions.theme ?? "",
            "created": record.firstPublished.map(Instants.text) ?? "",
            "updated": record.lastPublished.map(Instants.text) ?? "", "externalIds": page,
        ]
    }

    /// The record as JSON, up to its links.
    var text: [UInt8] {
        var bytes: [UInt8] = []
        bytes += "{\"type\":\"Feature\",\"id\":".utf8
        JSON.text(id).write(to: &bytes)
        bytes +=
            ",\"conformsTo\":[\"http://www.opengis.net/spec/ogcapi-records-1/1.0/req/record-core\"],\"geometry\":".utf8
        if let shape { GeometryText().write(shape, to: &bytes) } else { bytes += "null".utf8 }
        bytes += ",\"time\":".utf8
        time.write(to: &bytes)
        bytes += ",\"properties\":".utf8
        properties.write(to: &bytes)
        return bytes
    }

    /// Where the dataset is: its page, its items, its files, its structure.
    var links: [Link] {
        let name = WebText.encoded(id)
        func link(_ path: String, _ rel: String, _ type: String, _ title: String) -> Link {
            Link(href: origin + path, rel: rel, type: type, title: title)
        }
        return [
            link("/jeux-de-donnees/\(name)", "about", "text/html", record.schema.title),
            link("/ogc/collections/\(name)", "item", "application/json", "OGC API Features"),
            link("/ogc/collections/\(name)/items?f=json", "item", GeoJSON.mediaType, "GeoJSON"),
            link("/fichiers/\(name)/territoire.csv", "enclosure", "text/csv", "CSV"),
            link("/fichiers/\(name)/territoire.geojson", "enclosure", GeoJSON.mediaType, "GeoJSON"),
            link("/modeles/\(name)", "describedby", "text/html", record.schema.title),
            Link(href: record.licence.url, rel: "license", title: record.licence.title.fr),
        ]
    }

    private var keywords: [String] { record.schema.additions.keywords ?? [] }
    private var page: String { "\(origin)/jeux-de-donnees/\(WebText.encoded(id))" }

    private var time: JSON {
        guard let first = record.firstPublished, let last = record.lastPublished else { return .null }
        return ["interval": [.text(Instants.text(first)), .text(Instants.text(last))]]
    }

    private var properties: JSON {
        let contact = JSON.members([
            "name": .text(publisher.name), "organization": .text(publisher.name),
            "emails": publisher.email.map { [["value": .text($0)]] }, "roles": ["publisher"],
        ])
        let theme: JSON? = record.schema.additions.theme.map {
            [
                [
                    "concepts": [["id": .text($0)]],
                    "scheme": "http://publications.europa.eu/resource/authority/data-theme",
                ]
            ]
        }
        let french: JSON = ["code": "fr", "name": "français", "dir": "ltr"]
        return .members([
            "type": "dataset", "title": .text(record.schema.title), "description": .text(record.schema.description),
            "keywords": .array(keywords.map(JSON.text)), "themes": theme,
            "created": record.firstPublished.map { .text(Instants.text($0)) },
            "updated": record.lastPublished.map { .text(Instants.text($0)) }, "language": french,
            "resourceLanguages": [french], "externalIds": [["scheme": .text(origin), "value": .text(page)]],
            "formats": [
                ["name": "CSV", "mediaType": "text/csv"], ["name": "GeoJSON", "mediaType": .text(GeoJSON.mediaType)],
            ], "contacts": [contact], "license": .text(record.licence.id), "rights": .text(record.licence.summary.fr),
        ])
    }

    /// The structure of what can be asked for, as a Table Schema.
    static func structure(named name: String) -> Data {
        func field(_ name: String, _ title: String, _ type: String = "string", _ ours: JSON? = nil) -> JSON {
            .members(["name": .text(name), "title": .text(title), "type": .text(type), "gabarit": ours])
        }
        let schema: JSON = [
            "name": .text(name), "title": "Catalogue", "version": "1.0.0",
            "description":
                "Ce que l'on sait de chaque jeu de données\u{00A0}: titre, thème, licence, contact, fichiers.",
            "fields": [
                field("type", "Type"), field("title", "Titre", "string", ["meaning": "name"]),
                field("description", "Description"),
                field("keywords", "Mots-clés", "string", ["separator": "|"]), field("theme", "Thème"),
                field("publisher", "Publié par"), field("license", "Licence"), field("language", "Langue"),
                field("created", "Première publication", "datetime"),
                field("updated", "Dernière publication", "datetime"),
                field("externalIds", "Adresses", "string", ["separator": " "]),
            ],
        ]
        return Data(schema.bytes)
    }
}
