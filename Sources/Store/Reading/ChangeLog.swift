import Catalog
import Databases
import Editions
import Foundation
import Schemas

/// What happened, release after release, as an audience may know it.
///
/// A cursor is the number of a release and that of an object within it; both only grow.
struct ChangeLog {
    let query: ChangeQuery
    let audience: Audience

    /// How many objects can be counted. Cursors stay below 2^53, so that every reader of JSON holds them, for two
    /// million releases.
    private static let reach: Int64 = 1 << 32

    /// The cursor of the change of an object in a release.
    static func cursor(_ sequence: Int64, _ object: Int64) -> Int64 { sequence * reach + object }

    /// The cursor after all changes of a release.
    static func end(of sequence: Int64) -> Int64 { sequence * reach + reach - 1 }

    func page(in session: any Session) throws -> ChangePage {
        let (cursor, limit) = (max(0, query.cursor), query.limit)
        let records = try ReleaseRecord.all(
            "sequence >= ?", [.integer(cursor / Self.reach)], schema: query.schema, communes: query.communes,
            release: query.release, order: "sequence", in: session)
        var page = ChangePage(changes: [], next: cursor, hasMore: false)
        var seers: [String: ObjectSeer] = [:]
        for record in records {
            let name = record.release.schema
            guard let seer = try seers[name] ?? ObjectSeer(name, audience, in: session) else { continue }
            seers[name] = seer
            let isFirst = record.sequence == cursor / Self.reach
            var reading = ReleaseChanges(
                record: record, seer: seer, after: isFirst ? cursor % Self.reach : 0, batch: max(limit, 100))
            while let (object, change) = try reading.next(in: session) {
                guard page.changes.count < limit else {
                    page.hasMore = true
                    return page
                }
                page.next = Self.cursor(record.sequence, object)
                if let change { page.changes.append(change) }
            }
            page.next = max(page.next, Self.end(of: record.sequence))
        }
        return page
    }
}

/// The changes of one release, in the order of the numbers of their objects, some hundred at a time.
struct ReleaseChanges {
    let record: ReleaseRecord
    let seer: ObjectSeer
    private let batch: Int
    private var last: Int64
    private var isOver = false
    private var waiting: ArraySlice<(Int64, RowChange?)> = []

    init(record: ReleaseRecord, seer: ObjectSeer, after object: Int64, batch: Int) {
        self.record = record
        self.seer = seer
        self.batch = batch
        last = object
    }

    /// The next object that the release touched, with what the audience sees of that; nil after the last one.
    mutating func next(in session: any Session) throws -> (Int64, RowChange?)? {
        while waiting.isEmpty, !isOver { try read(in: session) }
        return waiting.popFirst()
    }

    private mutating func read(in session: any Session) throws {
        let (ended, endedAll) = try states("until", in: session)
        let (begun, begunAll) = try states("since", in: session)
        // Of the objects behind the end of a batch that was cut off, only one side is known yet.
        let limits = [(ended, endedAll), (begun, begunAll)].compactMap { $0.1 ? nil : $0.0.last?.object }
        let bound = limits.min() ?? .max
        isOver = limits.isEmpty
        let before = Dictionary(ended.map { ($0.object, $0.state) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(begun.map { ($0.object, $0.state) }, uniquingKeysWith: { first, _ in first })
        let objects = Set(before.keys).union(after.keys).filter { $0 <= bound }.sorted()
        waiting =
            objects.map { object in
                (object, seer.change(from: before[object] ?? nil, to: after[object] ?? nil, in: record))
            }[...]
        last = limits.isEmpty ? last : bound
    }

    /// The versions that the release ended or began, and whether these are all of them.
    private func states(
        _ column: String, in session: any Session
    ) throws -> (states: [(object: Int64, state: ObjectSeer.State?)], isAll: Bool) {
        let states = try session.all(
            """
            SELECT \(seer.columns) FROM row_version v WHERE v.\(column) = ? AND v.object > ?
            ORDER BY v.object LIMIT \(batch)
            """, [.integer(record.sequence), .integer(last)]
        ) { row in (object: row.integer(6), state: seer.state(row)) }
        return (states, states.count < batch)
    }
}
