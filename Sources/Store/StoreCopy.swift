import Databases

extension ReleaseStore {
    /// Copies everything into an empty store, on whichever engine: releases, rows with their whole life, tokens.
    ///
    /// One state is copied, also if somebody publishes meanwhile. A copy that was broken off cannot be opened.
    public func copy(
        to target: ReleaseStore, progress: @escaping @Sendable (_ rows: Int) -> Void = { _ in }
    ) async throws {
        try await target.begin()
        let (source, goal, conveyor) = (database, target.database, Conveyor())
        async let reading: Void = conveyor.stopping {
            try await source.read { session in try conveyor.fill { try CopiedTable.read(session, $0) } }
        }
        async let writing: Void = conveyor.stopping {
            try await goal.write { session in
                var copied = 0
                try conveyor.empty { batch in
                    try batch.table.write(batch.rows, in: session)
                    copied += batch.rows.count
                    progress(copied)
                }
            }
        }
        do { _ = try await (reading, writing) } catch { throw conveyor.failure ?? error }
        try await target.end()
    }

    private func begin() async throws {
        try await database.write { session in
            for table in CopiedTable.all {
                guard try session.first("SELECT 1 FROM \(table.name) LIMIT 1", [], { _ in true }) == nil else {
                    throw StoreError.notEmpty
                }
            }
            try session.run("INSERT INTO migration (name) VALUES (?)", [.text(Migrations.unfinishedCopy)])
        }
    }

    private func end() async throws {
        try await database.write { session in
            for table in CopiedTable.all { try table.goOnCounting(in: session) }
            try session.run("DELETE FROM migration WHERE name = ?", [.text(Migrations.unfinishedCopy)])
        }
    }
}

/// A table that is copied, with the types of its columns.
struct CopiedTable {
    enum Kind { case integer, real, text, bytes }

    let name: String
    let columns: [(name: String, kind: Kind)]
    /// Whether the engine counts its `id` or `sequence` up.
    let counter: String?

    init(_ name: String, counter: String? = nil, _ columns: [(Kind, [String])]) {
        self.name = name
        self.counter = counter
        self.columns = columns.flatMap { kind, names in names.map { ($0, kind) } }
    }

    var names: [String] { columns.map(\.name) }

    static let all = [
        CopiedTable(
            "schema_document", counter: "id", [(.integer, ["id"]), (.text, ["name", "version"]), (.bytes, ["json"])]),
        CopiedTable(
            "release_log", counter: "sequence",
            [
                (.integer, ["sequence", "document", "row_count", "open_questions", "remaining_errors", "repaired"]),
                (.integer, ["before", "is_current"]),
                (.text, ["id", "kind", "schema_name", "schema_version", "commune", "commune_name", "agent", "file"]),
                (.real, ["published_at"]),
            ]),
        CopiedTable("object", counter: "id", [(.integer, ["id"]), (.text, ["schema_name", "commune", "uid"])]),
        CopiedTable(
            "row_version", counter: "id",
            [
                (.integer, ["id", "object", "since", "until", "document", "position", "number"]),
                (.text, ["schema_name", "commune", "uid", "visibility", "cells", "origins"]), (.bytes, ["shape"]),
            ]),
        CopiedTable(
            "access_token",
            [
                (.text, ["id", "digest", "name", "scope", "commune"]), (.integer, ["per_minute"]),
                (.real, ["made_at", "ends_at", "revoked_at"]),
            ]),
        CopiedTable(
            "access_log", counter: "id",
            [(.integer, ["id", "status", "bytes"]), (.text, ["token", "path"]), (.real, ["at"])]),
        CopiedTable(
            "webhook",
            [
                (.text, ["id", "address", "secret", "schema_name"]), (.integer, ["cursor", "failures"]),
                (.real, ["next_try", "made_at", "stopped_at"]),
            ]),
    ]

    /// Hands on the rows of all tables, some thousand at a time.
    static func read(_ session: any Session, _ hand: (Batch) throws -> Void) throws {
        for table in all {
            var rows: [[SQLValue]] = []
            try session.query("SELECT \(table.names.joined(separator: ", ")) FROM \(table.name)", []) { row in
                rows.append(table.values(of: row))
                guard rows.count == 5000 else { return }
                try hand(Batch(table: table, rows: rows))
                rows.removeAll(keepingCapacity: true)
            }
            if !rows.isEmpty { try hand(Batch(table: table, rows: rows)) }
        }
    }

    /// Some rows of one table.
    struct Batch {
        let table: CopiedTable
        let rows: [[SQLValue]]
    }

    func values(of row: any SQLRow) -> [SQLValue] {
        columns.enumerated().map { place, column in
            if row.isNull(place) { return .null }
            return switch column.kind {
            case .integer: .integer(row.integer(place))
            case .real: .real(row.real(place))
            case .text: .text(row.text(place))
            case .bytes: .bytes(row.withBytes(place) { [UInt8]($0) })
            }
        }
    }

    func write(_ rows: [[SQLValue]], in session: any Session) throws {
        var rest = rows.makeIterator()
        try session.load(into: name, columns: names) { rest.next() }
    }

    /// New rows are counted after those that were copied. SQLite sees to it by itself.
    func goOnCounting(in session: any Session) throws {
        guard let counter, session.dialect.name == Dialect.postgreSQL.name else { return }
        try session.query(
            """
            SELECT setval(pg_get_serial_sequence('\(name)', '\(counter)'), COALESCE(MAX(\(counter)), 1), \
            MAX(\(counter)) IS NOT NULL) FROM \(name)
            """, []
        ) { _ in }
    }
}
