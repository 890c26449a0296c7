import Foundation
import Geocoding
import Markup
import Tables
import Texts

/// A small map of where an address may be, drawn as SVG into the report: no server is asked for it. Grey dots are the
/// addresses around, numbers the candidates, a cross the position that was given.
struct PlaceMap {
    let location: Location
    let language: Language

    private static let width = 300.0
    private static let height = 180.0
    private static let margin = 18.0

    /// The drawing; nothing where there is nothing to place.
    var svg: HTML? {
        guard let frame = Frame(points: candidates + given, surroundings: location.surroundings) else { return nil }
        let dots = location.surroundings.map { point -> HTML in
            let (x, y) = frame.place(point)
            return "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"1.6\"/>"
        }
        let marks = candidates.enumerated().reversed().map { number, point -> HTML in
            let (x, y) = frame.place(point)
            return
                "<g class=\"spot\"><circle cx=\"\(x)\" cy=\"\(y)\" r=\"8\"/><text x=\"\(x)\" y=\"\(y)\">\(number + 1)</text></g>"
        }
        let crosses = given.map { point -> HTML in
            let (x, y) = frame.place(point)
            return "<path class=\"given\" d=\"M\(x) \(y)m-5 -5l10 10m0 -10l-10 10\"/>"
        }
        let title = Text(fr: "Où peut être cette adresse", en: "Where this address may be").in(language)
        return """
            <svg class="map" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" aria-label="\(title)">\
            <g class="around">\(dots)</g>\(marks)\(crosses)\(frame.scaleBar)</svg>
            """
    }

    /// The candidates that lie near the first: one in another town would make dots of the others.
    private var candidates: [Coordinate] {
        guard let first = (location.point ?? location.candidates.first?.point) else { return [] }
        return location.candidates.map(\.point).filter { $0.metres(to: first) < 3000 }
    }

    private var given: [Coordinate] { location.point.map { [$0] } ?? [] }

    /// What the map shows, and how.
    private struct Frame {
        private let west: Double
        private let north: Double
        private let east: Double
        /// Units of the drawing for a degree of latitude.
        private let scale: Double

        init?(points: [Coordinate], surroundings: [Coordinate]) {
            guard let first = points.first else { return nil }
            let all = points + surroundings
            let shrink = cos(first.latitude * .pi / 180)
            let longitudes = all.map(\.longitude), latitudes = all.map(\.latitude)
            // At least 200 metres across, so that one point is not the whole world.
            let width = max(((longitudes.max() ?? 0) - (longitudes.min() ?? 0)) * shrink, 0.0018)
            let height = max((latitudes.max() ?? 0) - (latitudes.min() ?? 0), 0.0012)
            scale = min(
                (PlaceMap.width - 2 * PlaceMap.margin) / width, (PlaceMap.height - 2 * PlaceMap.margin) / height)
            east = shrink
            let middle = ((longitudes.max() ?? 0) + (longitudes.min() ?? 0)) / 2
            let centre = ((latitudes.max() ?? 0) + (latitudes.min() ?? 0)) / 2
            west = middle - PlaceMap.width / 2 / scale / shrink
            north = centre + PlaceMap.height / 2 / scale
        }

        func place(_ point: Coordinate) -> (String, String) {
            let x = (point.longitude - west) * east * scale, y = (north - point.latitude) * scale
            return (String((x * 10).rounded() / 10), String((y * 10).rounded() / 10))
        }

        /// How long a hundred metres are, or a kilometre where that is too short to see.
        var scaleBar: HTML {
            let metres = 100 * scale / 111_195 >= 20 ? 100.0 : 1000.0
            let length = (metres * scale / 111_195 * 10).rounded() / 10
            let words = metres == 100 ? "100 m" : "1 km"
            return
                "<path class=\"scale\" d=\"M8 172h\(String(length))\"/><text class=\"scale\" x=\"8\" y=\"166\">\(words)</text>"
        }
    }
}
