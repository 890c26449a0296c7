/// What the grammar waits for at one place.
enum Expectation: Hashable {
    case time, colon, minutes, dash, weekday, month, dayNumber, weekNumber, nth, state, space, separator
    case closingQuote, closingBracket

    var fr: String {
        switch self {
        case .time: "une heure sur deux chiffres, comme « 08:30 »"
        case .colon: "deux-points entre l’heure et les minutes, comme « 08:30 »"
        case .minutes: "des minutes sur deux chiffres, comme « 08:30 »"
        case .dash: "un tiret puis l’heure de fin, comme « 08:30-12:00 »"
        case .weekday: "un jour : Mo, Tu, We, Th, Fr, Sa ou Su"
        case .month: "un mois : Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov ou Dec"
        case .dayNumber: "un jour du mois, de 1 à 31"
        case .weekNumber: "un numéro de semaine sur deux chiffres, de 01 à 53"
        case .nth: "un rang dans le mois, de 1 à 5"
        case .state: "« open », « off » ou « closed »"
        case .space: "un espace"
        case .separator: "un point-virgule suivi d’un espace, ou la fin"
        case .closingQuote: "un commentaire fermé par un guillemet droit"
        case .closingBracket: "une parenthèse ou un crochet qui ferme"
        }
    }

    var en: String {
        switch self {
        case .time: "a time with two digits, as in “08:30”"
        case .colon: "a colon between hours and minutes, as in “08:30”"
        case .minutes: "minutes with two digits, as in “08:30”"
        case .dash: "a hyphen and the closing time, as in “08:30-12:00”"
        case .weekday: "a day: Mo, Tu, We, Th, Fr, Sa or Su"
        case .month: "a month: Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov or Dec"
        case .dayNumber: "a day of the month, from 1 to 31"
        case .weekNumber: "a week number with two digits, from 01 to 53"
        case .nth: "a rank in the month, from 1 to 5"
        case .state: "“open”, “off” or “closed”"
        case .space: "a space"
        case .separator: "a semicolon followed by a space, or the end"
        case .closingQuote: "a comment closed by a straight quotation mark"
        case .closingBracket: "a closing bracket"
        }
    }
}
