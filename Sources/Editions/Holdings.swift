public import Catalog

/// Everything that is published, as one audience may see it: what the public faces are given.
public protocol Holdings: Sendable {
    /// Who publishes.
    var publisher: Publisher { get }
    /// The datasets, by title.
    var records: [DatasetRecord] { get }
    /// A short word that changes whenever anything is published.
    var tag: String { get }

    /// The structure of a dataset; nil if nothing of it is published.
    func structure(of name: String) -> PublicSchema?

    /// The rows of a dataset; nil if nothing of it is published.
    func edition(of name: String) async throws -> Edition?

    /// What is known of those files of a dataset that were written already, by the ends of their names; of the whole
    /// territory, or of one commune. Nothing is written because of this question.
    func writtenFiles(of name: String, commune: String?) -> [String: WrittenFile]

    /// What happened, the oldest first.
    func changes(_ query: ChangeQuery) async throws -> ChangePage

    /// The life of one object, in whichever dataset it is, the oldest change first; nothing where nobody may know of it.
    func life(of uid: String) async throws -> [RowChange]

    /// What was released, the newest first, without the numbers of rows.
    func releases(_ query: ReleaseQuery) async throws -> [Release]
}

extension Holdings {
    /// What happened after a cursor, the oldest first; of one dataset, or of all.
    public func changes(since cursor: Int64, schema: String?, limit: Int) async throws -> ChangePage {
        try await changes(ChangeQuery(since: cursor, schema: schema, limit: limit))
    }

    /// The codes that stand for a commune that is asked for by a code of today or of before a merger: its own and
    /// those of its districts.
    public func communes(answering code: String) -> Set<String> {
        Set(Place.codes(within: code) + (publisher.formerCodes[code].map { Place.codes(within: $0) } ?? []))
    }

    /// Where nobody writes files, none is known.
    public func writtenFiles(of name: String, commune: String?) -> [String: WrittenFile] { [:] }
}
