/// What somebody wrote who had nothing to write.
enum Emptiness {
    /// Nothing is known: `non renseigné`, `à compléter`.
    case unknown
    /// Nothing is known, in letters that could stand for something else in a name: `NC`, `ND`, `NA`.
    case initials
    /// There is none: `néant`, `aucun`. In a count that is zero, in a text it may be an answer.
    case nothing

    /// What a folded text says when it says nothing, else nil.
    init?(_ key: String) {
        if Self.unknownWords.contains(key) {
            self = .unknown
        } else if Self.letters.contains(key) {
            self = .initials
        } else if Self.noneWords.contains(key) {
            self = .nothing
        } else {
            return nil
        }
    }

    private static let unknownWords: Set<String> = [
        "non renseigne", "non renseignee", "non communique", "non communiquee", "non connu", "non connue", "inconnu",
        "inconnue", "a completer", "a renseigner", "a preciser", "a definir", "ne sait pas", "non disponible",
        "indisponible", "pas d information", "pas d info", "sans information", "donnee manquante",
        "information manquante", "non precise", "non precisee", "non defini", "non definie", "non determine",
        "non determinee", "non attribue", "non attribuee", "non applicable", "non indique", "non indiquee",
        "non fourni",
        "non fournie", "non identifie", "non identifiee", "non disponibles", "non renseignes", "inconnus", "inconnues",
        "pas renseigne", "pas connu", "pas communique", "pas de donnee", "pas de donnees", "aucune donnee",
        "aucune information", "aucune info", "je ne sais pas", "ne sais pas", "on ne sait pas", "a determiner",
        "a verifier", "a saisir", "a remplir", "a venir", "en attente", "not available", "not applicable", "unknown",
        "undefined", "valeur manquante", "manquant", "manquante", "non saisi", "non saisie", "sans reponse",
        "non rensigne", "non rensignee", "non renseigner",
    ]
    private static let letters: Set<String> = [
        "nr", "n r", "nc", "n c", "na", "n a", "nd", "n d", "nsp", "n sp", "null", "none", "nan", "vide", "so",
        "nil", "tbd", "tba", "todo", "xxx", "xxxx", "xxxxx", "jsp", "n d", "n i", "s o",
    ]
    private static let noneWords: Set<String> = [
        "neant", "ras", "r a s", "sans objet", "aucun", "aucune", "aucuns", "aucunes", "rien", "rien a signaler",
        "pas concerne", "non concerne", "non concernee", "pas concernee",
    ]
}
