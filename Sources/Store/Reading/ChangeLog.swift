import Catalog
import Databases
import Editions
import Foundation
import Schemas

/// What happened, release after release, as an audience may know it.
///
/// A cursor is the number of a release and the place of a change within it; both only grow.
struct ChangeLog {
    let schema: String?
    let audience: Audience

    /// How many changes one release can count: 16 million.
    private static let reach: Int64 = 1 << 24

    /// The cursor after all changes of a release.
    static func end(of sequence: Int64) -> Int64 { sequence * reach + reach - 1 }

    func page(after cursor: Int64, limit: Int, in session: any Session) throws -> ChangePage {
        let (start, within) = (max(0, cursor) / Self.reach, max(0, cursor) % Self.reach)
        let condition = schema.map { _ in "AND schema_name = ?" } ?? ""
        let records = try session.all(
            "SELECT \(ReleaseRecord.columns) FROM release_log WHERE sequence >= ? \(condition) ORDER BY sequence",
            [.integer(start)] + (schema.map { [.text($0)] } ?? []), ReleaseRecord.init)
        var page = ChangePage(changes: [], next: max(0, cursor), hasMore: false)
        var seers: [String: ObjectSeer] = [:]
        for record in records {
            let name = record.release.schema
            guard let seer = try seers[name] ?? ObjectSeer(name, audience, in: session) else { continue }
            seers[name] = seer
            for (place, change) in try changes(of: record, seer, in: session).enumerated() {
                let own = record.sequence * Self.reach + Int64(place) + 1
                guard record.sequence > start || Int64(place) >= within else { continue }
                if page.changes.count == limit {
                    page.hasMore = true
                    return page
                }
                page.changes.append(change.with(cursor: own))
                page.next = own
            }
            page.next = max(page.next, Self.end(of: record.sequence))
        }
        return page
    }

    /// The changes of one release, by identifier.
    private func changes(of record: ReleaseRecord, _ seer: ObjectSeer, in session: any Session) throws -> [RowChange] {
        var before: [String: ObjectSeer.State] = [:]
        var after: [String: ObjectSeer.State] = [:]
        for (column, keep) in [("until", { before[$0] = $1 }), ("since", { after[$0] = $1 })]
            as [(String, (String, ObjectSeer.State) -> Void)]
        {
            try session.query(
                "SELECT \(ObjectSeer.columns) FROM row_version v \(ObjectSeer.join) WHERE v.\(column) = ?",
                [.integer(record.sequence)]
            ) { row in
                if let state = try seer.state(row, in: session) { keep(state.key, state) }
            }
        }
        return Set(before.keys).union(after.keys).sorted().compactMap { key in
            seer.change(from: before[key], to: after[key], in: record)
        }
    }
}

extension RowChange {
    fileprivate func with(cursor: Int64) -> RowChange {
        var own = self
        own.cursor = cursor
        return own
    }
}
