import Spelling
import Texts

extension Detector {
    /// A mailbox that names a person, or one at a provider for private persons.
    static let personalMailbox = Detector(
        "personal-mailbox",
        Text(fr: "adresses électroniques nominatives", en: "mailboxes that name a person"),
        held: [
            "jean.dupont@mairie-bron.fr", "j.dupont@ville.fr", "Écrire à marie-claude.durand@grandlyon.com.",
            "nono69@gmail.com", "dupont_jean@orange.fr",
        ],
        innocent: [
            "mairie@ville-bron.fr", "contact@mairie.fr", "etat.civil@ville.fr", "ecole.jean-moulin@ville.fr",
            "accueil.mairie@gmail.com", "service-technique@bron.fr", "parc.blandan@lyon.fr", "mjc.bron@wanadoo.fr",
            "pas d'adresse", "@bron", "rdv@bron",
        ],
        finds: { value in
            value.contains("@") && shape.matches(in: value).contains { isPersonal(String($0.1), at: String($0.2)) }
        })

    private static let shape = Shape(/([\p{L}0-9._%+\-]+)@([\p{L}0-9\-]+(?:\.[\p{L}0-9\-]+)+)/)

    private static func isPersonal(_ mailbox: String, at domain: String) -> Bool {
        let words = mailbox.folded.split(separator: " ").map(String.init)
        guard !words.contains(where: { isOfService($0) }) else { return false }
        let names = words.filter { $0.allSatisfy(\.isLetter) }
        let provider = domain.lowercased().split(separator: ".").dropLast().last.map(String.init) ?? ""
        return names.count >= 2 || privateProviders.contains(provider)
    }

    /// `secretariat2`, `ecoles` and `mairie69` are those of a service too.
    private static func isOfService(_ word: String) -> Bool {
        let bare = String(word.filter(\.isLetter))
        return services.contains(bare) || services.contains(bare.singularKey)
    }

    private static let privateProviders: Set<String> = [
        "gmail", "googlemail", "hotmail", "outlook", "live", "msn", "yahoo", "orange", "wanadoo", "free", "sfr",
        "neuf", "laposte", "bbox", "numericable", "aol", "icloud", "me", "club-internet", "protonmail", "proton",
        "gmx", "aliceadsl", "cegetel", "noos", "9online", "voila",
    ]

    private static let services: Set<String> = [
        "accueil", "action", "adjoint", "agent", "animateur", "animatrice", "admin", "administration", "agence", "aire",
        "animation", "archive", "archives", "asso",
        "association", "atelier", "bibliotheque", "billetterie", "bonjour", "bureau", "cabinet", "camping", "cantine",
        "ccas", "charge", "chef", "conseiller", "conseillere", "coordinateur", "coordinatrice", "directeur",
        "directrice", "gardien", "numerique", "president", "presidente", "referent", "referente", "responsable",
        "secretaire", "tresorier", "centre", "cimetiere", "civil", "club", "college", "com", "comite", "commerce",
        "communication",
        "commune", "compta", "comptabilite", "conservatoire", "contact", "courrier", "creche", "culture", "data",
        "dechet", "dechetterie", "demarche", "dgs", "direction", "dpd", "dpo", "eau", "ecole", "election", "elu",
        "emploi", "enfance", "environnement", "epci", "espace", "etat", "famille", "festival", "finance", "formation",
        "foyer", "gare", "gestion", "gymnase", "habitat", "halte", "hello", "hopital", "hotel", "info", "information",
        "inscription", "jardin", "jeunesse", "ludotheque", "lycee", "mairie", "maison", "maire", "marche",
        "maternelle", "mediatheque", "metropole", "mission", "mjc", "mobilite", "musee", "noreply", "office",
        "opendata", "parc", "patrimoine", "periscolaire", "petite", "piscine", "point", "pole", "police",
        "population", "portail", "presse", "prevention", "protocole", "proximite", "public", "ram", "rdv", "relais",
        "reservation", "restauration", "rh", "salle", "scolaire", "secretariat", "securite", "service", "site",
        "social", "sport", "stade", "standard", "support", "technique", "theatre", "tourisme", "transport", "travaux",
        "tri", "urba", "urbanisme", "vert", "vie", "ville", "voirie", "web", "webmaster", "welcome",
    ]
}
