import GeoFiles
import Schemas

/// The note in the archive of a Shapefile: which field is which, and what was cut.
struct ShapefileNote {
    let schema: Schema
    let source: MapSource
    let names: [String]
    let projection: Projection?

    /// The note, in French then in English, its lines ended as Windows wants them.
    var text: String {
        (french + ["", "----", ""] + english + [""]).joined(separator: "\r\n")
    }

    private var french: [String] {
        var lines = [
            schema.title, "", "Un Shapefile ne garde que 10 lettres du nom d’un champ, et 254 octets d’un texte.",
            "Le GeoPackage (.gpkg) et le CSV n’ont pas ces limites.", "",
            "Projection : EPSG:\(projection?.epsg ?? 4326). Textes : UTF-8.", "", "Champ\tChamp du modèle\tIntitulé",
        ]
        lines += fieldLines
        if hasTruth { lines += ["", "Les champs « oui ou non » portent les mots du modèle, en texte."] }
        lines += cutLines { "Champ \($0) : \($1) texte(s) différent(s) coupé(s) à 254 octets." }
        return lines
    }

    private var english: [String] {
        var lines = [
            "A Shapefile keeps only 10 letters of the name of a field, and 254 bytes of a text.",
            "The GeoPackage (.gpkg) and the CSV do not have these limits. The table above says which field is which.",
        ]
        if hasTruth { lines.append("Yes-or-no fields bear the words of the schema, as text.") }
        lines += cutLines { "Field \($0): \($1) different text(s) cut to 254 bytes." }
        return lines
    }

    private var fieldLines: [String] {
        zip(names, source.fields).map { short, name in "\(short)\t\(name)\t\(schema.field(name)?.title ?? name)" }
    }

    private var hasTruth: Bool { source.facts.contains { $0.kind == .boolean } }

    private func cutLines(_ line: (String, Int) -> String) -> [String] {
        let lines = source.fields.indices.filter { source.cut[$0] > 0 }.map { line(names[$0], source.cut[$0]) }
        return lines.isEmpty ? [] : [""] + lines
    }
}
