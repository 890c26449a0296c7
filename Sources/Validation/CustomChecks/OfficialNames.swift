/// Names and codes of the official geographical code (INSEE, code officiel géographique 2024; ISO 3166-1).
enum OfficialNames {
    /// The names as sets of bytes: Swift alone would take two writings of an accent for one.
    static func bytes(_ names: [String]) -> Set<[UInt8]> { Set(names.map { Array($0.utf8) }) }

    /// Departments and overseas collectivities, by number.
    static let departmentNumbers: [String] =
        (1...95).filter { $0 != 20 }.map { $0 < 10 ? "0\($0)" : "\($0)" } + ["2A", "2B"] + (971...978).map(String.init)
        + ["984", "986", "987", "988", "989"]

    /// Departments and overseas collectivities, by name.
    static let departments: [String] = [
        "Ain", "Aisne", "Allier", "Alpes-Maritimes", "Alpes-de-Haute-Provence", "Ardennes", "Ardèche", "Ariège",
        "Aube", "Aude", "Aveyron", "Bas-Rhin", "Bouches-du-Rhône", "Calvados", "Cantal", "Charente",
        "Charente-Maritime", "Cher", "Corrèze", "Corse-du-Sud", "Creuse", "Côte-d'Or", "Côtes-d'Armor",
        "Deux-Sèvres", "Dordogne", "Doubs", "Drôme", "Essonne", "Eure", "Eure-et-Loir", "Finistère", "Gard", "Gers",
        "Gironde", "Guadeloupe", "Guyane", "Haut-Rhin", "Haute-Corse", "Haute-Garonne", "Haute-Loire", "Haute-Marne",
        "Haute-Savoie", "Haute-Saône", "Haute-Vienne", "Hautes-Alpes", "Hautes-Pyrénées", "Hauts-de-Seine",
        "Hérault", "Ille-et-Vilaine", "Indre", "Indre-et-Loire", "Isère", "Jura", "La Réunion", "Landes",
        "Loir-et-Cher", "Loire", "Loire-Atlantique", "Loiret", "Lot", "Lot-et-Garonne", "Lozère", "Maine-et-Loire",
        "Manche", "Marne", "Martinique", "Mayenne", "Mayotte", "Meurthe-et-Moselle", "Meuse", "Morbihan", "Moselle",
        "Nièvre", "Nord", "Nouvelle-Calédonie", "Oise", "Orne", "Paris", "Pas-de-Calais", "Polynésie française",
        "Puy-de-Dôme", "Pyrénées-Atlantiques", "Pyrénées-Orientales", "Rhône", "Saint-Barthélemy", "Saint-Martin",
        "Saint-Pierre-et-Miquelon", "Sarthe", "Savoie", "Saône-et-Loire", "Seine-Maritime", "Seine-Saint-Denis",
        "Seine-et-Marne", "Somme", "Tarn", "Tarn-et-Garonne", "Terres australes et antarctiques françaises",
        "Territoire de Belfort", "Val-d'Oise", "Val-de-Marne", "Var", "Vaucluse", "Vendée", "Vienne", "Vosges",
        "Wallis-et-Futuna", "Yonne", "Yvelines", "Île de Clipperton",
    ]

    /// Regions, and overseas departments that are their own.
    static let regions: [(code: String, name: String)] = [
        ("01", "Guadeloupe"),
        ("02", "Martinique"),
        ("03", "Guyane"),
        ("04", "La Réunion"),
        ("06", "Mayotte"),
        ("11", "Île-de-France"),
        ("24", "Centre-Val de Loire"),
        ("27", "Bourgogne-Franche-Comté"),
        ("28", "Normandie"),
        ("32", "Hauts-de-France"),
        ("44", "Grand Est"),
        ("52", "Pays de la Loire"),
        ("53", "Bretagne"),
        ("75", "Nouvelle-Aquitaine"),
        ("76", "Occitanie"),
        ("84", "Auvergne-Rhône-Alpes"),
        ("93", "Provence-Alpes-Côte d'Azur"),
        ("94", "Corse"),
    ]

