import Catalog
import Markup
import Tables
import Texts

/// A map as a drawing (SVG), which needs neither JavaScript nor tiles. The list beside it says the same in words.
struct MapDrawing {
    let features: [MapFeature]
    let outlines: [String: Geometry]
    let title: String

    var html: HTML? {
        guard let extent = MapFeature.extent(of: features) else { return nil }
        let projection = Projection(showing: extent)
        return """
            <svg viewBox="0 0 \(projection.width.short) \(projection.height.short)" role="img" aria-label="\(title)">
            \(background(projection))
            \(shapes(projection))
            \(labels(projection))
            \(scaleBar(projection))
            </svg>
            """
    }

    private func background(_ projection: Projection) -> HTML {
        "\(graticule(projection))\(outlineLayer(projection))"
    }

    /// The borders of the communes.
    func outlineLayer(_ projection: Projection) -> [HTML] {
        outlines.sorted { $0.key < $1.key }.map { _, shape -> HTML in
            "<path class=\"outline\" d=\"\(path(shape, projection))\"/>"
        }
    }

    /// Faint lines every fifty units: the squared paper of a drawing office.
    private func graticule(_ projection: Projection) -> HTML {
        var path = ""
        for x in stride(from: 50.0, to: projection.width, by: 50) { path += "M\(x.short) 0V\(projection.height.short)" }
        for y in stride(from: 50.0, to: projection.height, by: 50) { path += "M0 \(y.short)H\(projection.width.short)" }
        return "<path class=\"grid\" d=\"\(path)\"/>"
    }

    private func shapes(_ projection: Projection) -> [HTML] {
        features.map { feature in
            let title: HTML = "<title>\(feature.name)</title>"
            switch feature.shape {
            case .point(let place):
                let point = projection.point(place)
                return "<circle cx=\"\(point.x.short)\" cy=\"\(point.y.short)\" r=\"6\">\(title)</circle>"
            default:
                let mark: HTML? = feature.shape.pointOnSurface.map { place in
                    let point = projection.point(place)
                    return "<circle class=\"small\" cx=\"\(point.x.short)\" cy=\"\(point.y.short)\" r=\"3.5\"/>"
                }
                return "<g><path class=\"shape\" d=\"\(path(feature.shape, projection))\">\(title)</path>\(mark)</g>"
            }
        }
    }

    /// The name of each commune above the middle of its objects, unless it would lie on another name.
    private func labels(_ projection: Projection) -> [HTML] {
        var taken: [(x: Double, y: Double, half: Double)] = []
        let byCommune = Dictionary(grouping: features.filter { !$0.commune.isEmpty }, by: \.commune)
        guard byCommune.count > 1 else { return [] }
        return byCommune.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.compactMap { name, members in
            let points = members.compactMap { $0.shape.coordinates.first }.map(projection.point)
            guard !points.isEmpty else { return nil }
            let half = Double(name.count) * 4.6
            let x = points.map(\.x).reduce(0, +) / Double(points.count)
            let center = min(max(x, half + 4), projection.width - half - 4)
            let y = max((points.map(\.y).min() ?? 0) - 14, 18)
            guard !taken.contains(where: { abs($0.y - y) < 18 && abs($0.x - center) < $0.half + half }) else {
                return nil
            }
            taken.append((center, y, half))
            return "<text x=\"\(center.short)\" y=\"\(y.short)\">\(name)</text>"
        }
    }

    private func scaleBar(_ projection: Projection) -> HTML {
        let metres =
            [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 500_000]
            .last { Double($0) / projection.metresPerUnit <= 160 } ?? 50
        let length = Double(metres) / projection.metresPerUnit
        let y = projection.height - 18
        let name = metres < 1000 ? "\(metres)\u{00A0}m" : "\(metres / 1000)\u{00A0}km"
        return """
            <path class="scale" d="M16 \((y - 5).short)v5h\(length.short)v-5"/>\
            <text class="scale" x="\((22 + length).short)" y="\(y.short)">\(name)</text>
            """
    }

    private func path(_ shape: Geometry, _ projection: Projection) -> String {
        switch shape {
        case .point(let place): line([place], projection)
        case .multiPoint(let places): places.map { line([$0], projection) }.joined()
        case .lineString(let places): line(places, projection)
        case .multiLineString(let lines): lines.map { line($0, projection) }.joined()
        case .polygon(let rings): rings.map { line($0, projection) + "Z" }.joined()
        case .multiPolygon(let polygons): polygons.joined().map { line($0, projection) + "Z" }.joined()
        }
    }

    /// A line without the points that lie within one unit of the one before: they cannot be seen.
    private func line(_ places: [Coordinate], _ projection: Projection) -> String {
        var text = ""
        var last: (x: Double, y: Double)?
        for place in places {
            let point = projection.point(place)
            if let last, abs(point.x - last.x) < 1, abs(point.y - last.y) < 1 { continue }
            text += "\(last == nil ? "M" : "L")\(point.x.short) \(point.y.short)"
            last = point
        }
        return text
    }
}
