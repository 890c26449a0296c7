import Catalog
import Editions
import Foundation
import Markup
import Queries
import Schemas
import Tables
import Texts

extension OGCVisit {
    /// `/collections`: what can be asked for.
    func collections() async throws -> APIResponse {
        let form = try form(parameters(), json: ["application/json"])
        let all = try await allCollections()
        let links = formLinks(form, json: "application/json")
        let document: JSON = [
            "links": links.json, "crs": .array(CoordinateSystem.all.map { .text($0.uri) }),
            "collections": .array(all.map { description(of: $0, form: .json, isList: true) }),
            "numberMatched": .integer(all.count), "numberReturned": .integer(all.count),
        ]
        return self.document(form, document, type: "application/json", links: links, tag: holdings.tag) {
            let items = all.map { collection -> HTML in
                """
                <li><a href="\(link: address(["collections", collection.id]))">\(collection.title)</a>
                <p>\(collection.description)</p></li>

                """
            }
            return page(collectionsAbove.title, under: [root], "<ul>\n\(items)</ul>\n\(list(links))")
        }
    }

    /// `/collections/{id}`: what a collection is.
    func describe(_ collection: FeatureSource) throws -> APIResponse {
        let form = try form(parameters(), json: ["application/json"])
        let links = formLinks(form, json: "application/json") + self.links(of: collection)
        return document(
            form, description(of: collection, form: form, isList: false), type: "application/json", links: links,
            tag: collection.edition.tag, modified: collection.edition.modified
        ) {
            page(collection.title, under: [root, collectionsAbove], facts(about: collection) + list(links))
        }
    }

    /// What is said of a collection: the same in the list and by itself.
    private func description(of collection: FeatureSource, form: Form, isList: Bool) -> JSON {
        let own =
            isList
            ? [
                Link(
                    href: address(["collections", collection.id], [("f", "json")]), rel: "self",
                    type: "application/json", title: collection.title)
            ] : formLinks(form, json: "application/json")
        let record = collection.edition.record
        let keywords = record.schema.additions.keywords ?? []
        return .members([
            "id": .text(collection.id), "title": .text(collection.title), "description": .text(collection.description),
            "keywords": keywords.isEmpty ? nil : .array(keywords.map(JSON.text)),
            "attribution": .text(record.publisher), "license": .text(record.licence.id),
            "created": record.firstPublished.map { .text(Instants.text($0)) },
            "updated": record.lastPublished.map { .text(Instants.text($0)) },
            "links": (own + links(of: collection)).json, "extent": extent(of: collection),
            "itemType": .text(collection.itemType.rawValue),
            "type": collection.itemType == .record ? "Catalog" : nil,
            "crs": .array(CoordinateSystem.all.map { .text($0.uri) }), "storageCrs": .text(CoordinateSystem.crs84.uri),
        ])
    }

    /// Where and when its items are.
    private func extent(of collection: FeatureSource) -> JSON? {
        let spatial: JSON? = collection.extent.map {
            [
                "bbox": [[.number($0.west), .number($0.south), .number($0.east), .number($0.north)]],
                "crs": .text(CoordinateSystem.crs84.uri),
            ]
        }
        let temporal: JSON? = collection.firstAndLast.map { first, last in
            [
                "interval": [[.text(first), .text(last)]],
                "trs": "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
            ]
        }
        return spatial == nil && temporal == nil ? nil : .members(["spatial": spatial, "temporal": temporal])
    }

    /// What leads from a collection to its items, its structure, its tiles and its licence.
    func links(of collection: FeatureSource) -> [Link] {
        func text(_ fr: String, _ en: String) -> String { Text(fr: fr, en: en).in(language) }
        func below(_ name: String, _ form: String? = nil) -> String {
            address(["collections", collection.id, name], form.map { [("f", $0)] } ?? [])
        }
        let items = text("Les objets", "The items")
        let schemaType = JSONSchema.mediaType
        var links = [
            Link(href: below("items", "json"), rel: "items", type: GeoJSON.mediaType, title: items + " (GeoJSON)"),
            Link(href: below("items", "html"), rel: "items", type: "text/html", title: items + " (HTML)"),
            Link(
                href: below("queryables"), rel: Relation.queryables, type: schemaType,
                title: text("Ce que l'on peut demander", "What can be asked")),
            Link(
                href: below("sortables"), rel: Relation.sortables, type: schemaType,
                title: text("Ce par quoi l'on peut trier", "What can be sorted by")),
            Link(
                href: below("schema"), rel: Relation.schema, type: schemaType,
                title: text("La structure", "The structure")),
            // The relation is `describedby`, in any letters; GDAL knows it only so.
            Link(
                href: below("schema", "geojson"), rel: "describedBy", type: schemaType,
                title: text("La structure en GeoJSON", "The structure as GeoJSON")),
            Link(
                href: collection.edition.record.licence.url, rel: "license",
                title: collection.edition.record.licence.title.in(language)),
        ]
        if collection.itemType == .feature {
            links.append(
                Link(
                    href: below("tiles"), rel: Relation.vectorTilesets, type: "application/json",
                    title: text("Les tuiles vectorielles", "The vector tiles")))
            links.append(
                Link(
                    href: request.origin + "/jeux-de-donnees/" + WebText.encoded(collection.id), rel: "about",
                    type: "text/html", title: text("La page du jeu de données", "The page of the dataset")))
        }
        return links
    }

    private func facts(about collection: FeatureSource) -> HTML {
        let record = collection.edition.record
        func text(_ fr: String, _ en: String) -> String { Text(fr: fr, en: en).in(language) }
        return "<p>\(collection.description)</p>\n"
            + facts([
                (text("Identifiant", "Identifier"), collection.id),
                (text("Publié par", "Published by"), record.publisher),
                (text("Licence", "Licence"), record.licence.title.in(language)),
                (text("Rythme", "Rhythm"), record.frequency.title.in(language)),
                (text("Objets", "Items"), String(collection.edition.rowCount)),
                (
                    text(
                        "Emprise (degrés\u{00A0}: ouest, sud, est, nord)", "Extent (degrees: west, south, east, north)"),
                    collection.extent.map { "\($0.west), \($0.south), \($0.east), \($0.north)" } ?? ""
                ),
                (
                    text("Dates", "Dates"),
                    collection.firstAndLast.map { "\($0.first) – \($0.last)" } ?? ""
                ),
                (text("Mots-clés", "Keywords"), (record.schema.additions.keywords ?? []).joined(separator: ", ")),
                (
                    text("Systèmes de coordonnées", "Coordinate reference systems"),
                    CoordinateSystem.all.map(\.uri).joined(separator: " ")
                ),
            ])
    }
}

extension FeatureSource {
    /// The first and the last date of the items, as instants.
    var firstAndLast: (first: String, last: String)? {
        guard case .property(let name)? = time, let column = edition.column(of: name) else { return nil }
        let cells = edition.table.columns[column]
        var bounds: (first: String, last: String)?
        for code in 0..<cells.distinctCount {
            let text = cells.distinct(code).text
            guard Instants.isDay(text.prefix(10)) else { continue }
            let day = String(text.prefix(10))
            bounds = (min(bounds?.first ?? day, day), max(bounds?.last ?? day, day))
        }
        return bounds.map { ($0.first + "T00:00:00Z", $0.last + "T23:59:59Z") }
    }
}
