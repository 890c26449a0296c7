import Schemas
import Catalog
import Databases
import Editions
public import Foundation
import Tables

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

    /// One state, from the release that brought it to the one that ended it.
    private struct Span {
        var since: Int64
        var until: Int64?
        var state: ObjectSeer.State
    }

    /// What happened to it, the newest first.
    func changes(in session: any Session) throws -> [RowChange] {
        guard let seer = try ObjectSeer(schema, audience, in: session) else { return [] }
        let spans = try spans(seer, in: session)
        var records: [Int64: ReleaseRecord] = [:]
        func change(_ before: ObjectSeer.State?, _ after: ObjectSeer.State?, at sequence: Int64) throws -> RowChange? {
            let record = try records[sequence] ?? ReleaseRecord.numbered(sequence, in: session)
            records[sequence] = record
            return record.flatMap { seer.change(from: before, to: after, in: $0) }
        }
        var changes: [RowChange?] = []
        for (place, span) in spans.enumerated() {
            let previous = place > 0 ? spans[place - 1] : nil
            let follows = previous?.until == span.since && previous?.state.object == span.state.object
            changes.append(try change(follows ? previous?.state : nil, span.state, at: span.since))
            let next = place + 1 < spans.count ? spans[place + 1] : nil
            let isFollowed = next?.since == span.until && next?.state.object == span.state.object
            if let end = span.until, !isFollowed { changes.append(try change(span.state, nil, at: end)) }
        }
        return changes.compactMap(\.self).sorted { $0.cursor > $1.cursor }
    }

    /// What it was at a moment of the past; nil where it was not published then.
    func object(at moment: Date, in session: any Session) throws -> PublishedObject? {
        guard let seer = try ObjectSeer(schema, audience, in: session) else { return nil }
        let records = try ReleaseRecord.current(of: schema, at: moment, in: session)
        for span in try spans(seer, in: session) where !span.state.isWithdrawn {
            guard let record = records.first(where: { $0.release.commune.code == span.state.commune }),
                span.since <= record.sequence, span.until.map({ $0 > record.sequence }) ?? true
            else { continue }
            let table = CleanTable(
                fields: seer.fields, columns: seer.fields.map { Cells([Value(span.state.values[$0] ?? "")]) },
                rowNumbers: [1], geometries: [span.state.shape.flatMap { Geometry(wkb: $0) }])
            return PublishedObject(table: table, release: record.uncounted)
        }
        return nil
    }

    /// The states that the audience sees. Two communes may have given the same identifier: those are two objects.
    private func spans(_ seer: ObjectSeer, in session: any Session) throws -> [Span] {
        var spans: [Span] = []
        for name in try names(in: session) {
            try session.query(
                """
                SELECT \(seer.columns), v.since, v.until FROM row_version v
                WHERE v.schema_name = ? AND v.uid = ? ORDER BY v.object, v.since
                """, [.text(schema), .text(name)]
            ) { row in
                guard let state = seer.state(row), state.uid == uid else { return }
                let last = ObjectSeer.columnCount
                spans.append(
                    Span(
                        since: row.integer(last), until: row.isNull(last + 1) ? nil : row.integer(last + 1),
                        state: state))
            }
        }
        return spans
    }

    /// The identifiers in the database that may be meant: the very one, and that of the object whose number stands in
    /// its place where it is secret.
    private func names(in session: any Session) throws -> [String] {
        guard uid.hasPrefix(schema + "-"), let number = Int64(uid.dropFirst(schema.utf8.count + 1)) else {
            return [uid]
        }
        let secret = try session.first(
            "SELECT uid FROM object WHERE id = ? AND schema_name = ?", [.integer(number), .text(schema)]
        ) { $0.text(0) }
        return [uid] + (secret.map { $0 == uid ? [] : [$0] } ?? [])
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
            let record = try ReleaseRecord.numbered(cell?.since ?? version.since, in: session)
            return record.map { record in
                CellOrigin(
                    field: field.name, value: value, release: record.release.id, date: record.release.publishedAt,
                    agent: record.release.agent, file: record.release.file, row: version.number,
                    repair: cell?.rule.map { Origin(rule: $0, before: cell?.before) })
            }
        }
    }
}
