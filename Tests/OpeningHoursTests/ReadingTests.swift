import OpeningHours
import Testing

@Suite struct ReadingTests {
    @Test func whatIsValidStaysAsItIs() throws {
        let timetable = try Timetable(parsing: "Mo-Fr 08:00-12:00")
        #expect(Timetable.reading("Mo-Fr 08:00-12:00") == .alreadyValid(timetable))
    }

    @Test(arguments: [
        ("Mo-fr 8:00-12:00", "Mo-Fr 08:00-12:00"),
        ("MO-SU 06:00-22:00", "Mo-Su 06:00-22:00"),
        ("Mo-Fr 08:00–12:00", "Mo-Fr 08:00-12:00"),
        ("Mo - Su : 06:00 - 22:00", "Mo-Su 06:00-22:00"),
        ("Mo-Fr 8h30-12h", "Mo-Fr 08:30-12:00"),
        ("Mo12:00-14:00", "Mo 12:00-14:00"),
        ("Mo-Fr 08:00-12:00;", "Mo-Fr 08:00-12:00"),
        ("Mo-Fr 08:00-12:00;Sa 09:00-12:00", "Mo-Fr 08:00-12:00; Sa 09:00-12:00"),
        ("Mo-Fr 08:00-12:00 Sa 09:00-12:00", "Mo-Fr 08:00-12:00; Sa 09:00-12:00"),
        ("Mo-Fr 8:00-12:00 14:00-18:00", "Mo-Fr 08:00-12:00,14:00-18:00"),
        ("Mo-Fr 8:00-12:00, 14:00-18:00", "Mo-Fr 08:00-12:00,14:00-18:00"),
        ("Mo-Fr 08:00:00-18:00:00", "Mo-Fr 08:00-18:00"),
        ("10.00-12.30", "10:00-12:30"),
        ("mar-nov 12:30-18:00", "Mar-Nov: 12:30-18:00"),
        (
            "Apr-Sep: Mo-Fr 8:00-20:00; Oct-Mar: Mo-Fr 8:00-18:00",
            "Apr-Sep Mo-Fr 08:00-20:00; Oct-Mar Mo-Fr 08:00-18:00"
        ),
        ("Dec 24,25 OFF", "Dec 24,Dec 25 off"),
        ("week 01-10 Mo 10:00-12:00", "week01-10 Mo 10:00-12:00"),
        ("Mo-Fr 8:00-12:00; ph closed", "Mo-Fr 08:00-12:00; PH off"),
        ("Sa [1] 9:00-12:00", "Sa[1] 09:00-12:00"),
    ])
    func spellingAloneIsPutRight(_ text: String, _ expected: String) throws {
        #expect(Timetable.reading(text) == .certain(try Timetable(parsing: expected)))
    }

