import Catalog
import Databases
import Foundation
import Schemas
import Tables

/// The tables of Gabarit 0.1, in which every release held all its rows anew: `release`, `document`, `rows_{n}`. What
/// they hold is released again into the tables of today, in its order and under its identifiers.
enum FirstTables {
    /// One release of 0.1.
    private struct First {
        var sequence: Int64
        var id: String
        var document: Int64
        var draft: ReleaseDraft
        var isCurrent: Bool
    }

    static func move(in session: any Session) throws {
        guard session.dialect.name == Dialect.sqlite.name,
            try session.first("SELECT 1 FROM sqlite_master WHERE name = 'grdb_migrations'", [], { _ in true }) != nil
        else { return }
        var documents: [Int64: Data] = [:]
        try session.query("SELECT id, json FROM document", []) { row in
            documents[row.integer(0)] = row.withBytes(1) { Data($0) }
        }
        let releases = try releases(in: session)
        for release in releases {
            guard let json = documents[release.document] else { continue }
            let arrival = try Arrival(
                draft: release.draft, rows: rows(of: release, json, in: session), origins: Origins(), json: json)
            _ = try arrival.write(arrival.succession(in: session), id: release.id, in: session)
        }
        try bringBack(releases, in: session)
        for document in documents.keys { try session.run(script: "DROP TABLE IF EXISTS rows_\(document)") }
        try session.run(script: "DROP TABLE release; DROP TABLE document; DROP TABLE grdb_migrations")
    }

    private static func releases(in session: any Session) throws -> [First] {
        try session.all(
            """
            SELECT sequence, id, document, schema, schemaVersion, commune, communeName, publishedAt, openQuestions,
                remainingErrors, repaired, isCurrent
            FROM release ORDER BY sequence
            """
        ) { row in
            First(
                sequence: row.integer(0), id: row.text(1), document: row.integer(2),
                draft: ReleaseDraft(
                    schema: row.text(3), schemaVersion: row.text(4),
                    commune: Place(code: row.text(5), name: row.text(6)),
                    publishedAt: Date(timeIntervalSince1970: row.real(7)), openQuestions: Int(row.integer(8)),
                    remainingErrors: Int(row.integer(9)), repaired: Int(row.integer(10))),
                isCurrent: row.integer(11) != 0)
        }
    }

    private static func rows(of release: First, _ json: Data, in session: any Session) throws -> CleanTable {
        let fields = try JSONDecoder().decode(Schema.self, from: json).fields.map(\.name)
        var columns = fields.map { _ in Cells() }
        var numbers: [Int] = []
        var shapes: [Geometry?] = []
        let names = fields.indices.map { ", c\($0)" }.joined()
        try session.query(
            "SELECT number, shape\(names) FROM rows_\(release.document) WHERE release = ? ORDER BY position",
            [.integer(release.sequence)]
        ) { row in
            numbers.append(Int(row.integer(0)))
            shapes.append(row.isNull(1) ? nil : row.withBytes(1) { Geometry(wkb: Array($0)) })
            for column in columns.indices { columns[column].append(Value(row.text(column + 2))) }
        }
        return CleanTable(fields: fields, columns: columns, rowNumbers: numbers, geometries: shapes)
    }

    /// Where an older release had been made the current one again, it is so again.
    private static func bringBack(_ releases: [First], in session: any Session) throws {
        for release in releases where release.isCurrent {
            let newest = releases.last {
                $0.draft.schema == release.draft.schema && $0.draft.commune.code == release.draft.commune.code
            }
            guard let newest, newest.id != release.id else { continue }
            _ = try Restoration(id: release.id, moment: newest.draft.publishedAt, agent: "").run(in: session)
        }
    }
}
