import Checks
import Repairs
import Texts

/// What a rule does, in one sentence for people.
enum RuleWords {
    /// The sentence of a rule; its name where it has none.
    static func sentence(of rule: String) -> Text { known[rule] ?? others[rule] ?? Text(verbatim: rule) }

    private static let known: [String: Text] = {
        var words = Dictionary(Check.all.map { ($0.name, $0.expectation) }) { first, _ in first }
        for check in TableCheck.all { words[check.name] = check.expectation }
        for repair in Repair.all { words[repair.name] = repair.purpose }
        for repair in RowRepair.all { words[repair.name] = repair.purpose }
        return words
    }()

    private static let others: [String: Text] = [
        "remembered": Text(fr: "Selon une réponse que vous avez donnée.", en: "By an answer that you gave."),
        "split-cell": Text(
            fr: "Sépare les informations qui étaient dans une seule cellule.",
            en: "Takes apart what stood in a single cell."),
        "uid-generated": Text(
            fr: "Donne un identifiant à l'objet ; il le gardera.", en: "Gives the object an identifier, which it keeps."
        ),
        "uid-renumbered": Text(
            fr: "Garde l'identifiant sous lequel l'objet est publié, bien que les lignes aient été renumérotées.",
            en: "Keeps the identifier under which the object is published, although the lines were numbered anew."),
        "uid-number": Text(
            fr: "Reprend le numéro qui termine l'identifiant.", en: "Takes the number at the end of the identifier."),
        "postcode-of-commune": Text(
            fr: "La commune n'a qu'un code postal.", en: "The commune has a single postcode."),
        "commune-of-uid": Text(
            fr: "L'identifiant dit quelle est la commune.", en: "The identifier says which commune it is."),
        "commune-of-sender": Text(
            fr: "C'est la commune qui envoie le fichier.", en: "It is the commune that sends the file."),
        "commune-of-postcode": Text(
            fr: "Une seule commune a ce code postal.", en: "Only one commune has this postcode."),
        "located-by-address": Text(
            fr: "L'adresse a été trouvée dans la base d'adresses.", en: "The address was found in the address base."),
        "coordinates-swapped": Text(
            fr: "Longitude et latitude étaient interverties.", en: "Longitude and latitude were swapped."),
        "coordinates-decimal-mark": Text(
            fr: "La virgule manquait : elle a été remise là où la position tombe dans la commune.",
            en: "The decimal mark was missing: it was put where the position falls in the commune."),
        "coordinates-zero": Text(
            fr: "0 et 0 ne sont pas une position.", en: "0 and 0 are no position."),
        "coordinates-of-geometry": Text(
            fr: "Reprend la position de la forme dessinée.", en: "Takes the position of the shape that was drawn."),
    ]
}
