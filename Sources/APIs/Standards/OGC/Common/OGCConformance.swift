import Markup
import Texts

extension OGCVisit {
    /// `/conformance`: the requirements that are met.
    func conformance() throws -> APIResponse {
        let form = try form(parameters(), json: ["application/json"])
        let links = formLinks(form, json: "application/json")
        let document: JSON = ["conformsTo": .array(Conformance.classes.map(JSON.text)), "links": links.json]
        return self.document(form, document, type: "application/json", links: links, tag: "1") {
            let items = Conformance.classes.map { "<li><code>\($0)</code></li>\n" as HTML }
            return page(
                Text(fr: "Exigences respectées", en: "Conformance").in(language), under: [root],
                "<ul>\n\(items)</ul>\n\(list(links))")
        }
    }
}

/// The conformance classes that are met, as the standards name them.
enum Conformance {
    static let classes: [String] =
        under("ogcapi-common-1/1.0", ["core", "json", "html", "oas30"])
        + under("ogcapi-common-2/1.0", ["collections", "json", "html"])
        + under("ogcapi-features-1/1.0", ["core", "geojson", "html", "oas30"])
        + under("ogcapi-features-2/1.0", ["crs"])
        + under(
            "ogcapi-features-3/1.0", ["queryables", "queryables-query-parameters", "filter", "features-filter"])
        + under("ogcapi-features-8/1.0", ["sorting", "sortables", "features-sorting"])
        + under(
            "cql2/1.0",
            [
                "cql2-text", "cql2-json", "basic-cql2", "advanced-comparison-operators",
                "case-insensitive-comparison", "accent-insensitive-comparison", "basic-spatial-functions",
                "basic-spatial-functions-plus", "spatial-functions", "temporal-functions", "array-functions",
                "property-property", "functions", "arithmetic",
            ])
        + under(
            "ogcapi-tiles-1/1.0",
            ["core", "tileset", "tilesets-list", "dataset-tilesets", "geodata-tilesets", "mvt", "oas30"])
        + under(
            "ogcapi-records-1/1.0",
            [
                "record-core", "record-collection", "record-core-query-parameters", "searchable-catalog",
                "local-resources-catalog", "json", "html", "oas30", "sorting", "cql-filter",
            ])

    private static func under(_ standard: String, _ names: [String]) -> [String] {
        names.map { "http://www.opengis.net/spec/\(standard)/conf/\($0)" }
    }
}
