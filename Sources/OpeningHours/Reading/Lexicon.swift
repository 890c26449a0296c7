/// The words that people use, folded, each with its meaning. One more expression is one more line here.
let lexicon = Lexicon(entries: weekdayEntries + monthEntries + phraseEntries)

private let weekdayEntries: [(String, Token)] =
    [
        ("lundi lundis lun lu monday mondays mon", Weekday.monday),
        ("mardi mardis ma tuesday tuesdays tue tues", .tuesday),
        ("mercredi mercredis mercr merc mer me wednesday wednesdays wed", .wednesday),
        ("jeudi jeudis jeu je thursday thursdays thu thur thurs", .thursday),
        ("vendredi vendredis vend ven ve friday fridays fri", .friday),
        ("samedi samedis sam saturday saturdays sat", .saturday),
        ("dimanche dimanches dim di sunday sundays sun", .sunday),
    ].flatMap { words, day in words.split(separator: " ").map { (String($0), Token.weekday(day, isCode: false)) } }
    + Weekday.allCases.filter { $0 != .wednesday }.map { ($0.code.lowercased(), .weekday($0, isCode: true)) }

private let monthEntries: [(String, Token)] =
    [
        "janvier janv january", "fevrier fevr fev february", "mars march", "avril avr april", "mai", "juin june",
        "juillet juil july", "aout aou august", "septembre sept september", "octobre october", "novembre november",
        "decembre december",
    ].enumerated().flatMap { index, words in
        words.split(separator: " ").map { (String($0), Token.month(index + 1, isCode: false)) }
    } + monthCodes.enumerated().filter { $1 != "Mar" }.map { ($1.lowercased(), .month($0 + 1, isCode: true)) }

