import Privacy
import Schemas
import Tables
import Testing
import Texts

struct ScanTests {
    let schema: Schema

    init() throws { schema = try SchemaLibrary.schema("parcs-jardins") }

    /// A table whose only filled field is the remark about the hours.
    private func columns(_ remarks: [String]) -> [Cells] {
        schema.fields.map { field in
            Cells(remarks.map { Value(field.name == "hor_precis" ? $0 : "") })
        }
    }

    @Test func namesTheFieldAndTheValues() throws {
        let alarms = Scan(schema: schema).alarms(in: columns(["libre", "appeler le 06 12 34 56 78", "libre"]))
        let alarm = try #require(alarms.first)
        #expect(alarms.count == 1)
        #expect(schema.fields[alarm.field].name == "hor_precis")
        #expect(alarm.detector.name == "mobile-phone")
        #expect(alarm.values == [1])
        #expect(alarm.example == "appeler le 06 12 34 56 78")
    }

    @Test func whatSomebodyKeptRaisesNoAlarm() {
        let alarms = Scan(schema: schema).alarms(in: columns(["06 12 34 56 78"])) { field, value in
            field.name == "hor_precis" && value == "06 12 34 56 78"
        }
        #expect(alarms.isEmpty)
    }

    @Test func theSentenceSaysWhatWasLookedFor() {
        let text = Statement().text
        #expect(text.fr.hasPrefix("Ce jeu ne contient pas d'adresses électroniques nominatives, de numéros"))
        #expect(text.fr.contains("ni de mots de passe"))
        #expect(text.en.hasPrefix("This dataset holds no mailboxes"))
    }

    @Test func whatIsPublishedByDecisionIsSaidWithItsReason() throws {
        let mobile = try #require(Detector.all.first { $0.name == "mobile-phone" })
        let text = Statement(published: [(mobile, "publier : numéro d'astreinte")]).text
        #expect(!text.fr.contains("de numéros de téléphone mobile,"))
        #expect(text.fr.contains("Par décision, il contient des numéros de téléphone mobile : « publier : numéro"))
    }

    @Test(arguments: [
        ("publier : la personne a donné son accord", true), ("Publier", true), ("publish: a service's", true),
        ("ne pas publier", false), ("", false), ("non", false), ("je ne sais pas", false),
    ])
    func onlyAnAnswerThatSaysSoPublishes(answer: String, allowed: Bool) {
        #expect(Disclosure(answer: answer).isAllowed == allowed)
    }

    @Test(arguments: [("Prénom du gardien", true), ("Tél. portable", true), ("Nom du parc", false), ("Surface", false)])
    func headersAboutPersonsAreKnown(header: String, personal: Bool) {
        #expect(PersonalHeader.isOne(header) == personal)
    }
}
