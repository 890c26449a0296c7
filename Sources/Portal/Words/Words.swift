import Texts

/// The words of the portal. Those of one page stand in a file of their own.
enum Words {
    static let skip = Text(fr: "Aller au contenu", en: "Skip to content")
    static let openData = Text(fr: "Données ouvertes", en: "Open data")
    static let mainMenu = Text(fr: "Menu principal", en: "Main menu")
    static let data = Text(fr: "Données", en: "Data")
    static let communes = Text(fr: "Communes", en: "Communes")
    static let reuse = Text(fr: "Réutiliser", en: "Reuse")
    static let home = Text(fr: "Accueil", en: "Home")
    static let youAreHere = Text(fr: "Vous êtes ici", en: "You are here")
    static let source = Text(fr: "Source\u{00A0}:", en: "Source:")
    static let newWindow = Text(fr: "(nouvelle fenêtre)", en: "(new window)")
    static let contact = Text(fr: "Nous écrire", en: "Write to us")
    static let promise = Text(
        fr: "Des données publiques, gratuites et tenues à jour par les communes.",
        en: "Public data, free of charge, kept up to date by the communes.")
    static let embedThese = Text(fr: "Afficher ces données sur votre site", en: "Show these data on your site")
    static let accessibilityState = Text(fr: "Accessibilité\u{00A0}: non conforme", en: "Accessibility: not compliant")

    static let search = Text(fr: "Chercher", en: "Search")
    static let searchLabel = Text(
        fr: "Chercher un lieu, une rue, un équipement", en: "Search for a place, a street, a facility")
    static let yes = Text(fr: "oui", en: "yes")
    static let no = Text(fr: "non", en: "no")
    static let wholeTerritory = Text(fr: "Tout le territoire", en: "The whole territory")
    static let commune = Text(fr: "Commune", en: "Commune")
    static let files = Text(fr: "Télécharger", en: "Download")
    static let neverPublished = Text(fr: "Rien n'est encore publié.", en: "Nothing is published yet.")

    static func updated(_ date: Text) -> Text {
        Text(fr: "Mis à jour le \(date.fr)", en: "Updated on \(date.en)")
    }

    static func communeCount(_ count: Int) -> Text {
        .count(count, fr: ("commune", "communes"), en: ("commune", "communes"))
    }
}
