import Norms

/// What is said of a cell that is none of the type of its field.
enum TypeWords {
    static func words(_ field: FieldDescriptor, _ cell: String) -> (title: String, message: String) {
        switch field.type {
        case "string": ("Format de texte incorrect", text(field.format))
        case "number": ("Format de nombre incorrect", number(cell))
        case "integer":
            ("Format entier incorrect", "La valeur doit être un nombre entier (valeur reçue : \(cell))")
        case "boolean": ("Valeur booléenne incorrecte", boolean(field))
        case "array": ("Tableau incorrecte", "La valeur doit être un tableau JSON valide")
        case "object": ("Objet incorrect", "La valeur doit être un objet JSON valide")
        case "list":
            (
                "Liste incorrecte",
                "Les éléments de la liste doivent être du type `\(field.tree["itemType"]?.string ?? "string")`"
            )
        case "date": ("Format de date incorrect", date(field.format, cell))
        case "year":
            (
                "Format d'année incorrect",
                "L'année doit être composée de 4 chiffres (valeur reçue : \(cell))"
            )
        case "yearmonth": ("Format de mois incorrect", "Le mois doit être écrit sous la forme `aaaa-mm`")
        case "time": ("Format d'heure incorrect", "L'heure doit être écrite sous la forme `\(clock(field.format))`")
        case "datetime":
            (
                "Format de date et heure incorrect",
                "La date et l'heure doivent être écrites sous la forme `\(moment(field.format))`"
            )
        case "duration": ("Format de durée incorrect", "La durée doit être écrite comme `P1Y6M` ou `PT30M` (ISO 8601)")
        case "geopoint": ("Coordonnées incorrectes", point(field.format))
        case "geojson": ("Géométrie incorrecte", "La valeur doit être un objet GeoJSON valide")
        default: ("Valeur incorrecte", "La valeur n'est pas du type `\(field.type)`")
        }
    }

    private static func text(_ format: String) -> String {
        switch format {
        case "uri": "La valeur doit être une adresse de page internet (URL)"
        case "email": "La valeur doit être une adresse email"
        case "binary": "La valeur doit être une chaîne encodée en base64"
        case "uuid": "La valeur doit être un UUID"
        case "default": "La valeur doit être une chaîne de caractère"
        default: "La valeur doit être une chaîne de caractères"
        }
    }

    private static func number(_ cell: String) -> String {
        guard cell.contains(",") else {
            return "La valeur ne doit comporter que des chiffres et le point comme séparateur décimal"
        }
        let pointed = cell.replacing(",", with: ".")
        return "Le séparateur décimal à utiliser est le point («&#160;\(pointed)&#160;»)"
    }

    private static func boolean(_ field: FieldDescriptor) -> String {
        let list = { (words: [String]) in
            let quoted = words.map { "`\($0)`" }
            guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "" }
            return quoted.dropLast().joined(separator: ", ") + " et " + last
        }
        let yes = field.tree["trueValues"].map { SchemaDescriptor.names($0) } ?? BooleanReader.usualTrue
        let no = field.tree["falseValues"].map { SchemaDescriptor.names($0) } ?? BooleanReader.usualFalse
        return "Les valeurs acceptées sont \(list(yes)) (vrai) et \(list(no)) (faux)"
    }

    private static let frenchDay = DatePattern("%d/%m/%Y")
    private static let isoDay = DatePattern("%Y-%m-%d")
    private static let plainMoment = Pattern.required(#"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$"#)

    /// The date as it should have been written, where it can be guessed; else only the form.
    private static func date(_ format: String, _ cell: String) -> String {
        let expected = format == "default" || format == "any" ? "%Y-%m-%d" : format
        // Where the schema gives no form, Validata writes the word « default », which nobody understands.
        let shown = expected.replacing("%Y", with: "aaaa").replacing("%y", with: "aa").replacing("%m", with: "mm")
            .replacing("%d", with: "jj")
        let isMoment = cell.withBytes { plainMoment.matchesStart(of: $0) }
        let day = String(isMoment ? cell.prefix(while: { $0 != "T" }) : cell[...])
        let found = day.withBytes { isoDay.read($0) ?? frenchDay.read($0) }
        guard let found else { return "La date doit être écrite sous la forme `\(shown)`" }
        return "La forme attendue est `\(written(found.day, expected))` (`\(shown)`)"
    }

    private static func written(_ day: CalendarDay, _ format: String) -> String {
        let pad = { (number: Int, width: Int) in
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }
        return format.replacing("%Y", with: String(day.year)).replacing("%y", with: pad(day.year % 100, 2))
            .replacing("%m", with: pad(day.month, 2)).replacing("%d", with: pad(day.day, 2))
    }

    private static func clock(_ format: String) -> String { format == "default" ? "hh:mm:ss" : shown(format) }

    private static func moment(_ format: String) -> String {
        format == "default" ? "aaaa-mm-jjThh:mm:ssZ" : shown(format)
    }

    private static func shown(_ format: String) -> String {
        [("%Y", "aaaa"), ("%y", "aa"), ("%m", "mm"), ("%d", "jj"), ("%H", "hh"), ("%M", "mm"), ("%S", "ss")]
            .reduce(format) { $0.replacing($1.0, with: $1.1) }
    }

    private static func point(_ format: String) -> String {
        switch format {
        case "array": "Les coordonnées doivent être écrites sous la forme `[longitude, latitude]`"
        case "object": "Les coordonnées doivent être écrites sous la forme `{\"lon\": longitude, \"lat\": latitude}`"
        default: "Les coordonnées doivent être écrites sous la forme `longitude, latitude`"
        }
    }
}
