import Markup
import Catalog
import Editions
import Schemas
import Texts

/// What happened to one object, the newest first.
struct LifeOfObject {
    let life: [RowChange]
    let schema: Schema
    let site: Site
    let visit: Visit

    /// Older changes are left to programs.
    private static let most = 50

    var html: HTML? {
        guard !life.isEmpty, !visit.isEmbedded else { return nil }
        let items = life.prefix(Self.most).enumerated().map { item($1, isFirst: $0 == life.count - 1) }
        let note: HTML? = life.count > Self.most ? "<p>\(visit(Words.older(Self.most)))</p>" : nil
        let address = Address.changes([("objet", life[0].uid)])
        let programs: HTML? =
            site.hasPast ? "<p><a href=\"\(link: address.path)\">\(visit(Words.forPrograms))</a></p>" : nil
        return """
            <section aria-labelledby="vie"><h2 id="vie">\(visit(Words.history))</h2>
            <ol class="life">\(items)</ol>\(note)\(programs)</section>
            """
    }

    private func item(_ change: RowChange, isFirst: Bool) -> HTML {
        let day = visit(Written.day(change.date))
        let moment: HTML = "<a href=\"\(link: visit.link(.version(change.schema, change.release)))\">\(day)</a>"
        let commune = site.communes.first { $0.code == change.commune }
        let what =
            switch change.kind {
            case .added: isFirst ? Words.added : Words.addedAgain
            case .changed: Words.changed
            case .removed: Words.removed
            }
        let who: HTML? = commune.map { " \(visit(Words.by($0.name)))" }
        let words = change.kind == .changed ? ChangeWords(change: change, schema: schema, visit: visit).html : nil
        return "<li><p><strong>\(moment)</strong> \(visit(what))\(who)</p>\(words)</li>"
    }
}
