import Store
import Texts

extension Difference {
    /// What a release changes, in one sentence.
    var sentence: Text {
        guard !isEmpty else { return Text(fr: "Rien n'a changé.", en: "Nothing has changed.") }
        let parts = [
            (added.count, ("ajout", "ajouts"), ("added", "added")),
            (changed.count, ("modification", "modifications"), ("changed", "changed")),
            (removed.count, ("suppression", "suppressions"), ("removed", "removed")),
            (unchanged, ("inchangée", "inchangées"), ("unchanged", "unchanged")),
        ].filter { $0.0 > 0 }.map { Text.count($0.0, fr: $0.1, en: $0.2) }
        let list = Text(fr: parts.map(\.fr).joined(separator: ", "), en: parts.map(\.en).joined(separator: ", "))
        guard isWorrying else { return Text(fr: list.fr + ".", en: list.en + ".") }
        let share = Int((loss * 100).rounded())
        return Text(
            fr:
                "\(list.fr). Attention : \(share) % des lignes publiées disparaissent. « gabarit releases restore » revient en arrière.",
            en: "\(list.en). Beware: \(share)% of the published rows go. “gabarit releases restore” goes back.")
    }
}

extension Unusable {
    static func loss(_ difference: Difference, file: String) -> Unusable {
        let (gone, all) = (
            difference.removed.count, difference.removed.count + difference.changed.count + difference.unchanged
        )
        return Unusable(
            fr: """
                « \(file) » n'est pas publié : \(gone) des \(all) lignes publiées disparaîtraient. Vérifiez que c'est le \
                bon fichier, et complet ; si c'est voulu, publiez-le avec --accept-loss.
                """,
            en: """
                “\(file)” is not published: \(gone) of the \(all) published rows would go. Check that it is the right \
                file, and whole; if it is meant, publish it with --accept-loss.
                """)
    }

    static func release(_ id: String) -> Unusable {
        Unusable(
            fr: "Aucune publication ne porte le signe « \(id) ». « gabarit releases list » les montre.",
            en: "No release bears the sign “\(id)”. “gabarit releases list” shows them.")
    }

    static func unpublished(_ schema: String, _ commune: String) -> Unusable {
        Unusable(
            fr: "Rien n'est publié du modèle « \(schema) » pour la commune \(commune).",
            en: "Nothing of the schema “\(schema)” is published for the commune \(commune).")
    }
}

extension StoreError: Sentenced {
    var sentence: Text {
        switch self {
        case .newer(let step):
            Text(
                fr: "Une version plus récente de Gabarit a fait cette base (« \(step) ») : mettez Gabarit à jour.",
                en: "A newer version of Gabarit made this database (“\(step)”): update Gabarit.")
        case .unfinishedCopy:
            Text(
                fr: "Cette base est une copie inachevée : effacez-la, et recommencez la copie.",
                en: "This database is an unfinished copy: delete it, and copy again.")
        case .notEmpty:
            Text(
                fr: "La base d'arrivée contient déjà quelque chose : donnez-en une vide.",
                en: "The target database holds something already: give an empty one.")
        case .loss(let difference): Unusable.loss(difference, file: "").sentence
        }
    }
}
