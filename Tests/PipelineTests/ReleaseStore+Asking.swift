import Catalog
import Editions
import Queries
import Store
import Tables

extension ReleaseStore {
    /// What everybody sees of some rows.
    func rows(_ query: RowQuery) async throws -> RowPage {
        try await edition(of: query.schema)?.page(query)
            ?? RowPage(table: CleanTable(fields: [], columns: [], rowNumbers: []), total: 0, uids: [])
    }

    /// What everybody sees of an object.
    func object(uid: String) async throws -> PublishedObject? {
        for release in try await releases() {
            if let object = try await edition(of: release.schema)?.object(uid: uid) { return object }
        }
        return nil
    }
}
