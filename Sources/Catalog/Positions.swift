public import Schemas
public import Tables

/// Where the rows of a table are: their shapes, else the point that their coordinate fields give.
public struct Positions: Sendable {
    private let table: CleanTable
    private let longitude: Int?
    private let latitude: Int?

    /// The positions of a table that respects a schema.
    public init(_ table: CleanTable, schema: Schema) {
        self.table = table
        func column(_ meaning: Field.Meaning) -> Int? {
            schema.field(meaning: meaning).flatMap { table.fields.firstIndex(of: $0.name) }
        }
        longitude = column(.longitude)
        latitude = column(.latitude)
    }

    /// The shape of a row; nil where it is unknown.
    public subscript(row: Int) -> Geometry? {
        if let shape = table.geometries[row] { return shape }
        guard let longitude, let latitude,
            let east = Double(table.columns[longitude][row].text), abs(east) <= 180,
            let north = Double(table.columns[latitude][row].text), abs(north) <= 90
        else { return nil }
        return .point(Coordinate(longitude: east, latitude: north))
    }

    /// The shapes of all rows; every coordinate that is written is read once.
    public var all: [Geometry?] {
        guard let longitude, let latitude else { return table.geometries }
        let east = Self.degrees(table.columns[longitude], within: 180)
        let north = Self.degrees(table.columns[latitude], within: 90)
        return table.geometries.indices.map { row in
            if let shape = table.geometries[row] { return shape }
            guard let east = east[Int(table.columns[longitude].codes[row])],
                let north = north[Int(table.columns[latitude].codes[row])]
            else { return nil }
            return .point(Coordinate(longitude: east, latitude: north))
        }
    }

    private static func degrees(_ cells: Cells, within limit: Double) -> [Double?] {
        (0..<cells.distinctCount).map { code in
            let degrees = cells.withBytes(of: code) { Double(String(decoding: $0, as: UTF8.self)) }
            return degrees.flatMap { abs($0) <= limit ? $0 : nil }
        }
    }
}
