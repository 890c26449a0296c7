import Catalog
public import Schemas
public import Tables

/// A thing on a map.
public struct MapFeature: Sendable {
    /// Its identifier; empty where it has none.
    public var uid: String
    /// Its name.
    public var name: String
    /// The commune it is in.
    public var commune: String
    /// Its shape.
    public var shape: Geometry

    /// The rectangle that shows most things.
    static func extent(of features: [MapFeature]) -> Extent? {
        Extent(mostOf: features.lazy.flatMap { $0.shape.coordinates })
    }

    /// The rows of a table whose place is known.
    public static func features(of table: CleanTable, schema: Schema) -> [MapFeature] {
        let positions = Positions(table, schema: schema)
        func text(_ meaning: Field.Meaning, _ row: Int) -> String {
            schema.field(meaning: meaning).flatMap { table.value($0.name, row: row) } ?? ""
        }
        return (0..<table.rowCount).compactMap { row in
            positions[row].map { shape in
                MapFeature(
                    uid: text(.uid, row), name: text(.name, row), commune: text(.communeName, row), shape: shape)
            }
        }
    }
}
