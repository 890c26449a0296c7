import Texts

extension Words {
    static func homeTitle(_ territory: String) -> Text {
        Text(fr: "Les données ouvertes de votre territoire", en: "The open data of your territory")
    }
    static func homeLead(_ territory: String) -> Text {
        Text(
            fr: """
                \(territory)\u{00A0}: parcs, équipements, services… Ce que les communes savent, au même endroit et sous la \
                même forme. À lire ici, à télécharger, à réutiliser librement.
                """,
            en: """
                \(territory): parks, facilities, services… What the communes know, in one place and in one form. To read \
                here, to download, to reuse freely.
                """)
    }
    static let datasets = Text(fr: "Jeux de données", en: "Datasets")
    static let datasetsLead = Text(
        fr: "Chacun réunit les données de toutes les communes, avec les mêmes colonnes.",
        en: "Each one brings together the data of all communes, with the same columns.")
    static let communesTitle = Text(fr: "Commune par commune", en: "Commune by commune")
    static let communesLead = Text(
        fr: "Chaque commune a sa page, ses fichiers et ses cartes.",
        en: "Each commune has its page, its files and its maps.")
    static let figures = Text(fr: "En chiffres", en: "In figures")
    static func datasetCount(_ count: Int) -> Text {
        .count(count, fr: ("jeu de données", "jeux de données"), en: ("dataset", "datasets"))
    }
    static func objectCount(_ count: Int) -> Text {
        .count(count, fr: ("lieu décrit", "lieux décrits"), en: ("place described", "places described"))
    }
    static let nothingYet = Text(
        fr: "Rien n'est encore publié. Dès qu'une commune publiera un fichier, il apparaîtra ici.",
        en: "Nothing is published yet. As soon as a commune publishes a file, it will appear here.")

    static let searchTitle = Text(fr: "Recherche", en: "Search")
    static func results(_ count: Int, for words: String) -> Text {
        let number = Text.count(count, fr: ("résultat", "résultats"), en: ("result", "results"))
        return Text(
            fr: "\(number.fr) pour «\u{00A0}\(words)\u{00A0}»", en: "\(number.en) for “\(words)”")
    }
    static let noResult = Text(
        fr: "Rien ne correspond. Essayez un seul mot, ou le nom d'une commune.",
        en: "Nothing matches. Try a single word, or the name of a commune.")
    static func allResults(_ count: Int) -> Text {
        Text(fr: "Voir les \(Text.number(count).fr) résultats", en: "See all \(Text.number(count).en) results")
    }
}
