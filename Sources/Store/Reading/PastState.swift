public import Catalog
import Databases
public import Editions
public import Foundation

/// A dataset as it was published at a moment, as an audience may know it today.
public struct PastState: Sendable {
    /// What is said about it: the releases that were the current ones then, without the numbers of their rows.
    public let record: DatasetRecord
    /// How many rows there are to look at, the hidden ones too: how long it takes, and nothing to be shown.
    public let size: Int
    /// The structure of today, under which the rows of then are given.
    public let structure: PublicSchema
    /// A short word that changes with what is given. It changes with every release of the dataset too: what is hidden
    /// now is hidden in the past, so that nothing that was made before can be given again.
    public let tag: String
    /// The moment.
    public let moment: Date
    /// Who reads.
    public let audience: Audience
}

extension ReleaseStore {
    /// What was published of a dataset at a moment, without its rows; nil if nothing was yet.
    public func state(
        of schema: String, at moment: Date, for audience: Audience = .everybody, by publisher: String = ""
    ) async throws -> PastState? {
        try await database.read { session in
            guard let dataset = try Dataset(schema, at: moment, in: session) else { return nil }
            let structure = try dataset.structure(for: audience)
            return PastState(
                record: try dataset.record(structure, for: audience, publisher: publisher, in: session),
                size: dataset.records.reduce(0) { $0 + $1.release.rowCount }, structure: structure,
                tag: dataset.tag(audience), moment: moment, audience: audience)
        }
    }

    /// The rows of a dataset as they were published at a moment, as far as an audience may see them today; nil if
    /// nothing was published yet.
    public func edition(
        of schema: String, at moment: Date, for audience: Audience = .everybody, by publisher: String = ""
    ) async throws -> Edition? {
        try await database.read { session in
            try Dataset(schema, at: moment, in: session)?.edition(for: audience, publisher: publisher, in: session)
        }
    }

    /// The same rows, a few at a time: for files too long to be held in memory.
    public func stream<Result: Sendable>(
        _ schema: String, at moment: Date, for audience: Audience = .everybody,
        _ body: @escaping @Sendable (RowStream) throws -> Result
    ) async throws -> Result? {
        try await database.read { session in
            guard let dataset = try Dataset(schema, at: moment, in: session) else { return nil }
            return try body(RowStream(dataset, audience, PastVersions.batch, session))
        }
    }

    /// One object as it was published at a moment; nil if it was not.
    public func object(
        _ uid: String, of schema: String, at moment: Date, for audience: Audience = .everybody
    ) async throws -> PublishedObject? {
        try await database.read {
            try ObjectLife(uid: uid, schema: schema, audience: audience).object(at: moment, in: $0)
        }
    }

    /// What was released, the newest first, without who did it, from which files, and how many rows there were.
    public func releases(_ query: ReleaseQuery) async throws -> [Release] {
        try await database.read { session in
            try ReleaseRecord.all(
                "1 = 1", schema: query.schema, communes: query.communes,
                order: "sequence DESC LIMIT \(max(0, query.limit)) OFFSET \(max(0, query.offset))", in: session
            ).map(\.uncounted)
        }
    }

    /// A release, without who made it, from which file, and how many rows there were; nil where there is none.
    public func release(_ id: String) async throws -> Release? {
        try await database.read { try ReleaseRecord.named(id, in: $0)?.uncounted }
    }

    /// How many releases there were.
    public func releaseCount(schema: String? = nil, communes: Set<String>? = nil) async throws -> Int {
        try await database.read { session in
            try ReleaseRecord.count(schema: schema, communes: communes, in: session)
        }
    }

    /// How many objects a release added, changed and removed, as far as an audience may know of them.
    public func tally(of release: String, for audience: Audience = .everybody) async throws -> ChangeTally? {
        try await database.read { session in
            guard let record = try ReleaseRecord.named(release, in: session) else { return nil }
            return try ReleaseTally(record: record, audience: audience).count(in: session)
        }
    }
}
