import Schemas
import Texts

extension Corruption {
    /// What people write where they know nothing. Unknown is empty.
    static let placeholders = Corruption(
        18, Text(fr: "Cases « remplies » pour dire rien", en: "Placeholders"),
        forms: (always + always + sometimes).enumerated().map { place, word in
            Form(word) { cell, _ in
                guard cell.value.isEmpty else { return nil }
                let isWord = place >= 2 * always.count
                // In a text for people, a word may be meant; a list may hold it; and no seats may be none.
                if isWord, cell.isProse || cell.field.isList || cell.isQuantity || cell.field.type == .boolean {
                    return Damage(word, .text, .either([word, "0"]))
                }
                return Damage(word)
            }
        })

    private static let always = [
        "-", "--", "/", "?", "NC", "N.C.", "nc", "non renseigné", "Non renseignée", "NULL", "n/a", "N/A", "nr", "NR",
        "...",
        "non communiqué", "à compléter", "???", "xxx", "n.c", "(vide)", "NaN", "None", "null", "ne sait pas",
        "non connu", "_",
    ]
    private static let sometimes = ["néant", "RAS", "sans objet", "aucun", "inconnu", "Néant", "aucune", "SO", "vide"]
}
