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
    let life: [RowChange]
    private let facts: ObjectFacts

    /// The page of an object of a dataset. `life` is what happened to it, the newest first.
    public init(object: PublishedObject, schema: Schema, life: [RowChange] = []) {
        self.object = object
        self.schema = schema
        self.life = life
        let table = object.table
        facts = ObjectFacts(
            schema: schema,
            values: Dictionary(zip(table.fields, table.row(0)), uniquingKeysWith: { first, _ in first }))
    }

    private var name: String { facts.name ?? schema.title }

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
            <section aria-labelledby="ou"><h2 id="ou">\(visit(Words.whereItIs))</h2>\(facts.address)\(html)</section>
            """
        }
        let place: HTML? = features.isEmpty ? facts.address : nil
        return """
            <article class="object">
            <h1>\(name) <span>\(schema.title)</span></h1>
            \(place)
            <div class="columns">
            <section aria-labelledby="details"><h2 id="details">\(visit(Words.details))</h2>
            <dl class="notes">\(facts.known(visit))</dl>
            \(facts.unknown(visit))
            </section>
            \(map)
            </div>
            \(LifeOfObject(life: life, schema: schema, site: site, visit: visit).html)
            <p class="origin">\(visit(Words.from(object.release.commune.name, day)))
            <a href="\(link: visit.link(.dataset(schema.name)))">\(visit(Words.seeAll))</a></p>
            </article>
            """
    }
}
