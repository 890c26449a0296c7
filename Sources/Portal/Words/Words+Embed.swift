import Markup
import Texts

extension Words {
    static let embedTitle = Text(fr: "Afficher ces données sur votre site", en: "Show these data on your site")
    static let embedLead = Text(
        fr: """
            Choisissez un jeu de données et une commune, puis copiez le code dans une page de votre site. \
            Ce qui s'affiche reste à jour tout seul.
            """,
        en: """
            Choose a dataset and a commune, then copy the code into a page of your site. What is shown stays up to date \
            by itself.
            """)
    static let dataset = Text(fr: "Jeu de données", en: "Dataset")
    static let prepareCode = Text(fr: "Préparer le code", en: "Prepare the code")
    static let frameCode = Text(fr: "Carte et liste dans un cadre", en: "Map and list in a frame")
    static let frameHint = Text(
        fr: "Pour la plupart des sites\u{00A0}: à coller dans un bloc «\u{00A0}HTML\u{00A0}».",
        en: "For most sites: paste it into an “HTML” block.")
    static let linkCode = Text(fr: "Lien vers la page", en: "Link to the page")
    static let linkHint = Text(fr: "Le plus simple\u{00A0}: un lien.", en: "The simplest: a link.")
    static let dataCode = Text(fr: "Adresse des données (GeoJSON)", en: "Address of the data (GeoJSON)")
    static let dataHint = Text(
        fr: "Pour votre propre carte\u{00A0}: l'adresse ne change jamais.",
        en: "For a map of your own: the address never changes.")
    static let preview = Text(fr: "Aperçu", en: "Preview")
}
