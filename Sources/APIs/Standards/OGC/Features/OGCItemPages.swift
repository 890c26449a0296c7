import Editions
import Catalog
import Markup
import Schemas
import Tables
import Texts

extension OGCVisit {
    /// A page of items for people: a table of all their properties.
    func page(_ page: ItemPage, of source: FeatureSource, links: [Link]) -> PlainPage {
        let fields = source.fields
        let heads = fields.map { "<th scope=\"col\">\($0.title)</th>" as HTML }
        let rows = page.rows.map { row -> HTML in
            let uid = source.edition.uids[row]
            let item = address(["collections", source.id, "items", uid], [("f", "html")])
            let cells = fields.map { "<td>\(value($0, row, in: source))</td>" as HTML }
            return "<tr><th scope=\"row\"><a href=\"\(link: item)\">\(uid)</a></th>\(cells)</tr>\n"
        }
        let count = Text.count(
            page.matched, fr: ("objet répond", "objets répondent"), en: ("item answers", "items answer"))
        let caption = Text(
            fr: "\(count.fr) à la demande\u{00A0}; cette page en montre \(page.rows.count).",
            en: "\(count.en) the request; this page shows \(page.rows.count).")
        let identifier = Text(fr: "Identifiant de l'objet", en: "Identifier of the item").in(language)
        return self.page(
            source.title, under: [root, collectionsAbove, (source.title, ["collections", source.id])],
            """
            <p>\(source.description)</p>
            <table>
            <caption>\(caption.in(language))</caption>
            <thead><tr><th scope="col">\(identifier)</th>\(heads)</tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            \(list(links))
            """)
    }

    /// One item for people.
    func itemPage(_ row: Int, of source: FeatureSource, links: [Link]) -> PlainPage {
        let edition = source.edition
        let name = edition.schema.field(meaning: .name).flatMap { edition.table.value($0.name, row: row) } ?? ""
        var known = source.fields.map { (term: $0.title, words: value($0, row, in: source)) }
        if let shape = edition.positions[row] {
            known.append((term: Text(fr: "Forme (GeoJSON)", en: "Shape (GeoJSON)").in(language), words: shape.geoJSON))
        }
        return page(
            name.isEmpty ? edition.uids[row] : name,
            under: [
                root, collectionsAbove, (source.title, ["collections", source.id]),
                (Text(fr: "Objets", en: "Items").in(language), ["collections", source.id, "items"]),
            ], facts(known) + list(links))
    }

    /// A value for people.
    private func value(_ field: Field, _ row: Int, in source: FeatureSource) -> String {
        let text = source.edition.table.value(field.name, row: row) ?? ""
        guard let separator = field.separator, !separator.isEmpty else { return text }
        return text.split(separator: separator).joined(separator: ", ")
    }
}
