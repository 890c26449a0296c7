import Foundation
import GRDB
import Schemas

/// The current releases of one schema, with the row tables that hold them.
struct Dataset {
    /// The structure that everybody sees: that of the newest release.
    let publicSchema: PublicSchema
    /// The current releases by row table. Releases of an older version of the schema lie in another table.
    let parts: [(table: RowTable, releases: [ReleaseRecord])]

    /// Nil if nothing is published under that name.
    init?(_ name: String, in database: Database) throws {
        let records = try ReleaseRecord.filter(Column("schema") == name && Column("isCurrent")).fetchAll(database)
        guard let newest = records.max(by: { ($0.sequence ?? 0) < ($1.sequence ?? 0) }) else { return nil }
        let json = try Data.fetchOne(
            database, sql: "SELECT json FROM document WHERE id = ?", arguments: [newest.document])
        publicSchema = try PublicSchema(document: json ?? Data())
        parts = try Dictionary(grouping: records, by: \.document).sorted { $0.key < $1.key }
            .map { (try RowTable(number: $0.key, in: database), $0.value) }
    }

    /// The names under which anything is published.
    static func names(in database: Database) throws -> [String] {
        try String.fetchAll(database, sql: "SELECT DISTINCT schema FROM release WHERE isCurrent ORDER BY schema")
    }

    /// The release of a sequence number.
    func release(_ sequence: Int64) -> ReleaseRecord? {
        parts.lazy.flatMap(\.releases).first { $0.sequence == sequence }
    }
}
