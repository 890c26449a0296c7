import Catalog
import Databases
import Foundation
import Schemas

/// The versions of the rows of a dataset that held when some releases were the current ones of their communes, in the
/// order of the edition. Only their numbers are kept, so that a million of them take little room.
///
/// They are found in one pass over all versions of the dataset; no index serves the past, for it is seldom asked for
/// and every release would have to keep it.
struct PastVersions {
    /// How many are read at a time. The statement is the same for every batch.
    static let batch = 1000

    /// Some versions of one commune.
    struct Some {
        fileprivate var ids: ArraySlice<Int64>
        /// SQL for who may see the object now.
        let lastVisibility: String
        /// As many question marks as there are arguments.
        var marks: String { repeatElement("?", count: PastVersions.batch).joined(separator: ",") }
        /// The numbers; where there are fewer than a batch, the last one stands several times.
        var arguments: [SQLValue] {
            ids.map { .integer($0) }
                + repeatElement(.integer(ids.last ?? -1), count: PastVersions.batch - ids.count)
        }
    }

    /// For each release, what of its versions is not read yet.
    private var rest: [ArraySlice<Int64>]
    private let lastVisibility: String

    init(of records: [ReleaseRecord], isGuarded: Bool, in session: any Session) throws {
        lastVisibility = Sight.lastVisibility(isGuarded: isGuarded)
        var found = records.map { _ in [(position: Int64, id: Int64)]() }
        let places = Dictionary(
            records.enumerated().map { ($1.release.commune.code, $0) }, uniquingKeysWith: { first, _ in first })
        let newest = records.map(\.sequence).max() ?? 0
        try session.query(
            """
            SELECT v.id, v.commune, v.since, v.until, v.position FROM row_version v
            WHERE v.schema_name = ? AND v.since <= ?
            """, [.text(records.first?.release.schema ?? ""), .integer(newest)]
        ) { row in
            guard let place = places[row.text(1)] else { return }
            let sequence = records[place].sequence
            guard row.integer(2) <= sequence, row.isNull(3) || row.integer(3) > sequence else { return }
            found[place].append((row.integer(4), row.integer(0)))
        }
        rest = found.map { rows in rows.sorted { $0 < $1 }.map(\.id)[...] }
    }

    /// The next versions of a release; nil after the last ones.
    mutating func next(of place: Int, atMost count: Int) -> Some? {
        let some = rest[place].prefix(min(count, Self.batch))
        guard !some.isEmpty else { return nil }
        rest[place] = rest[place].dropFirst(some.count)
        return Some(ids: some, lastVisibility: lastVisibility)
    }
}
