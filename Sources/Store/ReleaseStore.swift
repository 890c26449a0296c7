public import Catalog
public import Databases
public import Editions
public import Foundation
public import Tables

/// Where releases live, on either engine.
///
/// What ``edition(of:for:)`` and ``changes(since:schema:limit:for:)`` give holds nothing that their audience may not
/// see. What is named *internal* gives everything, and is never for a public page.
public struct ReleaseStore: Sendable {
    /// The database, for the rooms that keep something of their own in it.
    public let database: any Database

    /// The store in a database, which is brought up to date first.
    public init(_ database: any Database) async throws {
        self.database = database
        try await Migrations.migrate(database)
    }

    // MARK: - Releasing

    /// What a new state would change in the published one. Nothing is written.
    public func difference(_ draft: ReleaseDraft, rows: CleanTable, schemaDocument: Data) async throws -> Difference {
        let arrival = try Arrival(draft: draft, rows: rows, origins: Origins(), json: schemaDocument)
        return try await database.read { try arrival.succession(in: $0).difference }
    }

    /// Publishes the rows of one commune as its current release. Returns only when it is durable; after a failure
    /// nothing has changed.
    ///
    /// - Parameters:
    ///   - schemaDocument: The Table Schema as JSON, which is kept with the release.
    ///   - origins: Where the cells come from.
    ///   - acceptingLoss: Whether somebody confirmed that most of what is published goes; else `StoreError.loss` is
    ///     thrown where it would.
    @discardableResult
    public func publish(
        _ draft: ReleaseDraft, rows: CleanTable, schemaDocument: Data, origins: Origins = Origins(),
        acceptingLoss: Bool = false
    ) async throws -> Release {
        try await arrive(draft, rows: rows, schemaDocument: schemaDocument, origins: origins, acceptingLoss).release
    }

    /// The same, with what it changed.
    public func arrive(
        _ draft: ReleaseDraft, rows: CleanTable, schemaDocument: Data, origins: Origins = Origins(),
        _ acceptingLoss: Bool = false
    ) async throws -> (release: Release, difference: Difference) {
        let arrival = try Arrival(draft: draft, rows: rows, origins: origins, json: schemaDocument)
        return try await database.write { session in
            let succession = try arrival.succession(in: session)
            guard acceptingLoss || !succession.difference.mustBeConfirmed else {
                throw StoreError.loss(succession.difference)
            }
            return (try arrival.write(succession, in: session), succession.difference)
        }
    }

    /// Takes in a release that was made elsewhere, under its own identifier and those of its objects. False where it
    /// is there already.
    public func take(
        _ release: Release, rows: CleanTable, uids: [String], schemaDocument: Data
    ) async throws -> Bool {
        let arrival = try Arrival(
            draft: ReleaseDraft(release), rows: rows, origins: Origins(), json: schemaDocument, uids: uids)
        return try await database.write { session in
            guard try ReleaseRecord.named(release.id, in: session) == nil else { return false }
            _ = try arrival.write(arrival.succession(in: session), id: release.id, in: session)
            return true
        }
    }

    /// Makes the state of an older release the current one again, as a new release. Nil if there is no such release.
    @discardableResult
    public func restore(release id: String, at moment: Date, agent: String = "") async throws -> Release? {
        try await database.write { try Restoration(id: id, moment: moment, agent: agent).run(in: $0) }
    }

    /// Says that nothing has changed: the same rows, released anew. Nil if nothing is published.
    @discardableResult
    public func confirm(
        schema: String, commune: String, at moment: Date, agent: String = ""
    ) async throws -> Release? {
        try await database.write { session in
            try Restoration.confirmation(schema: schema, commune: commune, moment: moment, agent: agent, in: session)
        }
    }

    /// Takes what a field of an object said out of every state of the past, and says in how many it stood. What is
    /// published now stays: it is corrected by sending the corrected file first.
    @discardableResult
    public func erase(field: String, of uid: String, schema: String, agent: String = "") async throws -> Int {
        try await database.write { session in
            try Erasure(field: field, uid: uid, schema: schema, agent: agent).run(in: session)
        }
    }

    // MARK: - What is published

    /// The current release of every commune and schema, by schema and name of commune, as an audience may know it.
    public func releases(for audience: Audience = .everybody) async throws -> [Release] {
        try await database.read { session in
            try ReleaseRecord.current(in: session).map(ReleasesInSight(for: audience, in: session).release)
        }
    }

