import Schemas
import Spelling
import Tables

/// Finds the columns that hold coordinates where the schema has no field for them: a park has a shape, not a point,
/// but whoever sends a point has said where it is.
struct PlaceColumns {
    let table: Table
    let schema: Schema
    let taken: Set<Int>

    func find() -> PlaceSource? {
        let knowsPlaces = schema.fields.contains { $0.meaning == .longitude || $0.meaning == .latitude }
        guard !knowsPlaces else { return nil }
        if let longitude = column(headed: Self.longitudes), let latitude = column(headed: Self.latitudes) {
            return .columns(longitude: longitude, latitude: latitude)
        }
        return free.first(where: holdsPairs).map { .pair($0) }
    }

    private var free: [Int] { table.columns.indices.filter { !taken.contains($0) } }

    private func column(headed names: Set<String>) -> Int? {
        let found = free.filter { names.contains(table.columns[$0].header.folded) }
        return found.count == 1 ? found[0] : nil
    }

    private func holdsPairs(_ column: Int) -> Bool {
        let cells = table.columns[column].cells
        let values = (0..<min(cells.distinctCount, 100)).map { cells.distinct($0) }.filter { $0.kind != .blank }
        return !values.isEmpty && values.count { CoordinatePair($0.text) != nil } * 10 >= values.count * 9
    }

    private static let longitudes: Set<String> = [
        "lon", "long", "lng", "longitude", "x", "coord x", "coordx", "x wgs84", "lon wgs84", "longitude wgs84", "x l93",
        "x lambert93", "coordonnee x", "xlong",
    ]
    private static let latitudes: Set<String> = [
        "lat", "latitude", "y", "coord y", "coordy", "y wgs84", "lat wgs84", "latitude wgs84", "y l93", "y lambert93",
        "coordonnee y", "ylat",
    ]
}
