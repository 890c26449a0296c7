extension Department {
    /// The département of a commune, by its INSEE code: `69383` → `69`, `97411` → `974`, `2A004` → `2A`.
    public static func code(ofCommune code: String) -> String? {
        let isOverseas = code.hasPrefix("97") || code.hasPrefix("98")
        let department = String(code.prefix(isOverseas ? 3 : 2))
        return name(of: department) == nil ? nil : department
    }

    /// The name of the region of a département: `69` → `Auvergne-Rhône-Alpes`. Nil for the overseas collectivities.
    /// Source: INSEE, code officiel géographique 2026 (Licence Ouverte 2.0).
    public static func region(of code: String) -> String? { regions[code] }

    private static let regions: [String: String] = {
        var regions: [String: String] = [:]
        for (region, departments) in members {
            for department in departments.split(separator: " ") { regions[String(department)] = region }
        }
        return regions
    }()

    private static let members = [
        "Auvergne-Rhône-Alpes": "01 03 07 15 26 38 42 43 63 69 73 74",
        "Hauts-de-France": "02 59 60 62 80",
        "Provence-Alpes-Côte d'Azur": "04 05 06 13 83 84",
        "Grand Est": "08 10 51 52 54 55 57 67 68 88",
        "Occitanie": "09 11 12 30 31 32 34 46 48 65 66 81 82",
        "Normandie": "14 27 50 61 76",
        "Nouvelle-Aquitaine": "16 17 19 23 24 33 40 47 64 79 86 87",
        "Centre-Val de Loire": "18 28 36 37 41 45",
        "Bourgogne-Franche-Comté": "21 25 39 58 70 71 89 90",
        "Bretagne": "22 29 35 56",
        "Corse": "2A 2B",
        "Pays de la Loire": "44 49 53 72 85",
        "Île-de-France": "75 77 78 91 92 93 94 95",
        "Guadeloupe": "971",
        "Martinique": "972",
        "Guyane": "973",
        "La Réunion": "974",
        "Mayotte": "976",
    ]
}
