import Databases
import Foundation
import Schemas

/// The rows of one commune as they are published now, or were under an earlier release.
struct PublishedState {
    /// One version of a row.
    struct Row {
        var id: Int64
        var uid: String
        var document: Int64
        var position: Int64
        var number: Int64
        var visibility: String
        var cells: String
        var shape: [UInt8]?
        var since: Int64
        var origins: String?
    }

    let rows: [Row]
    /// The documents of the rows, by number.
    let documents: [Int64: SchemaDocument]

    /// The state of a commune at a release; nil is now.
    init(of schema: String, commune: String, at sequence: Int64? = nil, in session: any Session) throws {
        let moment = sequence.map { _ in "since <= ? AND (until IS NULL OR until > ?)" } ?? "until IS NULL"
        let arguments: [SQLValue] =
            [.text(schema), .text(commune)] + (sequence.map { [.integer($0), .integer($0)] } ?? [])
        rows = try session.all(
            """
            SELECT id, uid, document, position, number, visibility, cells, shape, since, origins FROM row_version
            WHERE schema_name = ? AND commune = ? AND \(moment) ORDER BY position, id
            """, arguments
        ) { row in
            Row(
                id: row.integer(0), uid: row.text(1), document: row.integer(2), position: row.integer(3),
                number: row.integer(4), visibility: row.text(5), cells: row.text(6),
                shape: row.isNull(7) ? nil : row.withBytes(7) { [UInt8]($0) }, since: row.integer(8),
                origins: row.isNull(9) ? nil : row.text(9))
        }
        var documents: [Int64: SchemaDocument] = [:]
        for id in Set(rows.map(\.document)) { documents[id] = try SchemaDocument.numbered(id, in: session) }
        self.documents = documents
    }

    /// The cells of a row in the order of another version of its schema.
    func cells(of row: Row, under schema: Schema) -> [String] {
        var text = row.cells
        let own = text.withUTF8 { CellText.cells(of: UnsafeRawBufferPointer($0)) }
        guard let mine = documents[row.document]?.schema, mine.fields.map(\.name) != schema.fields.map(\.name) else {
            return own
        }
        return schema.fields.map { field in
            mine.index(of: field.name).flatMap { own.indices.contains($0) ? own[$0] : nil } ?? ""
        }
    }
}
