import Texts

extension Words {
    static let unknown = Text(fr: "Non renseigné", en: "Not stated")
    static let unknownFields = Text(fr: "Non renseigné\u{00A0}:", en: "Not stated:")
    static let address = Text(fr: "Adresse", en: "Address")
    static let whereItIs = Text(fr: "Où c'est", en: "Where it is")
    static let identifier = Text(fr: "Identifiant", en: "Identifier")
    static let coordinates = Text(fr: "Coordonnées", en: "Coordinates")
    static let details = Text(fr: "En détail", en: "In detail")
    static let seeAll = Text(fr: "Voir tout le jeu de données", en: "See the whole dataset")
    static func from(_ commune: String, _ date: Text) -> Text {
        Text(
            fr: "Publié par \(commune), le \(date.fr).", en: "Published by \(commune) on \(date.en).")
    }
    static func openMap(_ place: String) -> Text {
        Text(fr: "Carte\u{00A0}: \(place)", en: "Map: \(place)")
    }

    static func communeTitle(_ name: String) -> Text {
        Text(fr: "Les données ouvertes de \(name)", en: "The open data of \(name)")
    }
    static func communeLead(_ territory: String) -> Text {
        Text(
            fr: "Les mêmes jeux de données que dans tout le territoire (\(territory)), pour cette commune seulement.",
            en: "The same datasets as in the whole territory (\(territory)), for this commune only.")
    }
    static let communeNothing = Text(
        fr: "Cette commune n'a encore rien publié.", en: "This commune has not published anything yet.")
}
