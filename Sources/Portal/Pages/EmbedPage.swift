public import Catalog
public import Markup
import Schemas
public import Texts

/// How a town shows the data on its own site: codes to copy.
public struct EmbedPage: Page {
    let records: [DatasetRecord]
    let schema: String?
    let commune: String?
    let origin: String

    /// The page for one choice of dataset and commune. `origin` begins every absolute address (`https://example.fr`).
    public init(records: [DatasetRecord], schema: String?, commune: String?, origin: String) {
        self.records = records
        self.schema = schema
        self.commune = commune
        self.origin = origin
    }

    public var title: Text { Words.embedTitle }

    public func content(_ visit: Visit, _ site: Site) -> HTML {
        """
        <h1>\(visit(Words.embedTitle))</h1>
        <p class="lead">\(visit(Words.embedLead))</p>
        \(form(visit, site))
        \(codes(visit, site))
        """
    }

    private var record: DatasetRecord? { records.first { $0.name == schema } ?? records.first }

    private func form(_ visit: Visit, _ site: Site) -> HTML {
        let datasets = records.map { option($0.name, $0.schema.title, isChosen: $0.name == record?.name) }
        let communes = site.communes.map { option($0.code, $0.name, isChosen: $0.code == commune) }
        return """
            <form class="filter" action="\(link: Address.embed.path)" method="get">
            <p><label for="modele">\(visit(Words.dataset))</label><select id="modele" name="modele">\(datasets)</select></p>
            <p><label for="commune">\(visit(Words.commune))</label><select id="commune" name="commune">
            <option value="">\(visit(Words.wholeTerritory))</option>\(communes)</select></p>
            \(KeptParameters(visit: visit).html)
            <p class="actions"><button type="submit">\(visit(Words.prepareCode))</button></p>
            </form>
            """
    }

    private func option(_ value: String, _ name: String, isChosen: Bool) -> HTML {
        let selected: HTML = isChosen ? " selected" : ""
        return "<option value=\"\(value)\"\(selected)>\(name)</option>"
    }

    private func codes(_ visit: Visit, _ site: Site) -> HTML? {
        guard let record else { return nil }
        let place = commune.flatMap { code in site.communes.first { $0.code == code } }
        let page = (place.map { Address.dataset(record.name, of: $0.code) } ?? .dataset(record.name)).path
        let name =
            place.map { "\(record.schema.title), \($0.name)" } ?? "\(record.schema.title), \(site.publisher.name)"
        let frame: HTML = """
            <iframe src="\(link: origin + page + "?embed=1")" title="\(name)" width="100%" height="700" \
            style="border:0" loading="lazy"></iframe>
            """
        let anchor: HTML = "<a href=\"\(link: origin + page)\">\(name)</a>"
        let data = origin + Address.file(record.name, commune: place?.code, "geojson").path
        return """
            <section aria-labelledby="codes"><h2 id="codes">\(name)</h2>
            \(code("cadre", Words.frameCode, Words.frameHint, frame.text, visit))
            \(code("lien", Words.linkCode, Words.linkHint, anchor.text, visit))
            \(code("donnees", Words.dataCode, Words.dataHint, data, visit))
            </section>
            <section aria-labelledby="apercu"><h2 id="apercu">\(visit(Words.preview))</h2>
            <iframe class="preview" src="\(link: page + "?embed=1")" title="\(visit(Words.preview)) : \(name)" loading="lazy">\
            </iframe></section>
            """
    }

    private func code(_ id: String, _ title: Text, _ hint: Text, _ text: String, _ visit: Visit) -> HTML {
        """
        <p class="code"><label for="\(id)">\(visit(title))</label><span id="\(id)-aide">\(visit(hint))</span>
        <textarea id="\(id)" rows="3" readonly spellcheck="false" aria-describedby="\(id)-aide">\(text)</textarea></p>
        """
    }
}
