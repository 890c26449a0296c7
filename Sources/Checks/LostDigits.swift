import Spelling
import Texts

/// Codes whose digits a spreadsheet rounded away: `2,16901E+13`. What is lost cannot be computed back.
enum LostDigits {
    private static let scientific = Shape(/\s*[0-9]+([.,][0-9]+)?\s?[eE]\s?\+?[0-9]+\s*/)

    /// What to tell the owner of a code in scientific notation, or nil where the value is something else.
    static func text(of value: String) -> Text? {
        guard value.utf8.count < 40, value.utf8.contains(where: { $0 | 0x20 == 0x65 }),
            scientific.fits(value)
        else {
            return nil
        }
        return Text(
            fr: """
                « \(value) » : le tableur a pris ce code pour un nombre et en a perdu des chiffres. \
                Recopiez le code complet dans une cellule au format Texte.
                """,
            en: """
                “\(value)”: the spreadsheet took this code for a number and lost some of its digits. \
                Copy the whole code into a cell of format Text.
                """)
    }
}
