import Texts

extension Words {
    static let showing = Text(fr: "Choisir ce qui est affiché", en: "Choose what is shown")
    static let wordsLabel = Text(fr: "Mots à chercher", en: "Words to search for")
    static let show = Text(fr: "Afficher", en: "Show")
    static let showAll = Text(fr: "Tout afficher", en: "Show everything")
    static let map = Text(fr: "Carte", en: "Map")
    static let list = Text(fr: "Liste", en: "List")
    static let previous = Text(fr: "Page précédente", en: "Previous page")
    static let next = Text(fr: "Page suivante", en: "Next page")
    static let pages = Text(fr: "Pages de la liste", en: "Pages of the list")
    static let noRows = Text(
        fr: "Aucune ligne ne correspond à ce choix.", en: "No row matches this choice.")
    static let about = Text(fr: "À propos de ces données", en: "About these data")
    static let quality = Text(fr: "Qualité", en: "Quality")
    static let licence = Text(fr: "Licence", en: "Licence")
    static let rhythm = Text(fr: "Mise à jour prévue", en: "Planned update")
    static let lastUpdate = Text(fr: "Dernière mise à jour", en: "Last update")
    static let structure = Text(fr: "Structure", en: "Structure")
    static let readStructure = Text(
        fr: "Lire le modèle\u{00A0}: chaque colonne expliquée", en: "Read the schema: every column explained")
    static let publisher = Text(fr: "Publié par", en: "Published by")
    static let provenance = Text(fr: "Qui a publié quoi", en: "Who published what")
    static let rowsHeader = Text(fr: "Lignes", en: "Rows")
    static let embed = Text(fr: "Afficher sur votre site", en: "Show on your site")
    static let mapNote = Text(
        fr: "La liste ci-dessous dit la même chose en toutes lettres.",
        en: "The list below says the same in words.")

    static func page(_ number: Int, of count: Int) -> Text {
        Text(fr: "Page \(number) sur \(count)", en: "Page \(number) of \(count)")
    }
    static func pageNumber(_ number: Int) -> Text { Text(fr: "Page \(number)", en: "Page \(number)") }
    static func rowRange(_ first: Int, _ last: Int, of total: Int) -> Text {
        let (a, b, n) = (Text.number(first), Text.number(last), Text.number(total))
        return Text(fr: "\(a.fr) à \(b.fr) sur \(n.fr)", en: "\(a.en) to \(b.en) of \(n.en)")
    }
    static func mapTitle(_ shown: Int, of total: Int) -> Text {
        let places = Text.count(shown, fr: ("lieu placé", "lieux placés"), en: ("place located", "places located"))
        guard shown < total else {
            return Text(fr: "Carte de \(places.fr)", en: "Map of \(places.en)")
        }
        return Text(
            fr: "Carte de \(places.fr) sur \(Text.number(total).fr)",
            en: "Map of \(places.en) out of \(Text.number(total).en)")
    }
    static func sortBy(_ column: String) -> Text {
        Text(fr: "Trier par «\u{00A0}\(column)\u{00A0}»", en: "Sort by “\(column)”")
    }
    static func version(_ number: String) -> Text { Text(fr: "version \(number)", en: "version \(number)") }
}
