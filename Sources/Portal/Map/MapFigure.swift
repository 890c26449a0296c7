import Catalog
import Markup
import Schemas
import Tables
import Texts

/// A map with its caption. Where the interactive map is installed, a script puts it in the place of the drawing.
struct MapFigure {
    /// Where the script finds what to show.
    enum Source {
        /// In a GeoJSON file; only the objects of some identifiers, if any are given.
        case file(String, only: [String]?)
        /// In the page itself.
        case features
    }

    let features: [MapFeature]
    let source: Source
    let schema: Schema
    let title: String
    let caption: String?
    let site: Site
    let visit: Visit

    var html: HTML? {
        guard let drawing = MapDrawing(features: features, outlines: site.publisher.outlines, title: title).html else {
            return nil
        }
        let note: HTML? = caption.map { "<figcaption>\($0)</figcaption>" }
        return """
            <figure class="map" data-map \(attributes)>
            <div class="canvas">\(drawing)</div>
            \(note)
            </figure>
            """
    }

    private var attributes: HTML {
        guard site.hasInteractiveMap else { return .empty }
        let outlines = site.publisher.outlines.isEmpty ? "" : "/contours.geojson"
        return """
            data-title="\(title)" data-outlines="\(outlines)" data-object="/objets/" data-suffix="\(suffix)" \
            data-uid="\(schema.field(meaning: .uid)?.name ?? "")" data-name="\(schema.field(meaning: .name)?.name ?? "")" \
            data-bounds="\(bounds)" data-commune="\(schema.field(meaning: .communeName)?.name ?? "")" \(data)
            """
    }

    private var bounds: String {
        guard let extent = MapFeature.extent(of: features) else { return "" }
        return [extent.west, extent.south, extent.east, extent.north].map { String($0) }.joined(separator: " ")
    }

    private var suffix: String {
        Address.query(
            (visit.isEmbedded ? [("embed", "1")] : [])
                + (visit.hasChosenLanguage ? [("lang", visit.language.rawValue)] : []))
    }

    private var data: HTML {
        switch source {
        case .file(let address, let only):
            let list: HTML? = only.map { "data-only=\"\($0.joined(separator: " "))\"" }
            return "data-source=\"\(address)\" \(list)"
        case .features:
            let shapes = features.map(\.shape.geoJSON).joined(separator: ",")
            return "data-shapes=\"[\(shapes)]\""
        }
    }
}
