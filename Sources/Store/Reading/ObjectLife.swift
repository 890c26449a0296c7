import Schemas
import Catalog
import Databases
import Editions
public import Foundation

/// Where the value of one cell of an object comes from.
public struct CellOrigin: Sendable, Hashable {
    /// The field.
    public let field: String
    /// The value.
    public let value: String
    /// The release in which it became what it is.
    public let release: String
    /// When that was.
    public let date: Date
    /// Who released it.
    public let agent: String
    /// The file that was sent.
    public let file: String
    /// The row of that file.
    public let row: Int
    /// The repair that made it, and what was sent; nil where it is as it was sent.
    public let repair: Origin?
}

/// The states of one object, one after the other.
struct ObjectLife {
    let uid: String
    let schema: String
    let audience: Audience

    func changes(in session: any Session) throws -> [RowChange] {
        guard let seer = try ObjectSeer(schema, audience, in: session) else { return [] }
        var states: [(since: Int64, until: Int64?, state: ObjectSeer.State)] = []
        try session.query(
            """
            SELECT \(ObjectSeer.columns), v.since, v.until FROM row_version v
            WHERE v.schema_name = ? AND v.uid = ? ORDER BY v.since
            """, [.text(schema), .text(uid)]
        ) { row in
            guard let state = seer.state(row), state.uid == uid else { return }
            states.append((row.integer(7), row.isNull(8) ? nil : row.integer(8), state))
        }
        var changes: [RowChange] = []
        for (place, item) in states.enumerated() {
            let previous = place > 0 && states[place - 1].until == item.since ? states[place - 1].state : nil
            changes += try change(from: previous, to: item.state, at: item.since, seer, in: session)
            let isFollowed = place + 1 < states.count && states[place + 1].since == item.until
            if let end = item.until, !isFollowed {
                changes += try change(from: item.state, to: nil, at: end, seer, in: session)
            }
        }
        return changes.reversed()
    }

    private func change(
        from before: ObjectSeer.State?, to after: ObjectSeer.State?, at sequence: Int64, _ seer: ObjectSeer,
        in session: any Session
    ) throws -> [RowChange] {
        let record = try session.first(
            "SELECT \(ReleaseRecord.columns) FROM release_log WHERE sequence = ?", [.integer(sequence)],
            ReleaseRecord.init)
        return record.flatMap { seer.change(from: before, to: after, in: $0) }.map { [$0] } ?? []
    }

    /// Where each cell of the current state comes from.
    func origins(in session: any Session) throws -> [CellOrigin] {
        let version = try session.first(
            """
            SELECT since, document, number, cells, origins FROM row_version
            WHERE schema_name = ? AND uid = ? AND until IS NULL
            """, [.text(schema), .text(uid)]
        ) { row in
            (
                since: row.integer(0), document: row.integer(1), number: Int(row.integer(2)),
                cells: row.withBytes(3) { CellText.cells(of: $0) }, origins: row.isNull(4) ? nil : row.text(4)
            )
        }
        guard let version else { return [] }
        let known = try version.origins.map { try JSONDecoder().decode(VersionOrigins.self, from: Data($0.utf8)) }
        let fields = try SchemaDocument.numbered(version.document, in: session).schema.fields
        return try zip(fields, version.cells).compactMap { field, value in
            let cell = known?.cells[field.name]
            let record = try session.first(
                "SELECT \(ReleaseRecord.columns) FROM release_log WHERE sequence = ?",
                [.integer(cell?.since ?? version.since)], ReleaseRecord.init)
            return record.map { record in
                CellOrigin(
                    field: field.name, value: value, release: record.release.id, date: record.release.publishedAt,
                    agent: record.release.agent, file: record.release.file, row: version.number,
                    repair: cell?.rule.map { Origin(rule: $0, before: cell?.before) })
            }
        }
    }
}
