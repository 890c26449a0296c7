import Foundation
import Tables

/// Places in metres, as the formulas of the IGN have them (NTG 71, algorithms 1 to 4).
struct Projected {
    let x: Double
    let y: Double

    /// To the centimetre.
    var words: (x: String, y: String) { (Register.decimal(x, places: 2), Register.decimal(y, places: 2)) }

    /// RGF93 / Lambert-93 (EPSG:2154).
    static func lambert93(_ place: Coordinate) -> Projected {
        conic(place, parallels: (44, 49), origin: 46.5, x: 700_000, y: 6_600_000)
    }

    /// RGF93 / CC46 (EPSG:3946).
    static func conic46(_ place: Coordinate) -> Projected {
        conic(place, parallels: (45.25, 46.75), origin: 46, x: 1_700_000, y: 5_200_000)
    }

    /// WGS 84 / Pseudo-Mercator (EPSG:3857).
    static func webMercator(_ place: Coordinate) -> Projected {
        let radius = 6_378_137.0
        return Projected(
            x: radius * place.longitude * .pi / 180, y: radius * log(tan(.pi / 4 + place.latitude * .pi / 360)))
    }

    private static func conic(
        _ place: Coordinate, parallels: (Double, Double), origin: Double, x: Double, y: Double
    ) -> Projected {
        // The ellipsoid GRS 80.
        let (axis, e) = (6_378_137.0, 0.0818191910428158)
        func isometric(_ degrees: Double) -> Double {
            let angle = degrees * .pi / 180
            return log(tan(.pi / 4 + angle / 2) * pow((1 - e * sin(angle)) / (1 + e * sin(angle)), e / 2))
        }
        func radius(_ degrees: Double) -> Double {
            let angle = degrees * .pi / 180
            return axis * cos(angle) / sqrt(1 - e * e * sin(angle) * sin(angle))
        }
        let n = log(radius(parallels.1) / radius(parallels.0)) / (isometric(parallels.0) - isometric(parallels.1))
        let c = radius(parallels.0) * exp(n * isometric(parallels.0)) / n
        let r = c * exp(-n * isometric(place.latitude))
        let angle = n * (place.longitude - 3) * .pi / 180
        return Projected(x: x + r * sin(angle), y: y + c * exp(-n * isometric(origin)) - r * cos(angle))
    }
}
