import Tables

/// The parts of France, as boxes of degrees (those of Validata's check `french-gps-coordinates`), by the beginning of
/// the INSEE code.
struct FrenchPart {
    private let boxes: [Box]

    private struct Box {
        let west: Double, south: Double, east: Double, north: Double

        func contains(_ place: Coordinate) -> Bool {
            (west...east).contains(place.longitude) && (south...north).contains(place.latitude)
        }
    }

    /// The part in which a commune lies; all of them where its code is not known.
    init(of commune: String) {
        let overseas = Self.overseas[String(commune.prefix(3))]
        boxes = overseas.map { [$0] } ?? (commune.isEmpty ? [Self.mainland] + Self.overseas.values : [Self.mainland])
    }

    /// Whether a place is in it.
    func contains(_ place: Coordinate) -> Bool { boxes.contains { $0.contains(place) } }

    /// Mainland France and Corsica.
    private static let mainland = Box(west: -5.141277, south: 41.333571, east: 9.560091, north: 51.088989)

    private static let overseas = [
        "971": Box(west: -61.809839, south: 15.832041, east: -61.001959, north: 16.514488),
        "972": Box(west: -61.229033, south: 14.388646, east: -60.809655, north: 14.878723),
        "973": Box(west: -54.60239, south: 2.111055, east: -51.619041, north: 5.748138),
        "974": Box(west: 55.216526, south: -21.389631, east: 55.836654, north: -20.8718),
        "976": Box(west: 45.01833, south: -13.005254, east: 45.299985, north: -12.63659),
    ]
}
