import Catalog
import Markup
import Tables

/// The territory in dots, one colour for each dataset: an ornament that says nothing which the page does not say.
struct Sketch {
    let places: [[Coordinate]]
    let outlines: [String: Geometry]

    var html: HTML? {
        let all = places.joined()
        guard all.count > 20, let extent = Extent(mostOf: all) else { return nil }
        let projection = Projection(showing: extent)
        let lines = MapDrawing(features: [], outlines: outlines, title: "").outlineLayer(projection)
        let dots = places.enumerated().map { index, group -> HTML in
            "<g class=\"dots-\(index % 3)\">\(group.map { dot($0, projection) })</g>"
        }
        return """
            <svg class="sketch" viewBox="0 0 \(projection.width.short) \(projection.height.short)" aria-hidden="true" \
            focusable="false">\(lines)\(dots)</svg>
            """
    }

    private func dot(_ place: Coordinate, _ projection: Projection) -> HTML {
        let point = projection.point(place)
        return "<circle cx=\"\(point.x.short)\" cy=\"\(point.y.short)\" r=\"4\"/>"
    }
}
