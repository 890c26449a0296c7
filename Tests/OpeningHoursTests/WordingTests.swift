import OpeningHours
import Testing

@Suite struct WordingTests {
    /// Spaces that must not break are shown here as plain ones.
    private func plain(_ text: String) -> String { text.replacing("\u{00A0}", with: " ") }

    @Test(arguments: [
        (
            "Mo-Fr 08:30-12:00,13:30-17:30; Sa off",
            "du lundi au vendredi de 8 h 30 à 12 h et de 13 h 30 à 17 h 30 ; samedi fermé"
        ),
        ("24/7", "24 h/24, 7 j/7"),
        ("07:00-21:00", "tous les jours de 7 h à 21 h"),
        ("Mo 08:00-24:00", "lundi de 8 h à minuit"),
        ("Mo-Fr 08:00-12:00; PH off", "du lundi au vendredi de 8 h à 12 h ; fermé les jours fériés"),
        ("Su,PH off", "fermé le dimanche et les jours fériés"),
        ("Apr 01-Sep 30: 07:00-21:00", "du 1er avril au 30 septembre de 7 h à 21 h"),
        ("Apr-Sep: 07:00-21:00", "d’avril à septembre de 7 h à 21 h"),
        ("Sa[1,3] 09:00-12:00", "le 1er et 3e samedi du mois de 9 h à 12 h"),
        ("sunrise-sunset", "tous les jours du lever du soleil au coucher du soleil"),
        ("SH 10:00-18:00", "pendant les vacances scolaires de 10 h à 18 h"),
        ("Mo 08:00-12:00 \"sonner\"", "lundi de 8 h à 12 h (sonner)"),
    ])
    func frenchIsPlain(_ hours: String, _ expected: String) throws {
        #expect(plain(try Timetable(parsing: hours).french) == expected)
    }

    @Test(arguments: [
        (
            "Mo-Fr 08:30-12:00,13:30-17:30; Sa off",
            "Monday to Friday 8:30 to 12:00 and 13:30 to 17:30; closed on Saturday"
        ),
        ("Apr-Sep: 07:00-21:00", "from April to September 7:00 to 21:00"),
        ("24/7", "24 hours a day, every day"),
        ("PH off", "closed on public holidays"),
    ])
    func englishIsPlain(_ hours: String, _ expected: String) throws {
        #expect(plain(try Timetable(parsing: hours).english) == expected)
    }

    /// What is said in French is understood again.
    @Test(arguments: [
        "Mo-Fr 08:30-12:00,13:30-17:30; Sa off", "24/7", "Mo-Fr 08:00-12:00; PH off", "Apr 01-Sep 30: 07:00-21:00",
        "Sa[1,3] 09:00-12:00", "sunrise-sunset", "Mo 08:00-24:00", "SH 10:00-18:00", "Mo,Tu,Th 10:00-12:00",
    ])
    func theFrenchReadsBack(_ hours: String) throws {
        let timetable = try Timetable(parsing: hours)
        #expect(Timetable.reading(timetable.french).timetable?.description.replacing("Mo-Su ", with: "") == hours)
    }
}

@Suite struct RemarkTests {
    @Test(arguments: [
        "Mo-Fr 08:00-12:00; Sa off", "24/7; PH off", "Fr 20:00-02:00", "06:00-02:00",
        "Mo-Su 08:00-20:00; Su 09:00-18:00",
        "Feb 29 10:00-12:00", "Mo-Fr 08:00-12:00, Sa 09:00-12:00", "Apr-Sep: 08:00-20:00; Oct-Mar: 08:00-18:00",
    ])
    func whatIsUsualNeedsNoRemark(_ hours: String) throws {
        #expect(try Timetable(parsing: hours).remarks.isEmpty)
    }

    @Test(arguments: [
        ("Feb 30 10:00-12:00", "n’existe dans aucune année"),
        ("09:00-06:00", "La fermeture vient avant l’ouverture"),
        ("24/7; Mo 10:00-12:00", "toujours ouvert"),
        ("Mo-Fr 08:00-12:00; Mo-Fr 14:00-18:00", "ne sert à rien"),
        ("Mo-Fr 08:00-12:00; ", "n’est suivi d’aucun horaire"),
        ("Mo-Fr 08:00-12:00; Sa", "n’a pas d’heures"),
        ("08:00-12:00,11:00-18:00", "se chevauchent"),
        ("Mo 08:00-08:00", "à la même heure"),
        ("2025-2020 10:00-12:00", "avant la première"),
    ])
    func whatIsUnlikelyIsRemarked(_ hours: String, _ words: String) throws {
        #expect(try Timetable(parsing: hours).remarks.contains { $0.fr.contains(words) })
    }
}
