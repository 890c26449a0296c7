import Mapping
import Schemas
import Tables
import Testing

struct EvidenceTests {
    @Test(arguments: [
        ("Lieu", "Bron", "commune"), ("Truc", "69029", "code_insee"), ("Distribution", "69500", "codepost"),
        ("Réf.", "PAR-69029-001", "uid"), ("", "01053", "code_insee"), ("", "1053", "code_insee"),
    ])
    func theContentSaysTheFieldWhereTheHeaderDoesNot(header: String, value: String, field: String) throws {
        let file = try mapped("nom|\(header)\nParc Rosa|\(value)")
        #expect(file.columns[1].field == field)
        #expect(file.columns[1].evidence == .content)
        #expect(file.columns[1].confidence < 1)
    }

    @Test func twoColumnsThatCouldBothBeTheFieldAreNeitherOfThem() throws {
        let file = try mapped("nom|Départ|Arrivée\nParc Rosa|Bron|Lyon\nSquare Y|Lyon|Bron")
        #expect(file["commune"] == ["", ""])
        #expect(file.told == ["B", "C"])
    }

    @Test func anotherWordThatItsValuesContradictIsNotTheField() throws {
        let file = try mapped("nom|CP\nParc Rosa|chef de projet\nSquare Y|chef de projet")
        #expect(file.column("CP")?.field == nil)
    }

    @Test func aPageOfTheTownIsNotAPhotograph() throws {
        let file = try mapped(
            "nom|Site internet\nParc Rosa|https://www.ville-bron.fr/parcs\nSquare Y|https://www.ville-bron.fr")
        #expect(file.column("Site internet")?.field == nil)
    }

    @Test func theTownOfSomethingElseIsNotTheCommune() throws {
        let file = try mapped("nom|Domicile du gardien\nParc Rosa|Lyon\nSquare Y|Mions")
        #expect(file.column("Domicile du gardien")?.field == nil)
    }

    @Test func whatWasDecidedBeforeComesFirst() throws {
        let file = try mapped("nom|Appellation locale\nP1|Parc Rosa", remembered: ["appellation locale": "nom"])
        #expect(file["nom"] == ["Parc Rosa"])
        #expect(file.column("Appellation locale")?.evidence == .remembered)
        #expect(file.told == ["A"])
    }

    @Test func whatWasDecidedBeforeIsKnownByItsHeaderInAnySpelling() throws {
        let file = try mapped("n°|APPELLATION  locale :\n1|Parc Rosa", remembered: ["appellation locale": "nom"])
        #expect(file["nom"] == ["Parc Rosa"])
        #expect(file.columns[1].evidence == .remembered)
    }

    @Test func aColumnThatWasDecidedToBeLeftOutStaysOut() throws {
        let file = try mapped("nom|Superficie\nParc Rosa|12", remembered: ["superficie": ""])
        #expect(file["surf_m2"] == [""])
        #expect(file.told == ["B"])
    }

    @Test func aDecisionAboutAFieldThatIsNoMoreIsForgotten() throws {
        let file = try mapped("nom|Superficie\nParc Rosa|12", remembered: ["superficie": "champ disparu"])
        #expect(file["surf_m2"] == ["12"])
    }

    @Test func ofTwoColumnsWithTheSameHeaderTheOneThatIsFilledBetterIsRead() throws {
        let file = try mapped("nom|Superficie|Superficie\nParc Rosa||12\nSquare Y|7|30")
        #expect(file["surf_m2"] == ["12", "30"])
        #expect(file.told == ["B"])
    }

    @Test func anEmptyColumnGivesWayToOneThatIsFilled() throws {
        let file = try mapped("nom|Nom du parc|commune\n|Parc Rosa|Bron\n|Square Y|Bron")
        #expect(file["nom"] == ["Parc Rosa", "Square Y"])
    }

    @Test func aColumnServesOneFieldAndAFieldHasOneColumn() throws {
        let file = try mapped("Nom|Désignation|Libellé|Commune|Ville\na|b|c|Bron|Lyon")
        let fields = file.columns.compactMap(\.field)
        #expect(fields.count == Set(fields).count)
        #expect(file["nom"] == ["a"])
        #expect(file.told == ["B", "C", "E"])
    }

    @Test func aTableWithoutRowsIsMappedByItsHeaders() throws {
        let file = try mapped("nom|commune")
        #expect(file.columns.compactMap(\.field) == ["nom", "commune"])
        #expect(file.rowCount == 0)
    }
}

struct CodeEvidenceTests {
    @Test func codesUnderEachOthersHeadersAreExchanged() throws {
        let file = try mapped("nom|code_insee|codepost\nA|69500|69029\nB|69800|69290")
        #expect(file["code_insee"] == ["69029", "69290"])
        #expect(file["codepost"] == ["69500", "69800"])
        #expect(file.columns[1].evidence == .content)
    }

    @Test func aFewOddCodesDoNotUnseatAHeader() throws {
        let file = try mapped("nom|code_insee|codepost\nA|69500|69500\nB|69290|69800")
        #expect(file["code_insee"] == ["69500", "69290"])
    }

    @Test(arguments: [("Adresse du jardin", "voie"), ("Surface de l'espace", "surf_m2"), ("Nom du site", "nom")])
    func theObjectMayBeNamedInTheHeader(header: String, field: String) throws {
        let file = try mapped("uid|\(header)\nPAR-69029-001|x")
        #expect(file.columns[1].field == field)
    }

    @Test(arguments: ["Adresse du gestionnaire", "Commune du siège", "Surface du bâti"])
    func anotherObjectIsAnotherThing(header: String) throws {
        #expect(try mapped("uid|\(header)\nPAR-69029-001|x").columns[1].field == nil)
    }
}

struct NeighbourTests {
    @Test(arguments: ["N°", "Numéro", "num"])
    func aBareNumberAtTheBeginningIsThatOfTheObject(header: String) throws {
        let file = try mapped("\(header)|Nom du bureau|Adresse\n12|Mairie|Rue X\n7|École|Rue Y", to: "bureaux-de-vote")
        #expect(file["num"] == ["12", "7"])
    }

    @Test func aBareNumberLeftOfTheStreetIsThatOfTheStreet() throws {
        let file = try mapped("nom|N°|voie\nA|12|Rue X\nB|7|Rue Y")
        #expect(file["numvoie"] == ["12", "7"])
        #expect(file["num"] == ["", ""])
    }

    @Test func repeatedNumbersNumberNothing() throws {
        let file = try mapped("N°|nom\n1|A\n1|B")
        #expect(file["num"] == ["", ""])
    }

    @Test func theNumberMayStandRightOfTheStreet() throws {
        let file = try mapped("ID|NOM_VOIE|NUM|Commune\n1|Rue du Lac|12|Bron", to: "stationnement-pmr")
        #expect(file["adresse"] == ["12 Rue du Lac"])
    }
}
