import GRDB
import Schemas

/// The rows of all releases that share one schema document: one SQL table, one column for each field.
///
/// The columns are numbered (`c0`, `c1`…) because SQLite holds `Nom` and `nom` for the same name.
struct RowTable {
    /// The number of the document.
    let document: Int64
    /// The whole schema, with the fields that are not public.
    let schema: Schema

    /// The name of the SQL table.
    var name: String { "rows_\(document)" }

    /// The SQL column of a field.
    func column(of field: String) -> String? { schema.index(of: field).map { "c\($0)" } }

    /// The SQL column of a field, if everybody may see it.
    func publicColumn(of field: String) -> String? {
        schema.field(field)?.visibility == .public ? column(of: field) : nil
    }

    /// The SQL of what is searched, when only `fields` may be seen: the words that were folded at publication, unless
    /// they hold a field that a newer version of the schema hides.
    func words(of fields: [Field]) -> String? {
        let seen = Set(fields.map(\.name))
        if schema.fields.allSatisfy({ $0.visibility != .public || seen.contains($0.name) }) { return "t.words" }
        let columns = fields.compactMap { publicColumn(of: $0.name) }
        return columns.isEmpty ? nil : "plain(\(columns.joined(separator: " || ' ' || ")))"
    }

    /// Whether everybody may see where the objects are: a position is as secret as its coordinates.
    var hasPublicPositions: Bool {
        schema.fields.allSatisfy { field in
            field.visibility == .public
                || ![.longitude, .latitude].contains(field.meaning)
                    && ![.geopoint, .geojson].contains(field.type)
        }
    }

    /// Makes the table where it does not exist yet.
    func create(in database: Database) throws {
        let columns = schema.fields.indices.map { ", c\($0) TEXT NOT NULL" }.joined()
        try database.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS \(name) (
                    release INTEGER NOT NULL REFERENCES release(sequence),
                    position INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    uid TEXT NOT NULL,
                    place TEXT NOT NULL,
                    words TEXT NOT NULL,
                    shape BLOB\(columns),
                    PRIMARY KEY (release, position)
                ) WITHOUT ROWID;
                CREATE INDEX IF NOT EXISTS \(name)_uid ON \(name)(uid, release);
                """)
    }
}
