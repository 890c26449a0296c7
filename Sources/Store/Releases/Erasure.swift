import Catalog
import Databases
import Editions
import Foundation
import Schemas

/// A value that should never have been published, such as somebody's telephone number: it is taken out of every state
/// of the past. Nothing else ever changes what was.
///
/// What is published now is not touched: that is corrected by sending the corrected file first.
struct Erasure {
    let field: String
    let uid: String
    let schema: String
    let agent: String

    /// One state of the object, with what its field says.
    private struct Version {
        let id: Int64
        let commune: String
        let document: SchemaDocument
        let isPast: Bool
        var cells: [String]
        let origins: String?
        let place: Int

        var value: String { cells.indices.contains(place) ? cells[place] : "" }
    }

    /// Empties the field in the past states of the object that say something else than the present one, and gives the
    /// number of those states. The current state is then released once more, under its own date: every reader learns
    /// that what was read before is no longer right.
    func run(in session: any Session) throws -> Int {
        let versions = try versions(in: session)
        let kept = Set(versions.filter { !$0.isPast }.map(\.value))
        let wrong = versions.filter { $0.isPast && !$0.value.isEmpty && !kept.contains($0.value) }
        for version in wrong { try empty(version, in: session) }
        for commune in Set(wrong.map(\.commune)).sorted() {
            guard let now = try ReleaseRecord.current(of: schema, commune: commune, in: session) else { continue }
            _ = try Restoration.release(again: now, as: .erasure, now.release.publishedAt, agent, in: session)
        }
        return wrong.count
    }

    private func versions(in session: any Session) throws -> [Version] {
        var documents: [Int64: SchemaDocument] = [:]
        let rows = try session.all(
            """
            SELECT id, commune, document, until, cells, origins FROM row_version
            WHERE schema_name = ? AND uid = ? ORDER BY id
            """, [.text(schema), .text(uid)]
        ) { row in
            (
                id: row.integer(0), commune: row.text(1), document: row.integer(2), isPast: !row.isNull(3),
                cells: row.withBytes(4) { CellText.cells(of: $0) }, origins: row.isNull(5) ? nil : row.text(5)
            )
        }
        return try rows.compactMap { row in
            let document = try documents[row.document] ?? SchemaDocument.numbered(row.document, in: session)
            documents[row.document] = document
            return document.schema.index(of: field).map { place in
                Version(
                    id: row.id, commune: row.commune, document: document, isPast: row.isPast, cells: row.cells,
                    origins: row.origins, place: place)
            }
        }
    }

    private func empty(_ version: Version, in session: any Session) throws {
        var cells = version.cells
        cells[version.place] = ""
        let text = "[" + cells.map { String(decoding: JSONText.string($0), as: UTF8.self) }.joined(separator: ",") + "]"
        try session.run(
            "UPDATE row_version SET cells = ?, origins = ? WHERE id = ?",
            [.text(text), try origins(of: version).map { .text($0) } ?? .null, .integer(version.id)])
        // A position is as secret as its coordinates.
        if version.document.schema.fields[version.place].tellsPlace {
            try session.run("UPDATE row_version SET shape = NULL WHERE id = ?", [.integer(version.id)])
        }
    }

    /// Where the other cells come from: what was sent for this one is forgotten too.
    private func origins(of version: Version) throws -> String? {
        guard let text = version.origins else { return nil }
        var known = try JSONDecoder().decode(VersionOrigins.self, from: Data(text.utf8))
        known.cells[field] = nil
        return String(decoding: try JSONEncoder().encode(known), as: UTF8.self)
    }
}
