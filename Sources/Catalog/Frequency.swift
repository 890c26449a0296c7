public import Texts

/// How often a dataset is renewed: the codes of the EU authority table *frequency*.
///
/// Source: `http://publications.europa.eu/resource/authority/frequency`, as data.gouv.fr reads it.
public enum Frequency: String, Sendable, CaseIterable, Codable {
    case live = "UPDATE_CONT"
    case everyMinute = "1MIN"
    case everyFiveMinutes = "5MIN"
    case everyTenMinutes = "10MIN"
    case everyQuarterOfAnHour = "15MIN"
    case everyHalfHour = "30MIN"
    case hourly = "HOURLY"
    case everyTwoHours = "BIHOURLY"
    case everyThreeHours = "TRIHOURLY"
    case everyTwelveHours = "12HRS"
    case continuous = "CONT"
    case threeTimesADay = "DAILY_3"
    case twiceADay = "DAILY_2"
    case daily = "DAILY"
    case fiveTimesAWeek = "WEEKLY_5"
    case threeTimesAWeek = "WEEKLY_3"
    case twiceAWeek = "WEEKLY_2"
    case weekly = "WEEKLY"
    case everyTwoWeeks = "BIWEEKLY"
    case threeTimesAMonth = "MONTHLY_3"
    case twiceAMonth = "MONTHLY_2"
    case monthly = "MONTHLY"
    case everyTwoMonths = "BIMONTHLY"
    case quarterly = "QUARTERLY"
    case threeTimesAYear = "ANNUAL_3"
    case twiceAYear = "ANNUAL_2"
    case yearly = "ANNUAL"
    case everyTwoYears = "BIENNIAL"
    case everyThreeYears = "TRIENNIAL"
    case everyFourYears = "QUADRENNIAL"
    case everyFiveYears = "QUINQUENNIAL"
    case everyTenYears = "DECENNIAL"
    case everyTwentyYears = "BIDECENNIAL"
    case everyThirtyYears = "TRIDECENNIAL"
    case once = "AS_NEEDED"
    case irregular = "IRREG"
    case never = "NEVER"
    case notPlanned = "NOT_PLANNED"
    case other = "OTHER"
    case unknown = "UNKNOWN"

    /// The words for people.
    public var title: Text {
        switch self {
        case .live: Text(fr: "en temps réel", en: "in real time")
        case .everyMinute: Text(fr: "chaque minute", en: "every minute")
        case .everyFiveMinutes: Text(fr: "toutes les cinq minutes", en: "every five minutes")
        case .everyTenMinutes: Text(fr: "toutes les dix minutes", en: "every ten minutes")
        case .everyQuarterOfAnHour: Text(fr: "tous les quarts d'heure", en: "every quarter of an hour")
        case .everyHalfHour: Text(fr: "toutes les demi-heures", en: "every half hour")
        case .hourly: Text(fr: "chaque heure", en: "every hour")
        case .everyTwoHours: Text(fr: "toutes les deux heures", en: "every two hours")
        case .everyThreeHours: Text(fr: "toutes les trois heures", en: "every three hours")
        case .everyTwelveHours: Text(fr: "toutes les douze heures", en: "every twelve hours")
        case .continuous: Text(fr: "en continu", en: "continuously")
        case .threeTimesADay: Text(fr: "trois fois par jour", en: "three times a day")
        case .twiceADay: Text(fr: "deux fois par jour", en: "twice a day")
        case .daily: Text(fr: "chaque jour", en: "every day")
        case .fiveTimesAWeek: Text(fr: "cinq fois par semaine", en: "five times a week")
        case .threeTimesAWeek: Text(fr: "trois fois par semaine", en: "three times a week")
        case .twiceAWeek: Text(fr: "deux fois par semaine", en: "twice a week")
        case .weekly: Text(fr: "chaque semaine", en: "every week")
        case .everyTwoWeeks: Text(fr: "toutes les deux semaines", en: "every two weeks")
        case .threeTimesAMonth: Text(fr: "trois fois par mois", en: "three times a month")
        case .twiceAMonth: Text(fr: "deux fois par mois", en: "twice a month")
        case .monthly: Text(fr: "chaque mois", en: "every month")
        case .everyTwoMonths: Text(fr: "tous les deux mois", en: "every two months")
        case .quarterly: Text(fr: "chaque trimestre", en: "every quarter")
        case .threeTimesAYear: Text(fr: "trois fois par an", en: "three times a year")
        case .twiceAYear: Text(fr: "deux fois par an", en: "twice a year")
        case .yearly: Text(fr: "chaque année", en: "every year")
        case .everyTwoYears: Text(fr: "tous les deux ans", en: "every two years")
        case .everyThreeYears: Text(fr: "tous les trois ans", en: "every three years")
        case .everyFourYears: Text(fr: "tous les quatre ans", en: "every four years")
        case .everyFiveYears: Text(fr: "tous les cinq ans", en: "every five years")
        case .everyTenYears: Text(fr: "tous les dix ans", en: "every ten years")
        case .everyTwentyYears: Text(fr: "tous les vingt ans", en: "every twenty years")
        case .everyThirtyYears: Text(fr: "tous les trente ans", en: "every thirty years")
        case .once: Text(fr: "ponctuellement", en: "occasionally")
        case .irregular: Text(fr: "quand c'est utile", en: "when needed")
        case .never: Text(fr: "jamais", en: "never")
        case .notPlanned: Text(fr: "pas de mise à jour prévue", en: "no update planned")
        case .other: Text(fr: "autre rythme", en: "another rhythm")
        case .unknown: Text(fr: "rythme non précisé", en: "rhythm not stated")
        }
    }

    /// After how many seconds the next renewal is expected; nil where no date can be expected. Several times in a span
    /// of time means some time within the span, as data.gouv.fr counts it.
    public var interval: Double? {
        let (minute, day) = (60.0, 86_400.0)
        return switch self {
        case .everyMinute: minute
        case .everyFiveMinutes: 5 * minute
        case .everyTenMinutes: 10 * minute
        case .everyQuarterOfAnHour: 15 * minute
        case .everyHalfHour: 30 * minute
        case .hourly: 60 * minute
        case .everyTwoHours: 120 * minute
        case .everyThreeHours: 180 * minute
        case .everyTwelveHours: day / 2
        case .continuous, .threeTimesADay, .twiceADay, .daily: day
        case .fiveTimesAWeek, .threeTimesAWeek, .twiceAWeek, .weekly: 7 * day
        case .everyTwoWeeks: 14 * day
        case .threeTimesAMonth, .twiceAMonth, .monthly: 31 * day
        case .everyTwoMonths: 62 * day
        case .quarterly: 93 * day
        case .threeTimesAYear, .twiceAYear, .yearly: 365 * day
        case .everyTwoYears: 2 * 365 * day
        case .everyThreeYears: 3 * 365 * day
        case .everyFourYears: 4 * 365 * day
        case .everyFiveYears: 5 * 365 * day
        case .everyTenYears: 10 * 365 * day
        case .everyTwentyYears: 20 * 365 * day
        case .everyThirtyYears: 30 * 365 * day
        case .live, .once, .irregular, .never, .notPlanned, .other, .unknown: nil
        }
    }
}
