import Schemas
import Databases
public import Editions
public import Tables

/// The rows of a dataset that an audience may see, a few thousand at a time. It lives only inside the body that it is
/// given to.
public final class RowStream {
    /// The structure, without the fields that the audience may not see.
    public let structure: PublicSchema
    /// The tag of the edition that these rows make.
    public let tag: String
    /// The names of the fields.
    public let fields: [String]
    private let dataset: Dataset
    private let audience: Audience
    private let batch: Int
    private let session: any Session
    private var place = 0
    private var mark = EditionRows.Mark()
    /// What is left to read of a state of the past; nil reads the state of today.
    private var versions: PastVersions?

    init(_ dataset: Dataset, _ audience: Audience, _ batch: Int, _ session: any Session) throws {
        self.dataset = dataset
        self.audience = audience
        self.batch = max(1, batch)
        self.session = session
        tag = dataset.tag(audience)
        structure = try dataset.structure(for: audience)
        fields = structure.schema.fields.map(\.name)
        versions = try dataset.versions(in: session)
    }

    /// The next rows; nil after the last ones. A batch may be empty where none of its rows may be seen.
    public func next() throws -> CleanTable? {
        guard place < dataset.records.count else { return nil }
        let record = dataset.records[place]
        guard let document = dataset.document(of: record) else { preconditionFailure("a release has its document") }
        var rows = EditionRows(fields: fields)
        let source = EditionRows.Source(
            record: record, owner: place, sight: dataset.sight(of: record, document, fields: fields, audience),
            isNamed: dataset.isNamed(document, structure))
        if versions != nil {
            guard let some = versions?.next(of: place, atMost: batch) else {
                place += 1
                return rows.table
            }
            try rows.add(source, some, in: session)
        } else if let stopped = try rows.add(source, after: mark, limit: batch, in: session) {
            mark = stopped
        } else {
            place += 1
            mark = EditionRows.Mark()
        }
        return rows.table
    }
}
