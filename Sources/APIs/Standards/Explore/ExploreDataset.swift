import Catalog
import Editions
import Foundation
import Markup
import Schemas
import Tables
import Texts

/// A dataset as Opendatasoft describes it.
struct ExploreDataset: Sendable {
    private let edition: Edition
    private let publisher: Publisher
    private let language: Language

    init(_ edition: Edition, publisher: Publisher, language: Language) {
        self.edition = edition
        self.publisher = publisher
        self.language = language
    }

    /// When anything of it was last released.
    var modified: Date { edition.record.lastPublished ?? Date(timeIntervalSince1970: 0) }

    /// The description.
    var json: JSON {
        [
            "dataset_id": .text(edition.name), "dataset_uid": .text(Self.uid(of: edition.name)),
            "attachments": [], "has_records": .boolean(edition.rowCount > 0), "data_visible": true,
            "features": .array(features.map(JSON.text)), "metas": ["default": metas],
            "fields": .array(edition.exploreFields.map(\.json)),
        ]
    }

    /// The same as a row of the catalogue, where lists have a line for each item.
    var row: [String: String] {
        let schema = edition.schema
        return [
            "dataset_id": edition.name, "title": schema.title, "description": schema.description,
            "theme": themes.joined(separator: "\n"), "keyword": keywords.joined(separator: "\n"),
            "publisher": publisher.name, "license": licence.title.in(language), "license_url": licence.url,
            "language": "fr", "modified": modified.formatted(.iso8601),
            "records_count": String(edition.rowCount), "features": features.joined(separator: "\n"),
            "territory": territories.joined(separator: "\n"),
        ]
    }

    // MARK: Parts

    private var licence: Licence { edition.record.licence }

    private var keywords: [String] { edition.schema.additions.keywords ?? [] }

    /// The communes that publish it.
    private var territories: [String] { edition.record.communes.map(\.name) }

    private var themes: [String] {
        guard let code = edition.schema.additions.theme else { return [] }
        return [Theme(rawValue: code)?.title.in(language) ?? code]
    }

    /// What can be done with the records.
    private var features: [String] {
        let places = ExplorePlaces.of(edition)
        let hasTimes = edition.schema.fields.contains { $0.type == .date || $0.type == .datetime }
        return ["analyze"] + (places.hasPoints || places.hasShapes ? ["geo"] : []) + (hasTimes ? ["timeserie"] : [])
    }

    private var metas: JSON {
        let time = JSON.text(String(modified.formatted(.iso8601).dropLast()) + "+00:00")
        let communes = JSON.array(territories.map(JSON.text))
        return [
            "title": .text(edition.schema.title), "description": .text(Self.markup(edition.schema.description)),
            "theme": themes.isEmpty ? nil : .array(themes.map(JSON.text)),
            "keyword": keywords.isEmpty ? nil : .array(keywords.map(JSON.text)),
            "license": .text(licence.title.in(language)), "license_url": .text(licence.url), "language": "fr",
            "metadata_languages": ["fr"], "timezone": "Europe/Paris", "modified": time,
            "modified_updates_on_metadata_change": false, "modified_updates_on_data_change": true,
            "data_processed": time, "metadata_processed": time, "geographic_reference": nil,
            "geographic_reference_auto": false, "territory": communes, "geometry_types": geometryTypes,
            "bbox": bbox, "publisher": .text(publisher.name), "references": nil,
            "records_count": .integer(edition.rowCount), "attributions": .array([.text(publisher.name)]),
            "source_domain": nil, "source_domain_title": nil, "source_domain_address": nil, "source_dataset": nil,
            "shared_catalog": nil, "federated": false, "oauth_scope": nil, "parent_domain": nil,
            "update_frequency": .text(edition.record.frequency.title.in(language)),
        ]
    }

    private var geometryTypes: JSON {
        let places = ExplorePlaces.of(edition)
        guard places.hasPoints || places.hasShapes else { return nil }
        let names = places.hasShapes ? Set(edition.table.geometries.compactMap { $0?.typeName }) : ["Point"]
        return .array(names.sorted().map(JSON.text))
    }

    private var bbox: JSON {
        guard let box = edition.extent else { return nil }
        let corners = [
            (box.west, box.south), (box.east, box.south), (box.east, box.north), (box.west, box.north),
            (box.west, box.south),
        ]
        return [
            "type": "Feature",
            "geometry": [
                "type": "Polygon",
                "coordinates": [.array(corners.map { [.number($0.0), .number($0.1)] })],
            ],
            "properties": [:],
        ]
    }

    /// Plain text as markup, as descriptions are on portals of Opendatasoft.
    private static func markup(_ text: String) -> String {
        guard !text.isEmpty else { return "" }
        return ("<p>\(text)</p>" as HTML).text
    }

    /// A short name that is the same for ever: `da_` with six signs worked out of the identifier.
    private static func uid(of name: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let signs = String(hash % 2_176_782_336, radix: 36)
        return "da_" + String(repeating: "0", count: 6 - signs.count) + signs
    }
}
