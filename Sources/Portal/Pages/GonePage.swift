public import Markup
import Catalog
public import Editions
public import Schemas
public import Texts

/// What is left of an object that is no longer published: when it went, and what it was last.
public struct GonePage: Page {
    let schema: Schema
    let life: [RowChange]
    private let facts: ObjectFacts?

    /// The page of an object that was removed. `life` is what happened to it, the newest first: its end.
    public init(schema: Schema, life: [RowChange]) {
        self.schema = schema
        self.life = life
        // What was hidden before it went is not shown.
        let last = life.first?.before ?? [:]
        facts = last.isEmpty ? nil : ObjectFacts(schema: schema, values: last)
    }

    public var title: Text { facts?.name.map { Text(verbatim: $0) } ?? Words.goneTitle }
    public var trail: [Step] { [Step(title: Text(verbatim: schema.title), address: .dataset(schema.name))] }

    public func content(_ visit: Visit, _ site: Site) -> HTML {
        let end = life.first.map { end -> HTML in
            let commune = site.communes.first { $0.code == end.commune }?.name ?? site.publisher.name
            return "<p class=\"lead\">\(visit(Words.gone(Written.day(end.date), commune)))</p>"
        }
        let known: HTML? = facts.map { facts in
            """
            <section aria-labelledby="details"><h2 id="details">\(visit(Words.lastKnown))</h2>\(facts.address)
            <dl class="notes">\(facts.known(visit))</dl></section>
            """
        }
        let subtitle: HTML? = facts == nil ? nil : "<span>\(visit(Words.goneTitle))</span>"
        return """
            <article class="object"><h1>\(visit(title)) \(subtitle)</h1>
            \(end)
            <p><a href="\(link: visit.link(.dataset(schema.name)))">\(visit(Words.seeAll))</a></p>
            \(known)
            \(LifeOfObject(life: life, schema: schema, site: site, visit: visit).html)
            </article>
            """
    }
}
