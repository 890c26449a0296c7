import Databases
import Foundation
import Matching
import Schemas
import Tables

/// The rows that are about to be released, as versions: identifiers given, cells written.
struct NewState {
    /// One row.
    struct Row {
        var uid: String
        var visibility: Field.Visibility
        var cells: String
        var shape: [UInt8]?
        var number: Int
        var origins: [String: VersionOrigins.Cell]
    }

    let document: SchemaDocument
    var rows: [Row]

    /// The rows of a table. Rows without an identifier are matched with what is published, or get a new one.
    init(
        _ table: CleanTable, origins: Origins, uids given: [String]?, document: SchemaDocument, commune: String,
        published: PublishedState,
        in session: any Session
    ) throws {
        let schema = document.schema
        let sources = schema.fields.map { table.fields.firstIndex(of: $0.name) }
        let writer = CellText.Writer(table, sources: sources)
        let guarded = schema.fields.firstIndex { $0.meaning == .rowVisibility }.flatMap { sources[$0] }
        let uids = try given ?? Self.uids(table, sources, schema, commune, published, in: session)
        rows = (0..<table.rowCount).map { row in
            Row(
                uid: uids[row],
                visibility: guarded.map { Field.Visibility(ofRow: table.columns[$0][row].text) } ?? .public,
                cells: writer.text(of: row), shape: table.geometries[row]?.wkb, number: table.rowNumbers[row],
                origins: (origins.cells[row] ?? [:]).mapValues { VersionOrigins.Cell(rule: $0.rule, before: $0.before) }
            )
        }
        self.document = document
    }

    /// The rows of an earlier release, as they were.
    init(restoring state: PublishedState, document: SchemaDocument) throws {
        self.document = document
        rows = try state.rows.map { row in
            var origins =
                try row.origins.map {
                    try JSONDecoder().decode(VersionOrigins.self, from: Data($0.utf8)).cells
                } ?? [:]
            for field in document.schema.fields {
                origins[field.name, default: .init()].since = origins[field.name]?.since ?? row.since
            }
            return Row(
                uid: row.uid, visibility: Field.Visibility(rawValue: row.visibility) ?? .service, cells: row.cells,
                shape: row.shape, number: Int(row.number), origins: origins)
        }
    }

    private static func uids(
        _ table: CleanTable, _ sources: [Int?], _ schema: Schema, _ commune: String, _ published: PublishedState,
        in session: any Session
    ) throws -> [String] {
        let identifier = schema.identifier.flatMap { field in schema.index(of: field.name) }.flatMap { sources[$0] }
        // An identifier that comes again is that of its first row: the other row is looked at like one that has none.
        var taken: Set<String> = []
        let given = (0..<table.rowCount).map { row in
            let uid = identifier.map { table.columns[$0][row].text } ?? ""
            return uid.isEmpty || taken.insert(uid).inserted ? uid : ""
        }
        guard given.contains("") else { return given }
        let open = given.indices.filter { given[$0].isEmpty }
        let rows = open.map { row in sources.map { $0.map { table.columns[$0][row].text } ?? "" } }
        let free = published.rows.filter { !taken.contains($0.uid) }.map {
            ObjectMatching.Published(uid: $0.uid, cells: published.cells(of: $0, under: schema))
        }
        let matching = ObjectMatching(published: free, rows: rows, schema: schema)
        var uids = given
        var naming = try ObjectNaming(schema: schema.name, commune: commune, in: session)
        for (row, known) in zip(open, matching.uids) { uids[row] = known ?? naming.next() }
        return uids
    }
}

/// Identifiers for objects of which nobody gave one: `{schema}-{commune}-{number}`, counted up for ever.
private struct ObjectNaming {
    private let prefix: String
    private var highest: Int64

    init(schema: String, commune: String, in session: any Session) throws {
        prefix = "\(schema)-\(commune)-"
        highest =
            try session.first(
                "SELECT COUNT(*) FROM object WHERE schema_name = ? AND commune = ?", [.text(schema), .text(commune)]
            ) { $0.integer(0) } ?? 0
    }

    mutating func next() -> String {
        highest += 1
        return prefix + String(highest)
    }
}

extension Schema {
    /// The field that names one object: the one that means it, else the only field of the primary key.
    var identifier: Field? {
        field(meaning: .uid) ?? (primaryKey.count == 1 ? field(primaryKey[0]) : nil)
    }
}
