extension Facts {
    /// What streets are, and after whom or what they are called in most towns of France.
    static let ways = [
        "Rue", "Rue", "Rue", "Avenue", "Boulevard", "Place", "Chemin", "Allée", "Impasse", "Quai", "Cours", "Montée",
        "Route", "Passage", "Square", "Esplanade",
    ]

    /// Nobody and nothing here gives two readings of a street's name.
    static let streetNames = [
        "Victor Hugo", "Jean Jaurès", "de la République", "du Général de Gaulle", "Pasteur", "Émile Zola", "Gambetta",
        "de la Gare", "des Écoles", "Jules Ferry", "du Stade", "de l'Église", "Anatole France", "Marcel Cerdan",
        "Paul Vaillant-Couturier", "Pierre et Marie Curie", "de la Fontaine", "des Lilas", "du Château", "Voltaire",
        "Ambroise Croizat", "Roger Salengro", "Édouard Herriot", "de la Libération", "Frédéric Mistral", "Molière",
        "Louis Pradel", "du Moulin", "des Frères Lumière", "Marc Bloch", "de la Résistance", "Berthelot", "Danton",
        "Francis de Pressensé", "Henri Barbusse", "Aristide Briand", "de Verdun", "Maréchal Leclerc", "des Acacias",
        "de l'Égalité", "Albert Thomas", "Saint-Exupéry", "Jacques Prévert", "Louise Michel", "Simone Veil",
        "Rosa Parks",
        "Lucie Aubrac", "Germaine Tillion", "Olympe de Gouges", "Joséphine Baker", "des Tilleuls", "du Vieux Bourg",
    ]

    /// People after whom places are named.
    static let people = [
        "Jacques Prévert", "Louise Michel", "Jean Moulin", "Simone Veil", "Marie Curie", "Georges Brassens",
        "Édith Piaf",
        "Antoine de Saint-Exupéry", "Lucie Aubrac", "Aimé Césaire", "Rosa Parks", "Nelson Mandela", "Claude Debussy",
        "Hélène Boucher", "René Cassin", "Léo Lagrange", "Gérard Philipe", "Françoise Dolto", "Camille Claudel",
        "Jules Verne", "Alphonse Daudet", "Joliot-Curie", "Frédéric Chopin", "Geneviève Anthonioz-de Gaulle",
    ]

    /// Things after which places are named.
    static let things = [
        "des Orpailleurs", "de la Tête d'Or", "des Érables", "du Fort", "de l'Étang", "du Belvédère", "des Deux Rives",
        "de la Liberté", "du Lac", "de l'Ancienne Poste", "des Bleuets", "du Prieuré", "de la Rize", "du Clos Fleuri",
        "des Cèdres", "de la Combe", "du Vallon", "de l'Hôtel de Ville", "des Marronniers", "du Pré Neuf",
        "de la Roseraie", "du Théâtre", "de la Source", "des Alouettes", "de l'Europe", "du Bois Joli", "des Remparts",
    ]

    /// Where a thing is, once one is there.
    static let details = [
        "Face à la pharmacie", "Derrière l'église", "Au fond de la cour, à droite", "À côté du boulodrome",
        "Sous les arcades", "Près de l'arrêt de bus", "Au rez-de-chaussée", "Devant le monument aux morts",
        "À l'angle de la place", "Côté parking", "Entre le gymnase et l'école", "En face du marché couvert",
        "Au pied de la tour", "Derrière la mairie annexe", "À gauche après le portail",
    ]

    /// What hours do not say.
    static let hourRemarks = [
        "Fermé pendant les vacances de Noël", "Fermeture à 22 h en été", "Ouvert aussi les soirs de concert",
        "Fermé de novembre à mars", "Sur rendez-vous le samedi", "Dernier accès un quart d'heure avant la fermeture",
        "Fermé les jours de grand vent", "Nocturne le premier jeudi du mois",
    ]

    /// Opening hours in the syntax of OpenStreetMap, as they are published.
    static let hours = [
        "24/7", "Mo-Su 06:00-23:00", "Mo-Fr 08:30-12:00,13:30-17:30", "Mo-Fr 08:30-12:00,13:30-17:30; Sa 08:30-12:00",
        "Tu-Sa 09:00-12:00,14:00-18:00", "Mo-Fr 09:00-17:00", "Mo-Su 07:30-20:00", "Mo,We,Fr 14:00-18:00",
        "We,Sa 10:00-12:30", "Mo-Fr 08:00-18:00; Sa 09:00-12:00", "Tu-Su 10:00-19:00",
        "Mo-Th 08:30-17:30; Fr 08:30-16:30",
        "Sa,Su 10:00-18:00", "Mo-Su 08:00-19:30", "Tu 14:00-19:00; We,Sa 09:30-12:30,14:00-18:00",
    ]

    /// First names of new-born children.
    static let firstNames = [
        "Emma", "Louise", "Jade", "Alice", "Chloé", "Zoé", "Inès", "Léa", "Anaïs", "Maëlys", "Noémie", "Aïcha", "Éléna",
        "Gabriel", "Raphaël", "Léo", "Louis", "Jules", "Maël", "Noé", "Théo", "Aaron", "Loïc", "Jérémie", "François",
        "Mohamed", "Ibrahim", "Élias", "Côme", "Anne-Marie", "Jean-Baptiste", "Marie-Lou", "Joséphine", "Félicité",
        "Agathe",
        "Victoria", "Camille", "Charlie", "Sacha", "Eden", "Andréa", "Maxence", "Augustin", "Hélène", "Clémence",
        "Apolline", "Zélie", "Gaspard", "Timothée", "Barnabé", "Salomé", "Yasmine", "Noëlie", "Ewen", "Maïwenn",
    ]
}