    @Test(arguments: [
        ("lun-ven 8h30-12h, 13h30-17h30", "Mo-Fr 08:30-12:00,13:30-17:30"),
        ("du lundi au vendredi de 8h à 18h", "Mo-Fr 08:00-18:00"),
        ("Du lundi au vendredi de 8 h 30 à 12 h et de 13 h 30 à 17 h 30", "Mo-Fr 08:30-12:00,13:30-17:30"),
        ("8h-12h du lundi au vendredi", "Mo-Fr 08:00-12:00"),
        ("Lundi : 8h30-12h00 / 13h30-17h30", "Mo 08:30-12:00,13:30-17:30"),
        (
            "lundi au vendredi : 8h - 12h / 14h - 18h - samedi : 9h - 12h",
            "Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00"
        ),
        ("lundi 9h-12h, mardi 14h-18h", "Mo 09:00-12:00; Tu 14:00-18:00"),
        ("Lundi 8h-12h\nMardi 8h-12h", "Mo 08:00-12:00; Tu 08:00-12:00"),
        ("Lundi-Mardi-Jeudi 8h30-12h", "Mo,Tu,Th 08:30-12:00"),
        ("lun. mar. jeu. ven. : 8h30-12h ; mer. : 9h-12h", "Mo,Tu,Th,Fr 08:30-12:00; We 09:00-12:00"),
        ("mecredi 9h-12h", "We 09:00-12:00"),
        ("fermé le dimanche", "Su off"),
        ("fermé les jours fériés, lun-sam 8h-19h", "Mo-Sa 08:00-19:00; PH off"),
        ("sur rendez-vous", "\"sur rendez-vous\""),
        ("Uniquement sur RDV", "\"sur rendez-vous\""),
        ("marché le mercredi matin de 7h à 13h", "We 07:00-13:00"),
        ("Jours de marché : mardi et samedi 7h-12h30", "Tu,Sa 07:00-12:30"),
        ("lundi au samedi 9h-19h, fermé dimanche et jours fériés", "Mo-Sa 09:00-19:00; Su,PH off"),
        ("tous les jours de 8h à 20h", "Mo-Su 08:00-20:00"),
        ("Tous les jours de 8h à 20h sauf le mardi", "Mo,We-Su 08:00-20:00"),
        ("lun-ven 8h-18h sauf mercredi 8h-12h", "Mo,Tu,Th,Fr 08:00-18:00; We 08:00-12:00"),
        ("lundi au vendredi 8h-18h sauf jours fériés", "Mo-Fr 08:00-18:00; PH off"),
        ("tous les jours 8h-20h, le dimanche 9h-18h", "Mo-Su 08:00-20:00; Su 09:00-18:00"),
        ("24h/24 7j/7", "24/7"),
        ("Ouvert 24h/24 et 7j/7", "24/7"),
        ("dimanche et jours fériés 10h-12h", "Su,PH 10:00-12:00"),
        ("pendant les vacances scolaires 10h-18h", "SH 10:00-18:00"),
        ("week-end 10h-18h", "Sa-Su 10:00-18:00"),
        ("du 1er avril au 30 septembre : 7h-21h", "Apr 01-Sep 30: 07:00-21:00"),
        ("du 1/4 au 30/9 : 8h-20h", "Apr 01-Sep 30: 08:00-20:00"),
        (
            "avril à septembre : 7h-21h, octobre à mars : 8h-18h. Fermé le lundi",
            "Apr-Sep: 07:00-21:00; Oct-Mar: 08:00-18:00; Mo off"
        ),
        (
            "8h-20h (1er avril au 30 sept.) / 8h-18h (1er oct. au 31 mars)",
            "Apr 01-Sep 30: 08:00-20:00; Oct 01-Mar 31: 08:00-18:00"
        ),
        ("lun-ven 8h-18h, fermé en août", "Mo-Fr 08:00-18:00; Aug off"),
        ("du lever au coucher du soleil", "sunrise-sunset"),
        ("de 8h à minuit", "08:00-24:00"),
        ("midi à minuit", "12:00-24:00"),
        ("vendredi 20h-2h", "Fr 20:00-02:00"),
        ("entre 8h et 19h", "08:00-19:00"),
        ("ouverture 8h, fermeture 20h", "08:00-20:00"),
        ("le matin de 9h à 12h et l’après-midi de 14h à 18h", "09:00-12:00,14:00-18:00"),
        ("1er et 3e samedi du mois de 9h à 12h", "Sa[1,3] 09:00-12:00"),
        ("Mon-Fri 9am-5pm", "Mo-Fr 09:00-17:00"),
        ("Monday to Friday 9:30am - 5pm; Saturday closed", "Mo-Fr 09:30-17:00; Sa off"),
        ("Mo 10-12", "Mo 10:00-12:00"),
        ("8h-19h", "08:00-19:00"),
        ("18h-8h", "18:00-08:00"),
        ("Mo 1:00-18:00", "Mo 01:00-18:00"),
        ("LUNDI AU VENDREDI 8H30 12H00 13H30 17H00", "Mo-Fr 08:30-12:00,13:30-17:00"),
        ("lundi 9h00/12h00 - 14h00/17h00", "Mo 09:00-12:00,14:00-17:00"),
        ("Horaires d’été (1er avril au 30 septembre) : 8h-20h", "Apr 01-Sep 30: 08:00-20:00"),
        ("lundi mardi mercredi jeudi vendredi 8h30 à 11h30", "Mo-Fr 08:30-11:30"),
        ("Fermé le 1er janvier, 1er mai et 25 décembre", "Jan 01,May 01,Dec 25 off"),
        ("Du mardi au samedi : 10h-12h. Fermé dimanche, lundi et jours fériés.", "Tu-Sa 10:00-12:00; Su,Mo,PH off"),
        ("fermé", "off"),
    ])
    func plainWordsAreUnderstoodAndToBeConfirmed(_ text: String, _ expected: String) throws {
        #expect(Timetable.reading(text) == .likely(try Timetable(parsing: expected)))
    }

    @Test(arguments: [
        "", "tous les jours", "selon activités", "voir planétarium", "samedi matin",
        "été : 7h-21h / hiver : 8h-18h", "We 10:00-12:00.14:00-18:00", "fermé le lundi matin", "mercredi matin fermé",

        "lundi vendredi 8h-12h", "WE 8:00-12:00",
        "mar 10h-12h", "mar 10-12", "mar 8h-12h du 1er avril au 30 juin", "9:00-6:00", "Sa 08:3 12:00", "8h5-12h",
        "lun-ven 8h-12h ; mercredi 14h-18h", "lundi 8h-12h ; lundi 14h-18h", "dernier dimanche du mois 9h-12h",
        "10h-12h; Mo-Fr", "Fr 8h-12h, 14h-17h, Sa", "vacances : 8h-12h", "Mo-Fr 08:00", "0477123456",
        "vacances scolaires : lundi au vendredi 10h-18h", "31 avril 8h-12h", "8h-12h, samedi 9h-12h", "{", "[1, 2]",
    ])
    func inDoubtAPersonIsAsked(_ text: String) {
        #expect(Timetable.reading(text).timetable == nil)
    }

    @Test func theSeasonIsAskedFor() {
        guard case .unclear(let doubt) = Timetable.reading("été 8h-20h") else {
            Issue.record("a season without dates was understood")
            return
        }
        #expect(doubt.fr.contains("De quelle date à quelle date"))
    }

    @Test func theWordThatIsNotUnderstoodIsNamed() {
        guard case .unclear(let doubt) = Timetable.reading("selon activités") else {
            Issue.record("words without hours were understood")
            return
        }
        #expect(doubt.fr == "« selon » n’est pas compris.")
    }
}
