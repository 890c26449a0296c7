import Editions
import Catalog
import Markup
import Texts

extension OGCVisit {
    /// `/`: where everything else is.
    func landingPage() throws -> APIResponse {
        let form = try form(parameters(), json: ["application/json"])
        let title = holdings.publisher.name
        let description = Text(
            fr: "Les données ouvertes de \(title), ligne par ligne.",
            en: "The open data of \(title), row by row.")
        let links = formLinks(form, json: "application/json") + landingLinks
        let document: JSON = [
            "title": .text(title), "description": .text(description.in(language)), "links": links.json,
        ]
        return self.document(form, document, type: "application/json", links: links, tag: holdings.tag) {
            page(title, under: [], "<p>\(description.in(language))</p>\n\(list(links))")
        }
    }

    private var landingLinks: [Link] {
        func title(_ fr: String, _ en: String) -> String { Text(fr: fr, en: en).in(language) }
        let conformance = title("Les exigences respectées", "The requirements that are met")
        let data = title("Les collections", "The collections")
        return [
            Link(
                href: address(["api"], [("f", "json")]), rel: "service-desc", type: OpenAPI.mediaType,
                title: title("La description de l'API (OpenAPI)", "The definition of the API (OpenAPI)")),
            Link(
                href: address(["api"], [("f", "html")]), rel: "service-doc", type: "text/html",
                title: title("Le mode d'emploi de l'API", "The documentation of the API")),
            Link(href: address(["conformance"]), rel: "conformance", type: "application/json", title: conformance),
            Link(
                href: address(["conformance"]), rel: Relation.conformance, type: "application/json",
                title: conformance),
            Link(href: address(["collections"]), rel: "data", type: "application/json", title: data),
            Link(href: address(["collections"]), rel: Relation.data, type: "application/json", title: data),
            Link(
                href: address(["collections", shelf.name(holdings)]), rel: Relation.catalogue,
                type: "application/json", title: title("Le catalogue", "The catalogue")),
            Link(
                href: address(["tiles"]), rel: Relation.vectorTilesets, type: "application/json",
                title: title("Les tuiles vectorielles", "The vector tiles")),
            Link(
                href: address(["tileMatrixSets"]), rel: Relation.tilingSchemes, type: "application/json",
                title: title("Les découpages en tuiles", "The tile matrix sets")),
        ]
    }
}

/// The relations of links that OGC has named.
enum Relation {
    static let conformance = "http://www.opengis.net/def/rel/ogc/1.0/conformance"
    static let data = "http://www.opengis.net/def/rel/ogc/1.0/data"
    static let catalogue = "http://www.opengis.net/def/rel/ogc/1.0/ogc-catalog"
    static let queryables = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
    static let sortables = "http://www.opengis.net/def/rel/ogc/1.0/sortables"
    static let schema = "http://www.opengis.net/def/rel/ogc/1.0/schema"
    static let vectorTilesets = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"
    static let tilingSchemes = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes"
    static let tilingScheme = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"
}
