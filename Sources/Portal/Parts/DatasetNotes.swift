import Catalog
import Markup
import Schemas
import Texts

/// What must be known to reuse a dataset: licence, rhythm, quality, structure, and which commune published what.
struct DatasetNotes {
    let record: DatasetRecord
    let commune: Place?
    let score: QualityScore?
    let visit: Visit

    var html: HTML {
        """
        <section aria-labelledby="a-propos"><h2 id="a-propos">\(visit(Words.about))</h2>
        <dl class="notes">
        <dt>\(visit(Words.publisher))</dt><dd>\(commune?.name ?? record.publisher)</dd>
        <dt>\(visit(Words.licence))</dt><dd><a href="\(link: record.licence.url)" rel="license">\
        \(visit(record.licence.title))</a>. \(visit(record.licence.summary))</dd>
        \(dates)
        <dt>\(visit(Words.quality))</dt><dd>\(visit(record.quality.sentence))\(sheet)</dd>
        <dt>\(visit(Words.structure))</dt><dd><a href="\(link: visit.link(.model(record.name)))">\
        \(visit(Words.readStructure))</a> \(version)</dd>
        \(versions)
        <dt>\(visit(Words.embed))</dt><dd><a href="\(link: embedAddress)">\(visit(Words.prepareCode))</a></dd>
        </dl>
        \(provenance)
        </section>
        """
    }

    /// How good the sheet is, and how the next point is gained.
    private var sheet: HTML? { score.map { " \(visit($0.sentence))" } }

    private var dates: HTML {
        let last: HTML? = record.lastPublished.map { day in
            "<dt>\(visit(Words.lastUpdate))</dt><dd>\(visit(Written.day(day)))</dd>"
        }
        return "\(last)<dt>\(visit(Words.rhythm))</dt><dd>\(visit(record.frequency.title))</dd>"
    }

    private var versions: HTML {
        let address = visit.link(.versions(record.name), [("commune", commune?.code ?? "")])
        return """
            <dt>\(visit(Words.versions))</dt><dd><a href="\(link: address)">\(visit(Words.versionsOf))</a></dd>
            """
    }

    private var version: HTML? {
        record.schema.version.isEmpty ? nil : "(\(visit(Words.version(record.schema.version))))"
    }

    private var embedAddress: String {
        visit.link(.embed, [("modele", record.name), ("commune", commune?.code ?? "")])
    }

    private var provenance: HTML? {
        guard commune == nil, !record.releases.isEmpty else { return nil }
        let rows = record.releases.map { release -> HTML in
            """
            <tr><th scope="row"><a href="\(link: visit.link(.dataset(record.name, of: release.commune.code)))">\
            \(release.commune.name)</a></th><td class="number">\(visit(.number(release.rowCount)))</td>\
            <td>\(visit(Written.day(release.publishedAt)))</td><td>\(visit(Quality([release]).sentence))</td></tr>
            """
        }
        return """
            <div class="scroll" role="region" aria-labelledby="provenance" tabindex="0"><table>
            <caption id="provenance">\(visit(Words.provenance))</caption>
            <thead><tr><th scope="col">\(visit(Words.commune))</th><th scope="col" class="number">\
            \(visit(Words.rowsHeader))</th><th scope="col">\(visit(Words.lastUpdate))</th>\
            <th scope="col">\(visit(Words.quality))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}
