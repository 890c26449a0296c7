public import Texts

/// What a dataset is about: the codes of the EU authority table *data-theme*.
public enum Theme: String, Sendable, CaseIterable {
    case agriculture = "AGRI"
    case economy = "ECON"
    case education = "EDUC"
    case energy = "ENER"
    case environment = "ENVI"
    case government = "GOVE"
    case health = "HEAL"
    case international = "INTR"
    case justice = "JUST"
    case regions = "REGI"
    case society = "SOCI"
    case science = "TECH"
    case transport = "TRAN"

    /// The words for people, as the table writes them.
    public var title: Text {
        switch self {
        case .agriculture:
            Text(
                fr: "Agriculture, pêche, sylviculture et alimentation", en: "Agriculture, fisheries, forestry and food")
        case .economy: Text(fr: "Économie et finances", en: "Economy and finance")
        case .education: Text(fr: "Éducation, culture et sport", en: "Education, culture and sport")
        case .energy: Text(fr: "Énergie", en: "Energy")
        case .environment: Text(fr: "Environnement", en: "Environment")
        case .government: Text(fr: "Gouvernement et secteur public", en: "Government and public sector")
        case .health: Text(fr: "Santé", en: "Health")
        case .international: Text(fr: "Questions internationales", en: "International issues")
        case .justice:
            Text(fr: "Justice, système juridique et sécurité publique", en: "Justice, legal system and public safety")
        case .regions: Text(fr: "Régions et villes", en: "Regions and cities")
        case .society: Text(fr: "Population et société", en: "Population and society")
        case .science: Text(fr: "Science et technologie", en: "Science and technology")
        case .transport: Text(fr: "Transports", en: "Transport")
        }
    }
}