    /// The same, with who released them and from which files.
    public func internalReleases() async throws -> [Release] {
        try await database.read { try ReleaseRecord.current(in: $0).map(\.release) }
    }

    /// When anything of each dataset was released for the first time.
    public func beginnings() async throws -> [String: Date] {
        try await database.read { session in
            let pairs = try session.all("SELECT schema_name, MIN(published_at) FROM release_log GROUP BY schema_name") {
                ($0.text(0), Date(timeIntervalSince1970: $0.real(1)))
            }
            return Dictionary(uniqueKeysWithValues: pairs)
        }
    }

    /// A number that grows with every release: whoever saw it knows whether anything is new.
    public func stamp() async throws -> Int64 {
        try await database.read { try $0.first("SELECT MAX(sequence) FROM release_log") { $0.integer(0) } ?? 0 }
    }

    /// All releases of one commune and schema, the newest first, with who released them and from which files.
    public func history(schema: String, commune: String) async throws -> [Release] {
        try await database.read { session in
            try session.all(
                """
                SELECT \(ReleaseRecord.columns) FROM release_log WHERE schema_name = ? AND commune = ?
                ORDER BY sequence DESC
                """, [.text(schema), .text(commune)]
            ) { ReleaseRecord($0).release }
        }
    }

    /// The structure of a published dataset, as its newest release has it, without what an audience may not see.
    public func structure(of schema: String, for audience: Audience = .everybody) async throws -> PublicSchema? {
        try await database.read { try Dataset(schema, in: $0)?.structure(for: audience) }
    }

    /// The rows of a dataset that an audience may see; nil if nothing of it is published.
    public func edition(
        of schema: String, for audience: Audience = .everybody, by publisher: String = ""
    ) async throws -> Edition? {
        try await database.read { session in
            try Dataset(schema, in: session)?.edition(for: audience, publisher: publisher, in: session)
        }
    }

    /// Hands the rows of a dataset that an audience may see to a body, a few thousand at a time, in the order of the
    /// edition: for files too long to be held in memory. Nil if nothing of it is published.
    public func stream<Result: Sendable>(
        _ schema: String, for audience: Audience = .everybody, batch: Int = 2048,
        _ body: @escaping @Sendable (RowStream) throws -> Result
    ) async throws -> Result? {
        try await database.read { session in
            guard let dataset = try Dataset(schema, in: session) else { return nil }
            return try body(RowStream(dataset, audience, batch, session))
        }
    }

    /// What happened after a cursor, as an audience may know it, the oldest first.
    public func changes(
        since cursor: Int64, schema: String? = nil, limit: Int, for audience: Audience = .everybody
    ) async throws -> ChangePage {
        try await changes(ChangeQuery(since: cursor, schema: schema, limit: limit), for: audience)
    }

    /// What happened, as an audience may know it, the oldest first.
    public func changes(_ query: ChangeQuery, for audience: Audience = .everybody) async throws -> ChangePage {
        try await database.read { try ChangeLog(query: query, audience: audience).page(in: $0) }
    }

    /// The cursor of the last change: whoever starts with it is told of what happens from now on.
    public func lastCursor() async throws -> Int64 { try await ChangeLog.end(of: stamp()) }

    /// The life of one object as an audience may know it, the newest state first.
    public func life(of uid: String, schema: String, for audience: Audience = .everybody) async throws -> [RowChange] {
        try await database.read { try ObjectLife(uid: uid, schema: schema, audience: audience).changes(in: $0) }
    }

    // MARK: - Internal

    /// All fields of one release as it was, those that are not public included.
    public func internalRows(release id: String) async throws -> CleanTable? {
        try await database.read { session in
            guard let record = try ReleaseRecord.named(id, in: session) else { return nil }
            return try InternalRows(record: record).table(in: session)
        }
    }

    /// Where each cell of an object comes from.
    public func internalOrigins(of uid: String, schema: String) async throws -> [CellOrigin] {
        try await database.read { try ObjectLife(uid: uid, schema: schema, audience: .territory).origins(in: $0) }
    }

    /// Ends all connections.
    public func close() async throws { try await database.close() }
}

extension ReleaseStore {
    /// Whether a data folder holds a store already.
    public static func exists(in folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: file(in: folder).path)
    }

    private static func file(in folder: URL) -> URL { folder.appendingPathComponent("gabarit.sqlite") }

    /// The embedded store of a data folder; both are made where they do not exist.
    public init(folder: URL) async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try await self.init(SQLiteDatabase(file: Self.file(in: folder)))
    }
}
