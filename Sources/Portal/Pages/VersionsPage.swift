public import Markup
public import Catalog
public import Foundation
import Schemas
public import Texts

/// The life of a dataset: everything that was released of it, the newest first.
public struct VersionsPage: Page {
    let record: DatasetRecord
    let commune: Place?
    let versions: [Version]
    let number: Int
    let total: Int
    /// The last day that can be asked for (`2026-11-22`).
    let today: String

    /// How many releases stand on one page.
    public static let size = 25

    /// One page of the releases of a dataset, or of one commune of it. `number` is that of the page, from 1; `total`
    /// how many releases there are; `now` the last moment that can be asked for.
    public init(
        record: DatasetRecord, commune: Place?, versions: [Version], number: Int, total: Int, now: Date
    ) {
        self.record = record
        self.commune = commune
        self.versions = versions
        self.number = number
        self.total = total
        today = Written.isoDay(now)
    }

    public var title: Text {
        Text(
            fr: "\(Words.versionsTitle.fr) · \(record.schema.title)",
            en: "\(Words.versionsTitle.en) · \(record.schema.title)")
    }
    public var trail: [Step] { [Step(title: Text(verbatim: record.schema.title), address: .dataset(record.name))] }

    public func content(_ visit: Visit, _ site: Site) -> HTML {
        """
        <h1>\(visit(Words.versionsTitle)) <span>\(record.schema.title)</span></h1>
        <p class="lead">\(visit(Words.versionsLead))</p>
        \(site.hasPast ? dayForm(visit) : nil)
        \(choice(visit))
        \(table(visit, site))
        \(Pagination(number: number, pageCount: max(1, (total + Self.size - 1) / Self.size), visit: visit).html)
        """
    }

    /// Any day can be read.
    private func dayForm(_ visit: Visit) -> HTML {
        let address = commune.map { Address.dataset(record.name, of: $0.code) } ?? .dataset(record.name)
        let first: HTML? = record.firstPublished.map { " min=\"\(Written.isoDay($0))\"" }
        return """
            <form class="filter" action="\(link: address.path)" method="get">
            <p><label for="jour">\(visit(Words.onDay))</label>
            <input type="date" id="jour" name="\(PastMoment.parameter)" required\(first) max="\(today)"></p>
            \(KeptParameters(visit: visit).html)
            <p class="actions"><button type="submit">\(visit(Words.show))</button></p>
            </form>
            """
    }

    private func choice(_ visit: Visit) -> HTML? {
        guard record.communes.count > 1 else { return nil }
        let options = record.communes.map { place -> HTML in
            let selected: HTML = place.code == commune?.code ? " selected" : ""
            return "<option value=\"\(place.code)\"\(selected)>\(place.name)</option>"
        }
        return """
            <form class="filter" action="\(link: visit.path)" method="get">
            <p><label for="commune">\(visit(Words.commune))</label>
            <select id="commune" name="commune"><option value="">\(visit(Words.wholeTerritory))</option>\(options)</select></p>
            \(KeptParameters(visit: visit).html)
            <p class="actions"><button type="submit">\(visit(Words.show))</button></p>
            </form>
            """
    }

    private func table(_ visit: Visit, _ site: Site) -> HTML {
        let headings = [Words.publishedOn, Words.commune, Words.whatChanged] + (site.hasPast ? [Words.thisState] : [])
        guard !versions.isEmpty else { return "<p class=\"empty\">\(visit(Words.noVersion))</p>" }
        return """
            <div class="scroll" role="region" aria-labelledby="legende" tabindex="0">
            <table class="list" role="table"><caption id="legende">\(visit(Words.releases)) \
            <span>\(visit(.number(total)))</span></caption>
            <thead role="rowgroup"><tr role="row">\(headings.map { heading($0, visit) })</tr></thead>
            <tbody role="rowgroup">\(versions.map { row($0, visit, site) })</tbody></table></div>
            """
    }

    private func heading(_ title: Text, _ visit: Visit) -> HTML {
        "<th scope=\"col\" role=\"columnheader\">\(visit(title))</th>"
    }

    private func row(_ version: Version, _ visit: Visit, _ site: Site) -> HTML {
        let release = version.release
        let own = visit.link(.version(record.name, release.id))
        return """
            <tr role="row"><th scope="row" role="rowheader">\(visit(Written.moment(release.publishedAt)))</th>
            <td role="cell" data-label="\(visit(Words.commune))">\(release.commune.name)</td>
            <td role="cell" data-label="\(visit(Words.whatChanged))"><a href="\(link: own)">\(visit(version.words))</a></td>
            \(site.hasPast ? state(version, visit) : nil)</tr>
            """
    }

    /// Where the dataset of the commune can be read as it was then.
    private func state(_ version: Version, _ visit: Visit) -> HTML {
        let address = Address.dataset(record.name, of: version.release.commune.code)
        let then = visit.link(address, [(PastMoment.parameter, version.moment)])
        return """
            <td role="cell" data-label="\(visit(Words.thisState))"><a href="\(link: then)">\(visit(Words.readThen))</a></td>
            """
    }
}
