import Catalog
import Databases
import Foundation

/// A release as the database holds it.
struct ReleaseRecord {
    let sequence: Int64
    let release: Release
    let document: Int64

    /// The release without who made it and from which file, which is nobody's business, and without the number of its
    /// rows: how many there were in all would say how many are hidden.
    var uncounted: Release {
        var release = release
        release.agent = ""
        release.file = ""
        release.rowCount = 0
        return release
    }

    static let columns = """
        sequence, id, kind, schema_name, schema_version, document, commune, commune_name, published_at, row_count, \
        open_questions, remaining_errors, repaired, agent, file
        """

    init(_ row: any SQLRow) {
        sequence = row.integer(0)
        document = row.integer(5)
        var draft = ReleaseDraft(
            schema: row.text(3), schemaVersion: row.text(4), commune: Place(code: row.text(6), name: row.text(7)),
            publishedAt: Date(timeIntervalSince1970: row.real(8)), openQuestions: Int(row.integer(10)),
            remainingErrors: Int(row.integer(11)), repaired: Int(row.integer(12)))
        draft.kind = ReleaseKind(rawValue: row.text(2)) ?? .arrival
        draft.agent = row.text(13)
        draft.file = row.text(14)
        release = Release(draft, id: row.text(1), rowCount: Int(row.integer(9)))
    }

    /// The current releases, by schema and name of commune; of one dataset, or of all.
    static func current(of schema: String? = nil, in session: any Session) throws -> [ReleaseRecord] {
        let condition = schema.map { _ in "AND schema_name = ?" } ?? ""
        let found = try session.all(
            "SELECT \(columns) FROM release_log WHERE is_current = 1 \(condition)",
            schema.map { [.text($0)] } ?? [], ReleaseRecord.init)
        return found.sorted {
            ($0.release.schema, $0.release.commune.name, $0.release.commune.code)
                < ($1.release.schema, $1.release.commune.name, $1.release.commune.code)
        }
    }

    /// Releases of which a condition is true; of one dataset and some communes, or of all.
    static func all(
        _ condition: String, _ arguments: [SQLValue] = [], schema: String? = nil, communes: Set<String>? = nil,
        release: String? = nil, order: String, in session: any Session
    ) throws -> [ReleaseRecord] {
        let wanted = Self.condition(schema: schema, communes: communes, release: release)
        return try session.all(
            "SELECT \(columns) FROM release_log WHERE \(condition) AND \(wanted.sql) ORDER BY \(order)",
            arguments + wanted.arguments, ReleaseRecord.init)
    }

    /// How many releases there were of one dataset and some communes, or of all.
    static func count(schema: String?, communes: Set<String>?, in session: any Session) throws -> Int {
        let wanted = condition(schema: schema, communes: communes, release: nil)
        return try session.first("SELECT COUNT(*) FROM release_log WHERE \(wanted.sql)", wanted.arguments) {
            Int($0.integer(0))
        } ?? 0
    }

    private static func condition(
        schema: String?, communes: Set<String>?, release: String?
    ) -> (sql: String, arguments: [SQLValue]) {
        var (parts, arguments) = (["1 = 1"], [SQLValue]())
        for (column, word) in [("schema_name", schema), ("id", release)] {
            guard let word else { continue }
            parts.append("\(column) = ?")
            arguments.append(.text(word))
        }
        if let communes {
            // An empty list would be no SQL.
            parts.append("commune IN (\((["''"] + communes.map { _ in "?" }).joined(separator: ", ")))")
            arguments += communes.sorted().map { .text($0) }
        }
        return (parts.joined(separator: " AND "), arguments)
    }

    /// The releases of one dataset that were the current ones of their communes at a moment of the past.
    static func current(of schema: String, at moment: Date, in session: any Session) throws -> [ReleaseRecord] {
        try all(
            """
            sequence IN (SELECT MAX(sequence) FROM release_log WHERE schema_name = ? AND published_at <= ? \
            GROUP BY commune)
            """, [.text(schema), .real(moment.timeIntervalSince1970)], order: "sequence", in: session
        ).sorted {
            ($0.release.commune.name, $0.release.commune.code) < ($1.release.commune.name, $1.release.commune.code)
        }
    }

    /// The current release of one commune.
    static func current(of schema: String, commune: String, in session: any Session) throws -> ReleaseRecord? {
        try session.first(
            "SELECT \(columns) FROM release_log WHERE is_current = 1 AND schema_name = ? AND commune = ?",
            [.text(schema), .text(commune)], ReleaseRecord.init)
    }

    /// The release of a number.
    static func numbered(_ sequence: Int64, in session: any Session) throws -> ReleaseRecord? {
        try session.first(
            "SELECT \(columns) FROM release_log WHERE sequence = ?", [.integer(sequence)], ReleaseRecord.init)
    }

    /// The release of an identifier.
    static func named(_ id: String, in session: any Session) throws -> ReleaseRecord? {
        try session.first(
            "SELECT \(columns) FROM release_log WHERE id = ?", [.text(id)], ReleaseRecord.init)
    }

    /// Writes a release as the current one of its commune and schema, after the one that was.
    static func insert(
        _ release: Release, document: Int64, after previous: ReleaseRecord?, in session: any Session
    ) throws -> ReleaseRecord {
        try session.run(
            "UPDATE release_log SET is_current = 0 WHERE schema_name = ? AND commune = ? AND is_current = 1",
            [.text(release.schema), .text(release.commune.code)])
        try session.run(
            """
            INSERT INTO release_log (id, kind, schema_name, schema_version, document, commune, commune_name,
                published_at, row_count, open_questions, remaining_errors, repaired, agent, file, before, is_current)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            """,
            [
                .text(release.id), .text(release.kind.rawValue), .text(release.schema), .text(release.schemaVersion),
                .integer(document), .text(release.commune.code), .text(release.commune.name),
                .real(release.publishedAt.timeIntervalSince1970), .integer(Int64(release.rowCount)),
                .integer(Int64(release.openQuestions)), .integer(Int64(release.remainingErrors)),
                .integer(Int64(release.repaired)), .text(release.agent), .text(release.file),
                previous.map { .integer($0.sequence) } ?? .null,
            ])
        guard let made = try named(release.id, in: session) else { preconditionFailure("what was written is there") }
        return made
    }
}
