import Schemas
import Catalog
import Databases
import Foundation

/// How a new state of a commune follows the published one: what is added, changed, removed, and what stays.
struct Succession {
    /// What changes, for people.
    private(set) var difference = Difference()
    /// The new rows, with the place of each and the version that it takes the place of.
    private var arriving: [(row: NewState.Row, position: Int, replaces: PublishedState.Row?)] = []
    /// The versions that end.
    private var leaving: [Int64] = []
    /// The versions that stay, at another place of the file.
    private var moved: [(version: Int64, position: Int, number: Int)] = []
    private let document: SchemaDocument
    private let published: PublishedState

    init(of state: NewState, after published: PublishedState) {
        document = state.document
        self.published = published
        var known = Dictionary(published.rows.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
        for (position, row) in state.rows.enumerated() {
            guard let old = known.removeValue(forKey: row.uid) else {
                difference.added.append(row.uid)
                arriving.append((row, position, nil))
                continue
            }
            let isSame =
                old.cells == row.cells && old.shape == row.shape && old.document == document.id
                && old.visibility == row.visibility.rawValue
            if isSame {
                difference.unchanged += 1
                if old.position != position || old.number != row.number { moved.append((old.id, position, row.number)) }
            } else {
                let says = published.cells(of: old, under: document.schema) != Self.cells(row) || old.shape != row.shape
                if says { difference.changed.append(row.uid) } else { difference.unchanged += 1 }
                leaving.append(old.id)
                arriving.append((row, position, old))
            }
        }
        difference.removed = published.rows.filter { known[$0.uid] != nil }.map(\.uid)
        leaving += published.rows.filter { known[$0.uid] != nil }.map(\.id)
    }

    private static func cells(_ row: NewState.Row) -> [String] {
        var text = row.cells
        return text.withUTF8 { CellText.cells(of: UnsafeRawBufferPointer($0)) }
    }

    /// Writes what follows as versions of a release.
    func write(as record: ReleaseRecord, under document: SchemaDocument, in session: any Session) throws {
        for version in leaving {
            try session.run(
                "UPDATE row_version SET until = ? WHERE id = ?", [.integer(record.sequence), .integer(version)])
        }
        let objects = try objects(record, in: session)
        try insertVersions(record, document, objects, in: session)
        try moveOthers(in: session)
    }

    /// The numbers of the objects, by identifier; new ones get theirs.
    private func objects(_ record: ReleaseRecord, in session: any Session) throws -> [String: Int64] {
        let release = record.release
        func known() throws -> [String: Int64] {
            var known: [String: Int64] = [:]
            try session.query(
                "SELECT uid, id FROM object WHERE schema_name = ? AND commune = ?",
                [.text(release.schema), .text(release.commune.code)]
            ) { known[$0.text(0)] = $0.integer(1) }
            return known
        }
        let before = try known()
        let fresh = arriving.filter { before[$0.row.uid] == nil }
        guard !fresh.isEmpty else { return before }
        var rest = fresh.makeIterator()
        try session.load(into: "object", columns: ["schema_name", "commune", "uid"]) {
            rest.next().map { [.text(release.schema), .text(release.commune.code), .text($0.row.uid)] }
        }
        return try known()
    }

    private func insertVersions(
        _ record: ReleaseRecord, _ document: SchemaDocument, _ objects: [String: Int64], in session: any Session
    ) throws {
        var rows = arriving.makeIterator()
        let release = record.release
        try session.load(
            into: "row_version",
            columns: [
                "schema_name", "commune", "uid", "object", "since", "document", "position", "number", "visibility",
                "cells",
                "shape", "origins",
            ]
        ) {
            try rows.next().map { row, position, replaces in
                [
                    .text(release.schema), .text(release.commune.code), .text(row.uid),
                    objects[row.uid].map(SQLValue.integer) ?? .null, .integer(record.sequence),
                    .integer(document.id), .integer(Int64(position)), .integer(Int64(row.number)),
                    .text(row.visibility.rawValue), .text(row.cells), row.shape.map(SQLValue.bytes) ?? .null,
                    try origins(of: row, after: replaces).map(SQLValue.text) ?? .null,
                ]
            }
        }
    }

    /// A cell that did not change keeps where it comes from; the others come from this release.
    private func origins(of row: NewState.Row, after old: PublishedState.Row?) throws -> String? {
        var cells = row.origins
        if let old {
            let known = try old.origins.map { try JSONDecoder().decode(VersionOrigins.self, from: Data($0.utf8)) }
            let pairs = zip(published.cells(of: old, under: document.schema), Self.cells(row))
            for (field, pair) in zip(document.schema.fields, pairs) where pair.0 == pair.1 {
                var cell = known?.cells[field.name] ?? VersionOrigins.Cell()
                cell.since = cell.since ?? old.since
                cells[field.name] = cell
            }
        }
        guard !cells.isEmpty else { return nil }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(VersionOrigins(cells: cells)), as: UTF8.self)
    }

    /// The places of rows in the file are not part of their life: they are written over. All at once, since a line
    /// that was put in at the top moves every other.
    private func moveOthers(in session: any Session) throws {
        guard !moved.isEmpty else { return }
        var rows = moved.makeIterator()
        try session.load(into: "place_in_file", columns: ["version", "position", "number"]) {
            rows.next().map { [.integer($0.version), .integer(Int64($0.position)), .integer(Int64($0.number))] }
        }
        try session.run(
            """
            UPDATE row_version SET position = p.position, number = p.number
            FROM place_in_file AS p WHERE row_version.id = p.version
            """, [])
        try session.run("DELETE FROM place_in_file", [])
    }
}
