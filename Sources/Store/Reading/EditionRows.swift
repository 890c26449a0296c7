import Catalog
import Databases
import Editions
import Foundation
import Schemas
import Tables

/// The rows of an edition while they are read.
struct EditionRows {
    let fields: [String]
    private(set) var uids: [String] = []
    private(set) var owners: [UInt32] = []
    private(set) var changedAt: [Int64] = []
    private var columns: [Cells]
    private var numbers: [Int] = []
    private var shapes: [Geometry?] = []

    init(fields: [String]) {
        self.fields = fields
        columns = fields.map { _ in Cells() }
    }

    var table: CleanTable { CleanTable(fields: fields, columns: columns, rowNumbers: numbers, geometries: shapes) }

    /// Where reading stopped within the rows of a commune.
    struct Mark {
        var position: Int64 = -1
        var version: Int64 = -1
    }

    /// The rows of one commune, and what is seen of them.
    struct Source {
        let record: ReleaseRecord
        /// The place of the release in the record of the edition.
        let owner: Int
        let sight: Sight
        /// Whether the identifiers of the objects may be seen.
        let isNamed: Bool
    }

    /// Adds the current rows of one commune, as far as they are seen: all of them, or at most some after a mark. Gives
    /// where it stopped; nil after the last row.
    @discardableResult
    mutating func add(
        _ source: Source, after mark: Mark = Mark(), limit: Int? = nil, in session: any Session
    ) throws -> Mark? {
        let release = source.record.release
        let (count, last) = try read(
            source, visibility: "v.visibility",
            """
            v.schema_name = ? AND v.commune = ? AND v.until IS NULL AND (v.position, v.id) > (?, ?)
            ORDER BY v.position, v.id \(limit.map { "LIMIT \($0)" } ?? "")
            """,
            [
                .text(release.schema), .text(release.commune.code), .integer(mark.position), .integer(mark.version),
            ], in: session)
        return limit.map { count == $0 } == true ? last ?? mark : nil
    }

    /// Adds some versions of the rows of one commune, as far as they are seen.
    mutating func add(_ source: Source, _ versions: PastVersions.Some, in session: any Session) throws {
        _ = try read(
            source, visibility: versions.lastVisibility,
            "v.id IN (\(versions.marks)) ORDER BY v.position, v.id", versions.arguments, in: session)
    }

    /// Reads rows; gives how many there were, and the last of them.
    private mutating func read(
        _ source: Source, visibility: String, _ condition: String, _ arguments: [SQLValue], in session: any Session
    ) throws -> (count: Int, last: Mark?) {
        var cells = CellBuffer()
        var (count, last) = (0, Mark?.none)
        let sight = source.sight
        // The identifier of an object that may not be seen is as secret: a number of ours stands in its place.
        let name = source.isNamed ? "v.uid" : "v.schema_name || '-' || v.object"
        try session.query(
            """
            SELECT \(name), v.number, v.visibility, v.cells, v.shape, r.published_at, v.position, v.id, \(visibility)
            FROM row_version v JOIN release_log r ON r.sequence = v.since WHERE \(condition)
            """, arguments
        ) { row in
            count += 1
            last = Mark(position: row.integer(6), version: row.integer(7))
            guard sight.sees(row: row.text(2)), sight.sees(row: row.text(8)) else { return }
            uids.append(row.text(0))
            owners.append(UInt32(source.owner))
            changedAt.append(Int64(row.real(5)))
            numbers.append(Int(row.integer(1)))
            let hasShape = sight.seesPlaces && !row.isNull(4)
            shapes.append(hasShape ? row.withBytes(4) { Geometry(wkb: Array($0)) } : nil)
            row.withBytes(3) { cells.read($0) }
            for (column, source) in sight.sources.enumerated() {
                cells.withCell(source) { columns[column].append($0, kind: .text) }
            }
        }
        return (count, last)
    }
}

/// The cells of one row, found once and read in any order.
struct CellBuffer {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    mutating func read(_ text: UnsafeRawBufferPointer) {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        CellText.read(text) { _, cell in
            bytes.append(contentsOf: cell)
            ends.append(bytes.count)
        }
    }

    /// Hands on a cell; empty bytes where there is none.
    func withCell(_ place: Int?, _ body: (UnsafeRawBufferPointer) -> Void) {
        guard let place, ends.indices.contains(place) else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        bytes.withUnsafeBytes {
            body(UnsafeRawBufferPointer(rebasing: $0[(place == 0 ? 0 : ends[place - 1])..<ends[place]]))
        }
    }
}
