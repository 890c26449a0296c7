extension CustomCheck {
    /// Points in France, by the rectangles of its parts.
    static let frenchCoordinates = CustomCheck(names: ["french-gps-coordinates", "coordonnees-gps-francaises"]) {
        (declared, _) throws(CheckProblem) in
        let column = try declared.requiredColumn()
        return .row(
            RowCheck(columns: [column], column: column) { values in
                guard case .point(let longitude, let latitude)? = values[0].value else { return nil }
                let (east, north) = (longitude.double, latitude.double)
                if isInFrance(east, north) { return nil }
                guard isInFrance(north, east) else {
                    return CustomFault(
                        title: "Coordonnées GPS Invalides",
                        message: "La valeur ne correspond pas à des coordonnées GPS françaises valides.",
                        type: "french-gps-coordinates")
                }
                return CustomFault(
                    title: "Coordonnées GPS Inversées",
                    message: "Les coordonnées GPS semblent inversées et ne tombent pas en France",
                    type: "reversed-french-gps-coordinates")
            })
    }

    /// West, south, east, north, in degrees (Validata): mainland, Guadeloupe, Martinique, Guyane, La Réunion, Mayotte.
    private static let rectangles: [(west: Double, south: Double, east: Double, north: Double)] = [
        (-5.141277, 41.333571, 9.560091, 51.088989), (-61.809839, 15.832041, -61.001959, 16.514488),
        (-61.229033, 14.388646, -60.809655, 14.878723), (-54.60239, 2.111055, -51.619041, 5.748138),
        (55.216526, -21.389631, 55.836654, -20.8718), (45.01833, -13.005254, 45.299985, -12.63659),
    ]

    /// Whether a point lies inside; the border is outside.
    private static func isInFrance(_ east: Double, _ north: Double) -> Bool {
        rectangles.contains { east > $0.west && east < $0.east && north > $0.south && north < $0.north }
    }
}
