public import Texts

/// How often a dataset is renewed: the codes of the EU authority table *frequency* that communes use.
public enum Frequency: String, Sendable, CaseIterable {
    case continuous = "CONT"
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case quarterly = "QUARTERLY"
    case twiceAYear = "ANNUAL_2"
    case yearly = "ANNUAL"
    case everyTwoYears = "BIENNIAL"
    case irregular = "IRREG"
    case unknown = "UNKNOWN"

    /// The words for people.
    public var title: Text {
        switch self {
        case .continuous: Text(fr: "en continu", en: "continuously")
        case .daily: Text(fr: "chaque jour", en: "every day")
        case .weekly: Text(fr: "chaque semaine", en: "every week")
        case .monthly: Text(fr: "chaque mois", en: "every month")
        case .quarterly: Text(fr: "chaque trimestre", en: "every quarter")
        case .twiceAYear: Text(fr: "deux fois par an", en: "twice a year")
        case .yearly: Text(fr: "chaque année", en: "every year")
        case .everyTwoYears: Text(fr: "tous les deux ans", en: "every two years")
        case .irregular: Text(fr: "quand c'est utile", en: "when needed")
        case .unknown: Text(fr: "rythme non précisé", en: "rhythm not stated")
        }
    }
}
