public import Markup
public import Catalog
public import Editions
public import Schemas
public import Texts

/// One release of a dataset: what it changed, and the files as they were then.
public struct VersionPage: Page {
    let schema: Schema
    let version: Version
    let changes: ChangePage
    let files: [FileLink]

    /// How many changes stand on one page.
    public static let size = 100
    /// The parameter of the address of the following changes.
    public static let following = "suite"

    /// The page of a release. `changes` are some of its changes, `files` those of the whole dataset as it was then.
    public init(schema: Schema, version: Version, changes: ChangePage, files: [FileLink]) {
        self.schema = schema
        self.version = version
        self.changes = changes
        self.files = files
    }

    private var release: Release { version.release }

    public var title: Text { Words.versionTitle(Written.day(release.publishedAt)) }
    public var trail: [Step] {
        [
            Step(title: Text(verbatim: schema.title), address: .dataset(schema.name)),
            Step(title: Words.versions, address: .versions(schema.name)),
        ]
    }

    public func content(_ visit: Visit, _ site: Site) -> HTML {
        var then = visit
        then.moment = PastMoment(asked: version.moment, words: Written.moment(release.publishedAt))
        return """
            <h1>\(visit(Words.versionTitle(Written.moment(release.publishedAt)))) \
            <span>\(schema.title) · \(release.commune.name)</span></h1>
            <p class="lead">\(visit(version.words)).</p>
            \(section(.added, Words.addedOnes, visit, site))
            \(section(.changed, Words.changedOnes, visit, site))
            \(section(.removed, Words.removedOnes, visit, site))
            \(site.hasPast ? live(visit, then: then) : nil)
            """
    }

    /// What only a server answers: the following changes, the dataset and its files as they were then.
    private func live(_ visit: Visit, then: Visit) -> HTML {
        """
        \(more(visit))
        <p><a href="\(link: then.link(.dataset(schema.name)))">\(visit(Words.seeThen))</a></p>
        \(Downloads(files: files, schema: schema.name, commune: nil, visit: then).html)
        <p class="origin"><a href="\(link: Address.changes([("publication", release.id)]).path)">\
        \(visit(Words.forPrograms))</a></p>
        """
    }

    private func section(_ kind: RowChange.Kind, _ title: Text, _ visit: Visit, _ site: Site) -> HTML? {
        let some = changes.changes.filter { $0.kind == kind }
        guard !some.isEmpty else { return nil }
        return """
            <section aria-labelledby="\(kind.rawValue)"><h2 id="\(kind.rawValue)">\(visit(title))</h2>
            <ol class="life">\(some.map { item($0, visit, site) })</ol></section>
            """
    }

    private func item(_ change: RowChange, _ visit: Visit, _ site: Site) -> HTML {
        let words = ChangeWords(change: change, schema: schema, visit: visit)
        let details = change.kind == .changed ? words.html : nil
        // What is no longer published has no file on a site of files.
        let name: HTML =
            site.hasPast ? "<a href=\"\(link: visit.link(.object(change.uid)))\">\(words.name)</a>" : "\(words.name)"
        return "<li><p>\(name)</p>\(details)</li>"
    }

    private func more(_ visit: Visit) -> HTML? {
        guard changes.hasMore else { return nil }
        let address = visit.here([Self.following: String(changes.next)])
        return "<p><a href=\"\(link: address)\" rel=\"next\">\(visit(Words.more))</a></p>"
    }
}