    /// Countries and territories, by name.
    static let countries: [String] = [
        "Afghanistan", "Afrique du Sud", "Albanie", "Algérie", "Allemagne", "Andorre", "Angola", "Antarctique",
        "Antarctique argentin", "Antigua-et-Barbuda", "Arabie saoudite", "Argentine", "Arménie", "Aruba",
        "Australie", "Autriche", "Azerbaïdjan", "Bahamas", "Bahreïn", "Bangladesh", "Barbade", "Belgique", "Bhoutan",
        "Birmanie", "Biélorussie", "Bolivie", "Bonaire, Saint-Eustache, Saba", "Bosnie-Herzégovine", "Botswana",
        "Brunei", "Brésil", "Bulgarie", "Burkina", "Burundi", "Bélize", "Bénin", "Cambodge", "Cameroun", "Canada",
        "Cap-Vert", "Centrafrique", "Chagos", "Chili", "Chine", "Chypre", "Colombie", "Comores", "Congo", "Cook",
        "Corée du Nord", "Corée du Sud", "Costa Rica", "Croatie", "Cuba", "Curaçao", "Côte d’Ivoire", "Danemark",
        "Djibouti", "Dominique", "Dépendances de la Couronne britannique", "Espagne", "Estonie", "Fidji", "Finlande",
        "France", "Féroé", "Gabon", "Gambie", "Ghana", "Grenade", "Groenland", "Grèce", "Guatemala", "Guinée",
        "Guinée équatoriale", "Guinée-Bissao", "Guyana", "Géorgie", "Haïti", "Honduras", "Hong Kong", "Hongrie",
        "Inde", "Indonésie", "Irak", "Iran", "Irlande", "Islande", "Israël", "Italie", "Jamaïque", "Japon",
        "Jordanie", "Kazakhstan", "Kenya", "Kirghizstan", "Kiribati", "Kosovo", "Koweït", "Laos", "Lesotho",
        "Lettonie", "Liban", "Libye", "Libéria", "Liechtenstein", "Lituanie", "Luxembourg", "Macao",
        "Macédoine du Nord", "Madagascar", "Malaisie", "Malawi", "Maldives", "Mali", "Malte", "Maroc", "Marshall",
        "Maurice", "Mauritanie", "Mexique", "Micronésie", "Moldavie", "Monaco", "Mongolie", "Monténégro",
        "Mozambique", "Namibie", "Nauru", "Nicaragua", "Niger", "Nigéria", "Niue", "Norvège", "Nouvelle-Zélande",
        "Népal", "Oman", "Ouganda", "Ouzbékistan", "Pakistan", "Palaos", "Palestine", "Panama",
        "Papouasie-Nouvelle-Guinée", "Paraguay", "Pays-Bas", "Philippines", "Pitcairn", "Pologne", "Portugal",
        "Pérou", "Qatar", "Roumanie", "Royaume-Uni", "Russie", "Rwanda", "République dominicaine",
        "République démocratique du Congo", "Sahara occidental", "Saint-Christophe-et-Niévès", "Saint-Marin",
        "Saint-Martin (partie néerlandaise)", "Saint-Vincent-et-les-Grenadines", "Sainte-Lucie", "Salomon",
        "Salvador", "Samoa", "Sao Tomé-et-Principe", "Serbie", "Seychelles", "Sierra Leone", "Singapour",
        "Slovaquie", "Slovénie", "Somalie", "Soudan", "Soudan du Sud", "Sri Lanka", "Suisse", "Suriname", "Suède",
        "Swaziland", "Syrie", "Sénégal", "Tadjikistan", "Tanzanie", "Taïwan", "Tchad", "Tchéquie",
        "Terres australes norvégiennes", "Territoire chilien de l'Antarctique",
        "Territoires australiens de l’océan Indien", "Territoires britanniques dans les Antilles et Bermudes",
        "Territoires britanniques dans l’océan Atlantique Sud", "Territoires britanniques de l’océan Atlantique",
        "Territoires britanniques en Méditerranée", "Territoires de la Nouvelle-Zélande",
        "Territoires de l’Australie en Océanie", "Territoires des États-Unis en Amérique",
        "Territoires des États-Unis en Océanie", "Territoires espagnols en Afrique du Nord",
        "Territoires norvégiens en Atlantique Nord", "Territoires portugais de l’océan Atlantique", "Thaïlande",
        "Timor oriental", "Togo", "Tonga", "Trinité-et-Tobago", "Tunisie", "Turkménistan", "Turquie", "Tuvalu",
        "Ukraine", "Uruguay", "Vanuatu", "Vatican", "Vietnam", "Vénézuéla", "Yémen", "Zambie", "Zimbabwe", "Åland",
        "Égypte", "Émirats arabes unis", "Équateur", "Érythrée", "États-Unis", "Éthiopie",
    ]

    /// Codes of two letters.
    static let twoLetters: [String] = """
        AD AE AF AG AL AM AO AQ AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BN BO BQ BR BS BT BW BY BZ \
        CA CD CF CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FM \
        FO FR GA GB GD GE GH GI GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IO IQ IR IS IT JM JO \
        JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN \
        MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NU NZ OM PA PE PG PH PK PL PN PS PT PW PY QA \
        RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TD TG TH TJ TL TM TN TO \
        TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW
        """.split(separator: " ").map(String.init)

    /// Codes of three letters.
    static let threeLetters: [String] = """
        ABW AFG AGO ALA ALB AND ARE ARG ARM ATA ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH \
        BLR BLZ BOL BRA BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COK COL COM CPV CRI CUB CUW CYP \
        CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FRA FRO FSM GAB GBR GEO GHA GIB \
        GIN GMB GNB GNQ GRC GRD GRL GTM GUY HKG HND HRV HTI HUN IDN IND IOT IRL IRN IRQ ISL ISR ITA JAM \
        JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAR MCO \
        MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NIU NLD NOR NPL \
        NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRK PRT PRY PSE QAT ROU RUS RWA SAU SDN SEN SGP SHN \
        SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCD TGO THA TJK TKM TLS TON TTO \
        TUN TUR TUV TWN TZA UGA UKR URY USA UZB VAT VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
        """.split(separator: " ").map(String.init)
}