private let phraseEntries: [(String, Token)] = [
    phrases(
        .days(first: .monday, last: .sunday),
        "tous les jours", "chaque jour", "7 j / 7", "7 jours / 7", "7 / 7", "7 j sur 7", "7 jours sur 7", "7 j 7",
        "7 j / 7 j", "tlj", "quotidiennement", "toute la semaine", "every day", "daily", "7 days a week"),
    phrases(.days(first: .saturday, last: .sunday), "week - end", "week end", "weekend", "week ends", "weekends"),
    phrases(
        .days(first: .monday, last: .sunday),
        "l - d", "l a d", "lmmjvsd", "l m m j v s d", "l , m , m , j , v , s , d"),
    phrases(.days(first: .monday, last: .saturday), "l - s", "l a s", "lmmjvs", "l m m j v s", "l , m , m , j , v , s"),
    phrases(
        .days(first: .monday, last: .friday), "l - v", "l a v", "lmmjv", "l m m j v", "l , m , m , j , v", "en semaine",
        "jours de semaine", "weekdays"),
    phrases(
        .doubt(.workingDays), "tous les jours ouvrables", "tous les jours ouvres", "jours ouvrables", "jours ouvres",
        "jours de la semaine"),
    phrases(
        .wholeDay,
        "24 h / 24", "24 h / 24 h", "24 / 24", "24 h sur 24", "24 h 24", "24 / 24 h", "h 24", "24 heures / 24",
        "24 heures sur 24",
        "jour et nuit", "toujours ouvert", "always open", "permanent", "acces permanent", "24 hours", "en permanence",
        "nonstop", "toute la journee"),
    phrases(.always, "24 / 7", "7 / 24", "24 h / 7", "24 h / 7 j"),
    phrases(.publicHolidays(isCode: true), "ph"),
    phrases(
        .publicHolidays(isCode: false),
        "jours feries", "jour ferie", "feries", "ferie", "jf", "public holidays", "bank holidays"),
    phrases(.schoolHolidays(isCode: true), "sh"),
    phrases(.schoolHolidays(isCode: false), "vacances scolaires", "conges scolaires", "school holidays"),
    phrases(.doubt(.term), "vacances", "conges", "periode scolaire", "temps scolaire", "holidays"),
    phrases(
        .doubt(.season), "ete", "hiver", "printemps", "automne", "summer", "winter", "saison", "haute saison",
        "basse saison", "hors saison", "horaires d ete", "horaires d hiver", "periode estivale", "periode hivernale"),
    phrases(.doubt(.appointment), "sur rendez - vous", "sur rendez vous", "sur rdv", "rdv", "rendez - vous"),
    phrases(.doubt(.lastOfMonth), "dernier", "dernier jour", "last"),
    phrases(.doubt(.tuesdayOrMarch), "mar"),
    phrases(.doubt(.wednesdayOrWeekend), "we"),
    phrases(.time(720, form: .plain), "midi", "noon"),
    phrases(.midnight, "minuit", "midnight"),
    phrases(.sun(.sunrise), "sunrise", "lever du soleil", "lever de soleil", "lever du jour", "lever"),
    phrases(.sun(.sunset), "sunset", "coucher du soleil", "coucher de soleil", "coucher"),
    phrases(.sun(.dawn), "dawn", "aube"),
    phrases(.sun(.dusk), "dusk", "crepuscule", "tombee de la nuit", "tombee du jour"),
    phrases(.closed(isCode: true), "off", "closed"),
    phrases(
        .closed(isCode: false), "ferme", "fermee", "fermes", "fermees", "fermeture", "fermetures",
        "fermeture annuelle"),
    phrases(.open(isCode: true), "open"),
    phrases(.open(isCode: false), "ouvert", "ouverte", "ouverts", "ouvertes", "ouverture", "ouvertures"),
    phrases(.unknownState, "unknown"),
    phrases(
        .except, "sauf", "sauf le", "sauf les", "excepte", "hors", "a l exception du", "a l exception des", "except"),
    phrases(.to, "a", "au", "aux", "jusqu a", "jusqu au", "jusqu aux", "to", "until", "till", "through"),
    phrases(.between, "entre", "between"),
    phrases(.and, "et", "et de", "et du", "and", "puis", "puis de", "ainsi que"),
    phrases(.week, "week"),
    phrases(
        .dayPart, "matin", "le matin", "matinee", "apres midi", "apres - midi", "aprem", "soir", "soiree", "nuit",
        "la nuit", "morning", "afternoon", "evening"),
    phrases(
        .filler,
        "le", "la", "les", "l", "de", "du", "des", "d", "en", "from", "on", "the", "tous", "horaires", "horaire",
        "heures", "hours", "opening hours", "heures d ouverture", "horaires d ouverture", "jours d ouverture",
        "jours", "jour", "du mois", "de chaque mois", "of the month", "sans interruption", "en continu",
        "journee continue", "non stop", "non - stop", "accueil", "public", "accueil du public", "inclus", "compris",
        "chaque", "marche", "marches", "jour de marche", "jours de marche", "marche alimentaire", "tenue du marche",
        "acces libre", "en acces libre", "libre acces", "pendant", "pendant les", "durant", "toute l annee"),
    phrases(.number(1, digits: 1, isRank: true), "premier", "premiers", "first"),
    phrases(.number(2, digits: 1, isRank: true), "deuxieme", "second"),
    phrases(.number(3, digits: 1, isRank: true), "troisieme", "third"),
    phrases(.number(4, digits: 1, isRank: true), "quatrieme", "fourth"),
].flatMap { $0 }

/// The names long enough to be known with one letter wrong: `mars` is too near to other words.
private let spellingNames: Set = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "janvier", "fevrier", "juillet",
    "septembre", "octobre", "novembre", "decembre",
]

private func phrases(_ token: Token, _ texts: String...) -> [(String, Token)] {
    texts.map { ($0, token) }
}

/// Expressions by their first word, the longest first.
struct Lexicon: Sendable {
    private struct Entry: Sendable {
        var words: [String]
        var token: Token
    }

    private let entries: [String: [Entry]]
    /// The names among which a misspelled one is looked for.
    let names: [(name: String, token: Token)]

    init(entries: [(String, Token)]) {
        let entries = entries.map { Entry(words: $0.0.split(separator: " ").map(String.init), token: $0.1) }
        self.entries = Dictionary(grouping: entries) { $0.words[0] }
            .mapValues { $0.sorted { $0.words.count > $1.words.count } }
        names = entries.compactMap { entry in
            spellingNames.contains(entry.words[0]) ? (entry.words[0], entry.token) : nil
        }
    }

    /// The longest expression that these pieces start with, and how many pieces it takes.
    func longestMatch(_ pieces: ArraySlice<Piece>) -> (Token, length: Int)? {
        guard let first = pieces.first, let candidates = entries[first.key] else { return nil }
        for entry in candidates where pieces.lazy.map(\.key).starts(with: entry.words) {
            return (entry.token, entry.words.count)
        }
        return nil
    }
}
