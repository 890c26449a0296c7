import Catalog
import Databases
import Editions
import Schemas

/// The current releases as an audience may know them: without who released them and from which file, and with the
/// number of rows that the audience sees. How many there are in all would say how many are hidden.
struct ReleasesInSight {
    private let audience: Audience
    private var hidden: [Source: Int] = [:]

    private struct Source: Hashable {
        var schema: String
        var commune: String
    }

    /// Counts the hidden rows of one dataset, or of all: only those, by their own index.
    init(of schema: String? = nil, for audience: Audience, in session: any Session) throws {
        self.audience = audience
        let condition = schema.map { _ in "AND schema_name = ?" } ?? ""
        try session.query(
            """
            SELECT schema_name, commune, visibility, COUNT(*) FROM row_version
            WHERE until IS NULL AND visibility <> 'public' \(condition) GROUP BY schema_name, commune, visibility
            """, schema.map { [.text($0)] } ?? []
        ) { row in
            let visibility = Field.Visibility(rawValue: row.text(2)) ?? .service
            guard !audience.maySee(visibility, of: row.text(1)) else { return }
            hidden[Source(schema: row.text(0), commune: row.text(1)), default: 0] += Int(row.integer(3))
        }
    }

    func release(_ record: ReleaseRecord) -> Release {
        var release = record.release
        release.agent = ""
        release.file = ""
        release.rowCount -= hidden[Source(schema: release.schema, commune: release.commune.code)] ?? 0
        return release
    }
}
