/// The words of each model.
enum Words {
    /// What the things of a model are called, before their name.
    static let kinds: [String: [String]] = [
        "parcs-jardins": ["Parc", "Square", "Jardin", "Jardin public", "Promenade", "Esplanade"],
        "bureaux-de-vote": ["École", "Groupe scolaire", "Gymnase", "Salle", "Maison de quartier", "Espace"],
        "toilettes": [
            "Toilettes du parc", "Toilettes de la place", "Sanitaires du square", "Toilettes de l'esplanade",
        ],
        "panneaux-affichage": ["Panneau"],
        "etablissements-publics": ["Médiathèque", "Gymnase", "École", "Crèche", "Salle", "Piscine", "Maison"],
        "stationnement-pmr": ["Parking", "Place", "Parvis", "Parc"],
        "equipements": [
            "Médiathèque", "Gymnase", "École élémentaire", "Crèche", "Stade", "Théâtre", "Maison de quartier",
        ],
        "defibrillateurs": ["Mairie annexe", "Gymnase", "Stade", "Salle", "Piscine", "Maison de quartier"],
        "subventions": ["Association", "Amicale", "Club", "Comité", "Compagnie", "Harmonie"],
    ]

    /// Fields of prose.
    static let prose: [String: [String]] = [
        "lieu": [
            "Hôtel de ville, salle des mariages", "École, réfectoire", "Gymnase, hall d'entrée", "Salle polyvalente",
        ],
        "type": [
            "bibliothèque", "gymnase", "école élémentaire", "crèche", "salle des fêtes", "piscine", "mairie annexe",
        ],
        "dimension_m": ["2,50 x 2,00", "1,20 x 1,75", "3,00 x 4,00", "0,80 x 1,20", "1,50 x 1,50"],
        "objet": objects, "DELIB_OBJET": objects,
        "conditionsVersement": ["unique", "échelonné", "autre"],
        "acc_complt": [
            "Au bout du couloir, dans un renfoncement à droite", "Dans le hall, près de l'accueil", "Sous le porche",
        ],
        "disp_complt": [
            "Fermé pendant les vacances scolaires", "Accès par la cour après 18 h", "Gardien sur place la nuit",
        ],
        "freq_mnt": ["Tous les 6 mois", "Tous les ans", "Tous les 2 ans"],
        "COLL_NOM": ["Ville"], "BUDGET_NOM": ["Budget principal", "Budget annexe de l'eau", "Budget annexe déchets"],
        "EQUIP_TYPE": ["Mairie", "Gymnase", "Bibliothèque", "École élémentaire", "Crèche collective", "Stade"],
        "dispositifAide": [
            "Soutien à la vie associative", "Aide aux manifestations sportives", "Politique de la ville",
        ],
    ]

    private static let objects = [
        "Animations pour la fête de la musique", "Soutien au fonctionnement de l'année", "Achat d'un minibus adapté",
        "Rénovation du foyer rural", "Ateliers numériques pour les aînés", "Tournoi de l'école de football",
        "Festival de théâtre de rue", "Convention avec le centre social", "Garantie d'emprunt pour 24 logements",
    ]

    /// Fields of text without any rule.
    static let free: [String: [String]] = [
        "canton": ["Bron", "Villeurbanne", "Vaulx-en-Velin", "Saint-Priest", "Vénissieux"],
        "circonscription": ["13e circonscription", "2e circonscription", "7e circonscription", "14e circonscription"],
        "acc_etg": ["rez-de-chaussée", "premier étage", "sous-sol", "rez-de-jardin"],
        "fab_rais": ["Schiller", "Philips", "Zoll", "Cardiac Science", "Mindray", "Défibtech"],
        "mnt_rais": ["Schiller France", "Matecir Défibril", "D-Sécurité Groupe", "Électro Cœur"],
        "modele": ["G3 Elite", "HS1", "FRED Easy", "AED Plus", "Lifeline View", "BeneHeart C2"],
        "DELIB_MATIERE_CODE": ["8.4", "7.1", "5.2", "2.1", "4.1", "3.5", "7.5", "1.4"],
        "DELIB_MATIERE_NOM": [
            "Domaines de compétences par thèmes/Aménagement du territoire", "Finances locales/Subventions",
            "Institutions et vie politique/Désignation de représentants", "Urbanisme/Documents d'urbanisme",
            "Fonction publique/Personnel titulaire", "Domaine et patrimoine/Acquisitions",
        ],
        "PREF_ID": ["PREF069", "PREF001", "PREF038", "SPREF0692"], "idRAE": ["12345", "20417", "31882"],
        "ERP_TYPE": ["W", "L", "R", "X", "N"],
    ]

    /// What stands in parks.
    static let equipment = [
        "aire de jeux", "parcours santé", "terrain de boules", "city-stade", "fontaine", "tables de pique-nique",
        "skate-park", "kiosque", "bancs", "jardin partagé",
    ]

    /// The numbers of a few kinds of equipment in the national nomenclature: town hall, gymnasium, library, school.
    static func equipmentCode(_ line: Int) -> String { ["01010401", "05010102", "08010301", "06010201"][line % 4] }

    /// Values of a list that may stand together: a device that is available seven days a week is not available on Mondays.
    static func compatible(_ values: [String], _ chance: inout Chance) -> [String] {
        let alone: Set<String> = ["7j/7", "24h/24", "non renseigné"]
        let lonely = values.filter(alone.contains)
        if !lonely.isEmpty, chance.happens(40) { return [chance.pick(lonely)] }
        let others = values.filter { !alone.contains($0) }
        return others.isEmpty ? values : others
    }
}
