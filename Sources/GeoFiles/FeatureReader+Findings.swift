import Tables
import Texts

extension FeatureReader {
    /// What to say about the shapes of the layer.
    var findings: [Finding] {
        var findings: [Finding] = []
        if !farShapes.isEmpty {
            findings.append(
                Finding(rule: "geo-projection", severity: .error, rows: farShapes, text: Self.far(farShapes.count)))
        }
        if !oddShapes.isEmpty {
            findings.append(
                Finding(rule: "geo-shape", severity: .warning, rows: oddShapes, text: Self.odd(oddShapes.count)))
        }
        return findings
    }

    private static func far(_ count: Int) -> Text {
        let positions = Text.count(count, fr: ("position", "positions"), en: ("position", "positions"))
        return Text(
            fr: """
                \(positions.fr) hors du globe : les coordonnées ne sont pas en degrés et le fichier ne dit pas dans \
                quelle projection elles sont. Exportez-le en WGS 84 (EPSG:4326), ou joignez le fichier .prj.
                """,
            en: """
                \(positions.en) off the globe: the coordinates are not degrees, and the file does not tell their \
                projection. Export it in WGS 84 (EPSG:4326), or add the .prj file.
                """)
    }

    private static func odd(_ count: Int) -> Text {
        let shapes = Text.count(count, fr: ("forme", "formes"), en: ("shape", "shapes"))
        return Text(
            fr: "\(shapes.fr) sans position utilisable : vide, incomplète, ou plusieurs sortes de formes mêlées.",
            en: "\(shapes.en) without a usable position: empty, incomplete, or several kinds of shapes in one.")
    }
}
