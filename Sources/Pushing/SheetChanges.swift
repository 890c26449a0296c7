import Texts

/// What a sheet says that the site does not say yet, in a few words each.
enum SheetChanges {
    /// All of a sheet that is new.
    static func all(_ sheet: DatasetSheet) -> [Text] {
        let formats = sheet.resources.compactMap { $0["format"]?.text }
        let licence = sheet.body(.zones)["license"]?.text ?? ""
        return [
            Text.count(formats.count, fr: ("ressource", "ressources"), en: ("resource", "resources")),
            Text(verbatim: formats.joined(separator: " ")),
            Text(fr: "licence \(licence)", en: "licence \(licence)"),
        ]
    }

    /// What differs.
    static func between(_ current: JSONValue, _ sheet: DatasetSheet) -> [Text] {
        let body = sheet.body(.zones, over: current)
        var changes: [Text] = []
        for (field, words) in fields where body[field]?.text != current[field]?.text { changes.append(words) }
        let (there, new) = (addresses(current), addresses(body))
        let (added, gone) = (new.subtracting(there).count, there.subtracting(new).count)
        if added > 0 {
            changes.append(
                .count(
                    added, fr: ("ressource ajoutée", "ressources ajoutées"), en: ("resource added", "resources added")))
        }
        if gone > 0 {
            changes.append(
                .count(
                    gone, fr: ("ressource retirée", "ressources retirées"),
                    en: ("resource removed", "resources removed")))
        }
        return changes.isEmpty ? [Text(fr: "nouvelles données", en: "new data")] : changes
    }

    private static let fields = [
        ("title", Text(fr: "titre", en: "title")), ("description", Text(fr: "description", en: "description")),
        ("license", Text(fr: "licence", en: "licence")), ("frequency", Text(fr: "rythme", en: "rhythm")),
    ]

    private static func addresses(_ dataset: JSONValue) -> Set<String> {
        Set((dataset["resources"]?.items ?? []).compactMap { $0["url"]?.text })
    }
}
