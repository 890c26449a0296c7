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

    /// What happened after a cursor, the oldest first; of one dataset, or of all.
    func changes(since cursor: Int64, schema: String?, limit: Int) async throws -> ChangePage
}

extension Holdings {
    /// Where nobody writes files, none is known.
    public func writtenFiles(of name: String, commune: String?) -> [String: WrittenFile] { [:] }
}
