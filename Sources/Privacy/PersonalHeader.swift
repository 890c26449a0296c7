import Spelling

/// Headers under which people keep what is about persons. Such a column is not published unless a field of the schema
/// asks for it; its owner is told so.
public enum PersonalHeader {
    /// Whether a header announces data about persons.
    public static func isOne(_ header: String) -> Bool {
        let words = Set(header.foldedWords)
        return !words.isDisjoint(with: telling) || phrases.contains { header.folded.contains($0) }
    }

    private static let telling: Set<String> = [
        "prenom", "prenoms", "naissance", "nee", "nationalite", "sante", "handicap", "nir", "iban", "rib", "secu",
        "portable", "mobile", "gsm", "immatriculation", "beneficiaire", "usager", "salaire", "religion", "gardien",
        "gardienne", "responsable", "mdp", "password", "digicode",
    ]
    private static let phrases = [
        "quotient familial", "securite sociale", "mot de passe", "nom de famille", "nom du contact", "nom contact",
        "adresse personnelle", "situation familiale", "code acces", "code d acces",
    ]
}
