import Catalog
import Foundation
import GRDB
import Schemas
import Spelling
import Tables

/// The steps that make rows a release, all inside one transaction: either all of it happens or nothing.
struct Publication {
    let draft: ReleaseDraft
    let rows: CleanTable
    let schema: Schema
    let document: Data

    func run(in database: Database) throws -> Release {
        let table = RowTable(document: try documentNumber(in: database), schema: schema)
        try table.create(in: database)
        let release = Release(draft, id: try freshIdentifier(in: database), rowCount: rows.rowCount)
        var record = ReleaseRecord(release, document: table.document)
        try record.insert(database)
        try insertRows(into: table, of: record, in: database)
        try record.makeCurrent(in: database)
        return release
    }

    private func documentNumber(in database: Database) throws -> Int64 {
        try database.execute(sql: "INSERT OR IGNORE INTO document (json) VALUES (?)", arguments: [document])
        let number = try Int64.fetchOne(database, sql: "SELECT id FROM document WHERE json = ?", arguments: [document])
        return number ?? database.lastInsertedRowID
    }

    private func freshIdentifier(in database: Database) throws -> String {
        var id = ReleaseIdentifier.make(at: draft.publishedAt)
        while try ReleaseRecord.filter(Column("id") == id).fetchCount(database) > 0 {
            id = ReleaseIdentifier.make(at: draft.publishedAt)
        }
        return id
    }

    private func insertRows(into table: RowTable, of record: ReleaseRecord, in database: Database) throws {
        let sources = schema.fields.map { rows.fields.firstIndex(of: $0.name) }
        let uid = schema.identifier.flatMap { rows.fields.firstIndex(of: $0.name) }
        let place = schema.field(meaning: .communeCode).flatMap { rows.fields.firstIndex(of: $0.name) }
        let marks = String(repeating: ", ?", count: sources.count)
        let statement = try database.makeStatement(
            sql: "INSERT INTO \(table.name) VALUES (?, ?, ?, ?, ?, ?, ?\(marks))")
        let values = rows.columns.map { column in (0..<column.distinctCount).map { column.distinct($0).text } }
        func text(_ column: Int?, _ row: Int) -> String {
            column.map { values[$0][Int(rows.columns[$0].codes[row])] } ?? ""
        }
        let keys = searchKeys(values)
        func words(_ row: Int) -> String {
            keys.map { $0.keys[Int(rows.columns[$0.column].codes[row])] }.joined(separator: " ")
        }
        for row in 0..<rows.rowCount {
            var arguments: [(any DatabaseValueConvertible)?] = [
                record.sequence, row, rows.rowNumbers[row], text(uid, row), text(place, row),
                words(row),
                rows.geometries[row].map { Data($0.wkb) },
            ]
            for source in sources { arguments.append(text(source, row)) }
            try statement.execute(arguments: StatementArguments(arguments))
        }
    }

    /// The folded values of the public fields: folded once for each distinct value.
    private func searchKeys(_ values: [[String]]) -> [(column: Int, keys: [String])] {
        schema.fields.filter { $0.visibility == .public }.compactMap { field in
            rows.fields.firstIndex(of: field.name).map { ($0, values[$0].map(\.folded)) }
        }
    }
}

extension Schema {
    /// The field that names one object: the one that means it, else the only field of the primary key.
    var identifier: Field? {
        field(meaning: .uid) ?? (primaryKey.count == 1 ? field(primaryKey[0]) : nil)
    }
}
