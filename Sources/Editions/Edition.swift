public import Catalog
public import Foundation
public import Schemas
import Synchronization
public import Tables

/// The rows of one dataset that one audience may see, at one moment: what every public face reads.
///
/// It holds nothing that its audience may not see, so that no face needs to know what is secret. It never changes;
/// after a release there is another one, with another ``tag``.
public struct Edition: Sendable {
    /// What is said about the dataset: titles, licence, current releases.
    public let record: DatasetRecord
    /// The structure, without the fields that the audience may not see.
    public let structure: PublicSchema
    /// A short word that changes whenever anything in the edition does; the same in every process.
    public let tag: String
    /// The rows, by name of commune, then in the order of its file.
    public let table: CleanTable
    /// For each row, the identifier of its object: stable over releases, unique in the territory.
    public let uids: [String]
    /// For each row, the place of its release in ``DatasetRecord/releases``.
    public let owners: [UInt32]
    /// For each row, when it became what it is: seconds since 1970.
    public let changedAt: [Int64]
    /// For each row, where it is.
    public let positions: Positions
    /// The code of today for codes that communes bore before a merger: whoever still asks for rows of Pierre-Bénite
    /// (69152) is given those of Oullins-Pierre-Bénite (69149) too.
    public var formerCodes: [String: String] = [:]
    private let lazily: Lazily

    /// An edition. Every list has one item a row.
    public init(
        record: DatasetRecord, structure: PublicSchema, tag: String, table: CleanTable, uids: [String],
        owners: [UInt32], changedAt: [Int64]
    ) {
        precondition(uids.count == table.rowCount, "a row misses its identifier")
        precondition(owners.count == table.rowCount, "a row misses its release")
        precondition(changedAt.count == table.rowCount, "a row misses its date")
        self.record = record
        self.structure = structure
        self.tag = tag
        self.table = table
        self.uids = uids
        self.owners = owners
        self.changedAt = changedAt
        positions = Positions(table, schema: structure.schema)
        lazily = Lazily()
    }

    /// The schema of the rows.
    public var schema: Schema { structure.schema }
    /// The identifier of the dataset (`parcs-jardins`).
    public var name: String { record.name }
    /// How many rows there are.
    public var rowCount: Int { table.rowCount }
    /// When anything of it was last released.
    public var modified: Date { record.lastPublished ?? .distantPast }

    /// The release that holds a row.
    public func release(of row: Int) -> Release { record.releases[Int(owners[row])] }

    /// The row of an object; nil if there is none.
    public func row(of uid: String) -> Int? { lazily.rowsByUid(uids)[uid] }

    /// The rows as JSON objects: each distinct value is encoded once, at the first use.
    public var json: JSONRows { lazily.json(table, schema) }

    /// The rectangle around all rows; nil where no place is known.
    public var extent: Extent? { lazily.extent(positions, rowCount) }

    /// What a room above works out of the edition (texts of shapes, positions on a map): made at the first use, the
    /// same for all copies, gone with the edition. There is one value of a type.
    public func kept<Worked: Sendable>(_ make: @escaping @Sendable (Edition) -> Worked) -> Worked {
        lazily.kept {
            make(self)
        } again: { made, older, next in
            _ = next.kept(make)
            (made as? any Questioned)?.ask(next, as: older)
        }
    }

    /// Works out at once whatever was worked out of an older edition: what was asked for then will be asked for again.
    public func warm(like older: Edition) {
        if older.lazily.knowsRows { _ = lazily.rowsByUid(uids) }
        if older.lazily.knowsJSON { _ = json }
        if older.lazily.knowsExtent { _ = extent }
        for repeated in older.lazily.repeats { repeated(older, self) }
    }

    /// The rows of one commune (its districts included), in their order.
    public func rows(of commune: String) -> [Int] {
        let codes = Set(Place.codes(within: commune))
        let owned = record.releases.map { codes.contains($0.commune.code) }
        let place = schema.field(meaning: .communeCode).flatMap { table.fields.firstIndex(of: $0.name) }
        guard let place else { return table.rowNumbers.indices.filter { owned[Int(owners[$0])] } }
        let cells = table.columns[place]
        let located = (0..<cells.distinctCount).map { codes.contains(cells.distinct($0).text) }
        return table.rowNumbers.indices.filter { owned[Int(owners[$0])] || located[Int(cells.codes[$0])] }
    }
}

/// What is kept with an edition and grows with what is asked of it.
public protocol Questioned: Sendable {
    /// Asks of another edition what was asked of the one that this is kept with.
    func ask(_ next: Edition, as older: Edition)
}

/// What is worked out at the first use, once for all copies of an edition.
private final class Lazily: Sendable {
    private struct Worked {
        var rowsByUid: [String: Int]?
        var json: JSONRows?
        var extent: Extent??
    }

    private let worked = Mutex(Worked())
    private let keptByType = Mutex([ObjectIdentifier: Kept]())

    private struct Kept {
        let value: any Sendable
        /// Makes the same of another edition, after an older one: it must hold neither.
        let again: @Sendable (_ older: Edition, _ next: Edition) -> Void
    }

    /// Two threads may make the value at the same time, and the first one is kept: nothing waits while one is made,
    /// so that making one may ask for another.
    func kept<Made: Sendable>(
        _ make: () -> Made, again: @escaping @Sendable (Made, Edition, Edition) -> Void
    ) -> Made {
        let type = ObjectIdentifier(Made.self)
        if let known = keptByType.withLock({ $0[type]?.value as? Made }) { return known }
        let made = make()
        return keptByType.withLock { kept in
            if let known = kept[type]?.value as? Made { return known }
            kept[type] = Kept(value: made) { again(made, $0, $1) }
            return made
        }
    }

    var repeats: [@Sendable (Edition, Edition) -> Void] { keptByType.withLock { $0.values.map(\.again) } }
    var knowsRows: Bool { worked.withLock { $0.rowsByUid != nil } }
    var knowsJSON: Bool { worked.withLock { $0.json != nil } }
    var knowsExtent: Bool { worked.withLock { $0.extent != nil } }

    func rowsByUid(_ uids: [String]) -> [String: Int] {
        worked.withLock { worked in
            if let known = worked.rowsByUid { return known }
            let made = Dictionary(zip(uids, uids.indices), uniquingKeysWith: { first, _ in first })
            worked.rowsByUid = made
            return made
        }
    }

    func json(_ table: CleanTable, _ schema: Schema) -> JSONRows {
        worked.withLock { worked in
            if let known = worked.json { return known }
            let made = JSONRows(table, schema: schema)
            worked.json = made
            return made
        }
    }

    func extent(_ positions: Positions, _ count: Int) -> Extent? {
        worked.withLock { worked in
            if let known = worked.extent { return known }
            let made = Extent(of: (0..<count).lazy.compactMap { positions[$0] }.flatMap(\.coordinates))
            worked.extent = .some(made)
            return made
        }
    }
}
