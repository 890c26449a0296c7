public import Markup
public import Schemas
public import Texts

/// A schema explained to whoever fills it in: each column with good and bad examples.
public struct ModelPage: Page {
    let schema: Schema
    let size: Int

    /// The documentation of a schema. `size` is that of its JSON document, in bytes.
    public init(schema: Schema, size: Int) {
        self.schema = schema
        self.size = size
    }

    public var title: Text { Words.modelTitle(schema.title) }
    public var trail: [Step] { [Step(title: Text(verbatim: schema.title), address: .dataset(schema.name))] }

    public func content(_ visit: Visit, _ site: Site) -> HTML {
        """
        <h1>\(visit(Words.modelTitle(schema.title)))</h1>
        <p class="lead">\(visit(Words.modelLead))</p>
        <p>\(schema.description)</p>
        <p><a href="\(link: Address.modelDocument(schema.name).path)" download>\(visit(Words.documentLink)), \
        \(visit(Written.size(size)))</a></p>
        <section aria-labelledby="apercu"><h2 id="apercu">\(visit(Words.overview))</h2>\(overview(visit))</section>
        <section aria-labelledby="colonnes"><h2 id="colonnes">\(visit(Words.fields))</h2>
        \(schema.fields.map { FieldNote(field: $0, visit: visit).html })
        </section>
        """
    }

    private func overview(_ visit: Visit) -> HTML {
        let rows = schema.fields.map { field -> HTML in
            let note = FieldNote(field: field, visit: visit)
            return """
                <tr><th scope="row"><a href="#\(field.name)"><code>\(field.name)</code></a></th><td>\(field.title)</td>\
                <td>\(visit(note.kind))</td><td>\(visit(note.obligation))</td></tr>
                """
        }
        return """
            <div class="scroll" role="region" aria-labelledby="legende" tabindex="0"><table>
            <caption class="unseen" id="legende">\(visit(Words.fieldTable))</caption>
            <thead><tr><th scope="col">\(visit(Words.column))</th><th scope="col">\(visit(Words.title))</th>\
            <th scope="col">\(visit(Words.kind))</th><th scope="col">\(visit(Words.obligation))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}
