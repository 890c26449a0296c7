import Spelling

/// What a text means as opening hours, and how sure that is.
public enum Reading: Hashable, Sendable {
    /// The text is already in the language of OpenStreetMap.
    case alreadyValid(Timetable)
    /// Only the spelling is off, and one meaning only is possible.
    case certain(Timetable)
    /// Plain words, understood: to be confirmed by a person.
    case likely(Timetable)
    /// Only a person can tell.
    case unclear(Doubt)

    /// What was understood, if anything.
    public var timetable: Timetable? {
        switch self {
        case .alreadyValid(let timetable), .certain(let timetable), .likely(let timetable): timetable
        case .unclear: nil
        }
    }
}

/// Why a text could not be understood, in plain words.
public struct Doubt: Error, Hashable, Sendable {
    /// The reason in French.
    public let fr: String
    /// The reason in English.
    public let en: String
}

extension Timetable {
    /// Understands what people write: `lun-ven 8h30-12h`, `Mo-Fr 8:00-12:00;`, `fermé le dimanche`, the
    /// `openingHoursSpecification` of schema.org. In doubt, less is claimed rather than more.
    public static func reading(_ text: String) -> Reading {
        guard text.utf8.count <= longest else { return .unclear(.tooLong) }
        guard text.contains(where: { !$0.isWhitespace }) else { return .unclear(.nothing) }
        if let timetable = try? Timetable(parsing: text) { return .alreadyValid(timetable) }
        if let reading = structuredReading(of: text) { return reading }
        if Self.appointments.contains(text.folded), let timetable = try? Timetable(parsing: "\"sur rendez-vous\"") {
            return .likely(timetable)
        }
        let tokens = tokens(of: pieces(of: text))
        if let reading = CodedReading(tokens)?.reading { return reading }
        do throws(Doubt) {
            return .likely(try PlainReading(tokens).timetable())
        } catch {
            return .unclear(error)
        }
    }
}

extension Timetable {
    /// Hours that are agreed one by one: OpenStreetMap says them as a comment.
    private static let appointments: Set<String> = [
        "sur rendez vous", "sur rdv", "rdv", "uniquement sur rendez vous", "uniquement sur rdv",
        "seulement sur rendez vous", "ouvert sur rendez vous", "sur rendez vous uniquement", "sur rdv uniquement",
        "accueil sur rendez vous", "visite sur rendez vous", "by appointment", "by appointment only",
    ]
}

extension Doubt {
    static let nothing = Doubt(fr: "Aucun horaire n’est écrit.", en: "No opening hours are written.")
    static let tooLong = Doubt(
        fr: "Ce texte est trop long pour être des horaires.", en: "This text is too long to be opening hours.")
    static let noHours = Doubt(
        fr: "À quelles heures ? Il manque une heure d’ouverture ou de fermeture.",
        en: "At what hours? An opening or closing time is missing.")
    static let mixed = Doubt(
        fr:
            "Quels jours vont avec quelles heures ? Écrivez par exemple : « lundi au vendredi 8h30-12h ; samedi 9h-12h ».",
        en: "Which days go with which hours? Write for instance: “Monday to Friday 8:30-12:00; Saturday 9:00-12:00”.")
    static let overlap = Doubt(
        fr: "Le même jour est donné plusieurs fois : faut-il ajouter ces heures ou les remplacer ?",
        en: "The same day is given several times: should these hours be added or replaced?")
    static let order = Doubt(
        fr: "Une heure de fermeture vient avant l’heure d’ouverture.",
        en: "A closing time comes before its opening time.")
    static let season = Doubt(
        fr: "De quelle date à quelle date va cette saison ? Par exemple : « du 1er avril au 30 septembre ».",
        en: "From which date to which date does this season go? For instance: “from 1 April to 30 September”.")
    static let term = Doubt(
        fr: "De quelles vacances ou de quelle période s’agit-il ? Donnez les dates, ou écrivez « vacances scolaires ».",
        en: "Which holidays or period? Give the dates, or write “school holidays”.")
    static let dayPart = Doubt(
        fr: "De quelle heure à quelle heure va cette demi-journée ?",
        en: "From what time to what time is this half-day?")
    static let appointment = Doubt(
        fr: "« Sur rendez-vous » ne dit pas d’heures : lesquelles publier ?",
        en: "“By appointment” tells no hours: which ones should be published?")
    static let lastOfMonth = Doubt(
        fr: "« Le dernier du mois » n’est pas accepté par Validata : donnez les dates.",
        en: "“The last of the month” is not accepted by Validata: give the dates.")
    static let workingDays = Doubt(
        fr: "De quel jour à quel jour ? Par exemple : « du lundi au vendredi ».",
        en: "From which day to which day? For instance: “Monday to Friday”.")
    static let tuesdayOrMarch = Doubt(
        fr: "« mar » : mardi ou mars ?", en: "“mar”: Tuesday (mardi) or March (mars)?")
    static let wednesdayOrWeekend = Doubt(
        fr: "« we » : le week-end, ou mercredi (We en anglais) ?", en: "“we”: the week-end, or Wednesday?")
    static let structure = Doubt(
        fr: "Cette description d’horaires est incomplète : il faut les jours, l’ouverture et la fermeture.",
        en: "This description is incomplete: it needs days, an opening and a closing time.")

    static func unknown(_ word: String) -> Doubt {
        Doubt(fr: "« \(word) » n’est pas compris.", en: "“\(word)” is not understood.")
    }
}
