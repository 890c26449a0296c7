import Foundation

/// The index of places of a GeoPackage (OGC 12-128r15, annex F.3): an R-tree of SQLite with the triggers that keep it.
///
/// It is packed along Hilbert's curve and written node by node, as https://www.sqlite.org/rtree.html, §5, lays them
/// out: to add rows one after the other, as GDAL does, takes longer than all the rest of the file.
struct SpatialIndex {
    /// The layer, its column of shapes and its column of row numbers.
    let table: String
    let shape: String
    let number: String

    /// The bytes of a node, and of a cell in it: a number of 64 bits, four of 32 bits.
    private static let (nodeSize, cellSize) = (1228, 24)
    private static let most = (nodeSize - 4) / cellSize

    /// Adds the index to a layer. `boxes` has the place of each row, in the order of their numbers from 1; rows without
    /// one are in no index.
    func write(_ boxes: [FlatBox], to file: SQLiteFile) throws {
        try file.run("BEGIN; CREATE VIRTUAL TABLE \(name()) USING rtree(id, minx, maxx, miny, maxy)")
        try writeNodes(boxes, to: file)
        try file.run(triggers)
        try file.run(
            """
            CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
                definition TEXT NOT NULL, scope TEXT NOT NULL,
                CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
            INSERT INTO gpkg_extensions VALUES ('\(text(table))', '\(text(shape))', 'gpkg_rtree_index',
                'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
            COMMIT
            """)
    }

    // MARK: Nodes

    /// What stands in a node: a row or another node, and the rectangle around it.
    private struct Cell {
        var number: Int
        var box: FlatBox
    }

    private func writeNodes(_ boxes: [FlatBox], to file: SQLiteFile) throws {
        var all = FlatBox()
        for box in boxes { all.add(box) }
        guard !all.isEmpty else { return }
        var level = FlatIndex.order(boxes, within: all).prefix { !boxes[$0].isEmpty }.map {
            Cell(number: $0 + 1, box: boxes[$0])
        }
        let node = try file.statement("INSERT OR REPLACE INTO \(name("_node")) VALUES (?, ?)")
        let parent = try file.statement("INSERT INTO \(name("_parent")) VALUES (?, ?)")
        var holders = [UInt32](repeating: 0, count: boxes.count)
        var (depth, next) = (0, 2)
        // The root is the first node, whatever stands below it.
        while level.count > Self.most {
            var above: [Cell] = []
            for start in stride(from: 0, to: level.count, by: Self.most) {
                let cells = level[start..<min(start + Self.most, level.count)]
                try node.run(next, bytes(cells, depth: 0))
                for cell in cells {
                    if depth == 0 { holders[cell.number - 1] = UInt32(next) } else { try parent.run(cell.number, next) }
                }
                above.append(Cell(number: next, box: Self.around(cells)))
                next += 1
            }
            (level, depth) = (above, depth + 1)
        }
        try node.run(1, bytes(level[...], depth: depth))
        for cell in level {
            if depth == 0 { holders[cell.number - 1] = 1 } else { try parent.run(cell.number, 1) }
        }
        let row = try file.statement("INSERT INTO \(name("_rowid")) VALUES (?, ?)")
        for (place, holder) in holders.enumerated() where holder > 0 { try row.run(place + 1, Int(holder)) }
    }

    private static func around(_ cells: ArraySlice<Cell>) -> FlatBox {
        var box = FlatBox()
        for cell in cells { box.add(cell.box) }
        return box
    }

    /// A node: its depth, where it is the root; how many cells; the cells. All numbers have their highest byte first.
    private func bytes(_ cells: ArraySlice<Cell>, depth: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.nodeSize)
        func add(_ number: some FixedWidthInteger) {
            Swift.withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        }
        add(UInt16(depth))
        add(UInt16(cells.count))
        for cell in cells {
            add(Int64(cell.number))
            add(Self.below(cell.box.west).bitPattern)
            add(Self.above(cell.box.east).bitPattern)
            add(Self.below(cell.box.south).bitPattern)
            add(Self.above(cell.box.north).bitPattern)
        }
        bytes.append(contentsOf: repeatElement(0, count: Self.nodeSize - bytes.count))
        return bytes
    }

    /// The nearest short number that is no greater, so that a rectangle never leaves out what it is around.
    private static func below(_ number: Double) -> Float {
        let short = Float(number)
        return Double(short) > number ? short.nextDown : short
    }

    private static func above(_ number: Double) -> Float {
        let short = Float(number)
        return Double(short) < number ? short.nextUp : short
    }

    // MARK: Words of SQL

    private func name(_ ending: String = "") -> String { quoted("rtree_\(table)_\(shape)\(ending)") }
    private func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
    private func text(_ text: String) -> String { text.replacing("'", with: "''") }

    /// The triggers of the standard, as GDAL 3.6 writes them.
    private var triggers: String {
        let (layer, geometry, fid) = (quoted(table), quoted(shape), quoted(number))
        let isThere = "(NEW.\(geometry) NOTNULL AND NOT ST_IsEmpty(NEW.\(geometry)))"
        let isAway = "(NEW.\(geometry) ISNULL OR ST_IsEmpty(NEW.\(geometry)))"
        let corners = ["MinX", "MaxX", "MinY", "MaxY"].map { "ST_\($0)(NEW.\(geometry))" }.joined(separator: ", ")
        let add = "INSERT OR REPLACE INTO \(name()) VALUES (NEW.\(fid), \(corners));"
        let take = "DELETE FROM \(name()) WHERE id = OLD.\(fid);"
        let takeBoth = "DELETE FROM \(name()) WHERE id IN (OLD.\(fid), NEW.\(fid));"
        return [
            ("_insert", "INSERT", isThere, add),
            ("_update1", "UPDATE OF \(geometry)", "OLD.\(fid) = NEW.\(fid) AND \(isThere)", add),
            ("_update2", "UPDATE OF \(geometry)", "OLD.\(fid) = NEW.\(fid) AND \(isAway)", take),
            ("_update3", "UPDATE", "OLD.\(fid) != NEW.\(fid) AND \(isThere)", take + " " + add),
            ("_update4", "UPDATE", "OLD.\(fid) != NEW.\(fid) AND \(isAway)", takeBoth),
            ("_delete", "DELETE", "OLD.\(geometry) NOT NULL", take),
        ].map { ending, event, condition, action in
            """
            CREATE TRIGGER \(name(ending)) AFTER \(event) ON \(layer) WHEN \(condition) BEGIN \(action) END;
            """
        }.joined(separator: "\n")
    }
}
