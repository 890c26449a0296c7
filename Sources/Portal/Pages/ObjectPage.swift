import Catalog
public import Markup
public import Schemas
public import Editions
import Tables
public import Texts

/// One object: everything that is known about it, in words.
public struct ObjectPage: Page {
    let object: PublishedObject
    let schema: Schema

    /// The page of an object of a dataset.
    public init(object: PublishedObject, schema: Schema) {
        self.object = object
        self.schema = schema
    }

    public var title: Text { Text(verbatim: name) }

    public var trail: [Step] {
        let place = object.release.commune
        return [
            Step(title: Text(verbatim: place.name), address: .commune(place.code)),
            Step(title: Text(verbatim: schema.title), address: .dataset(schema.name, of: place.code)),
        ]
    }

    public var canBeEmbedded: Bool { true }

    public func content(_ visit: Visit, _ site: Site) -> HTML {
        let features = MapFeature.features(of: object.table, schema: schema)
        let figure = MapFigure(
            features: features, source: .features, schema: schema, title: visit(Words.openMap(name)), caption: nil,
            site: site, visit: visit)
        let day = Written.day(object.release.publishedAt)
        let map: HTML? = figure.html.map { html in
            """
            <section aria-labelledby="ou"><h2 id="ou">\(visit(Words.whereItIs))</h2>\(address(visit))\(html)</section>
            """
        }
        let place: HTML? = features.isEmpty ? address(visit) : nil
        return """
            <article class="object">
            <h1>\(name) <span>\(schema.title)</span></h1>
            \(place)
            <div class="columns">
            <section aria-labelledby="details"><h2 id="details">\(visit(Words.details))</h2>
            <dl class="notes">\(known(visit))</dl>
            \(unknown(visit))
            </section>
            \(map)
            </div>
            <p class="origin">\(visit(Words.from(object.release.commune.name, day)))
            <a href="\(link: visit.link(.dataset(schema.name)))">\(visit(Words.seeAll))</a></p>
            </article>
            """
    }

    // MARK: - Details

    private func value(_ field: Field) -> String { object.table.value(field.name, row: 0) ?? "" }

    private func value(_ meaning: Field.Meaning) -> String { schema.field(meaning: meaning).map(value) ?? "" }

    private var name: String {
        [value(.name), value(.uid)].first { !$0.isEmpty } ?? schema.title
    }

    /// The address is said once, as a line, and the coordinates are on the map.
    private var shownFields: [Field] {
        let elsewhere: [Field.Meaning] = [.name, .houseNumber, .street, .postcode, .communeName, .uidNumber]
        let shown = schema.fields.filter { field in
            field.meaning.map { !elsewhere.contains($0) } ?? true
                && ![.geojson, .geopoint, .object].contains(field.type)
        }
        return shown.filter { !isTechnical($0) } + shown.filter(isTechnical)
    }

    private func isTechnical(_ field: Field) -> Bool {
        field.meaning.map { [.uid, .communeCode, .longitude, .latitude].contains($0) } ?? false
    }

    private func known(_ visit: Visit) -> [HTML] {
        shownFields.filter { !value($0).isEmpty }.map { field in
            "<dt>\(field.title)</dt><dd>\(FieldWords(field: field, visit: visit).html(value(field)))</dd>"
        }
    }

    private func unknown(_ visit: Visit) -> HTML? {
        let titles = shownFields.filter { value($0).isEmpty }.map(\.title)
        guard !titles.isEmpty else { return nil }
        return "<p class=\"missing\"><strong>\(visit(Words.unknown)) :</strong> \(titles.joined(separator: ", "))</p>"
    }

    private func address(_ visit: Visit) -> HTML? {
        let street = [value(.houseNumber), value(.street)].filter { !$0.isEmpty }.joined(separator: " ")
        let town = [value(.postcode), value(.communeName)].filter { !$0.isEmpty }.joined(separator: " ")
        let lines = [street, town].filter { !$0.isEmpty }
        return lines.isEmpty ? nil : "<address>\(lines.map { line -> HTML in "<span>\(line)</span>" })</address>"
    }
}
