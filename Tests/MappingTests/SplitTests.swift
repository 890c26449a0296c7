import Mapping
import Schemas
import Tables
import Testing

struct AddressTests {
    typealias Form = (text: String, number: String, street: String, postcode: String, town: String)

    @Test(
        arguments: [
            ("15 bis, rue Antoine Remond 69006 LYON", "15 bis", "rue Antoine Remond", "69006", "LYON"),
            ("15bis rue Antoine Remond", "15 bis", "rue Antoine Remond", "", ""),
            ("12 B rue Foch, 69500 Bron", "12 B", "rue Foch", "69500", "Bron"),
            ("12B, rue Foch", "12 B", "rue Foch", "", ""),
            ("12-14 avenue Foch 69500 Bron", "12-14", "avenue Foch", "69500", "Bron"),
            ("12/14 avenue Foch", "12/14", "avenue Foch", "", ""),
            ("n° 3 place Bellecour", "3", "place Bellecour", "", ""),
            ("N°3, place Bellecour, 69002 Lyon", "3", "place Bellecour", "69002", "Lyon"),
            ("8 rue du 8 mai 1945 69500 Bron", "8", "rue du 8 mai 1945", "69500", "Bron"),
            ("Rue du 8 Mai 1945", "", "Rue du 8 Mai 1945", "", ""),
            ("8 mai 1945", "", "8 mai 1945", "", ""),
            ("11 novembre 1918", "", "11 novembre 1918", "", ""),
            ("1er mai", "", "1er mai", "", ""),
            ("place du 11 novembre 1918, 69500 Bron", "", "place du 11 novembre 1918", "69500", "Bron"),
            ("place de la Liberté, 69500 Bron", "", "place de la Liberté", "69500", "Bron"),
            ("place de la Liberté - 69500 - Bron", "", "place de la Liberté", "69500", "Bron"),
            ("10 cours Lafayette", "10", "cours Lafayette", "", ""),
            ("3 domaine de la Vallonnière", "3", "domaine de la Vallonnière", "", ""),
            ("5 allée A", "5", "allée A", "", ""),
            ("2 ter quai X 69009 LYON 9EME", "2 ter", "quai X", "69009", "LYON 9EME"),
            ("2ème avenue", "", "2ème avenue", "", ""),
            ("Bron", "", "Bron", "", ""),
            ("69500 Bron", "", "", "69500", "Bron"),
            ("15 rue X\n69500 Bron", "15", "rue X", "69500", "Bron"),
            ("  15   rue X ,69500   Bron ", "15", "rue X", "69500", "Bron"),
            ("", "", "", "", ""),
        ] as [Form])
    func anAddressIsTakenApartAsItIsWritten(form: Form) {
        let parts = AddressParts(form.text)
        #expect(parts.houseNumber == form.number, "\(form.text)")
        #expect(parts.street == form.street, "\(form.text)")
        #expect(parts.postcode == form.postcode, "\(form.text)")
        #expect(parts.town == form.town, "\(form.text)")
    }

    @Test(arguments: [
        ("2 à 4 rue Garibaldi", "à 4 rue Garibaldi"), ("2 et 4 rue Garibaldi", "et 4 rue Garibaldi"),
    ])
    func aRangeInWordsIsNotTakenApartWrongly(text: String, wrong: String) {
        #expect(AddressParts(text).street != wrong)
    }

    @Test func aNumberOfFiveDigitsWithoutATownIsNoPostcode() {
        #expect(AddressParts("12 route de Lyon 69500").postcode.isEmpty)
    }

    @Test func nothingOfAnAddressIsInvented() {
        for text in ["12 rue X 69500 Bron", "place Y", "n° 4 bis, allée Z - 69800 Saint-Priest"] {
            let parts = AddressParts(text)
            for part in [parts.street, parts.postcode, parts.town] where !part.isEmpty { #expect(text.contains(part)) }
        }
    }
}

struct SplitTests {
    @Test func aWholeAddressFillsTheFieldsThatAreMissing() throws {
        let file = try mapped(
            "nom|Adresse\nParc Rosa|15 bis, rue Remond 69006 LYON\nSquare Y|place de la Liberté, 69500 Bron")
        #expect(file["numvoie"] == ["15 bis", ""])
        #expect(file["voie"] == ["rue Remond", "place de la Liberté"])
        #expect(file["codepost"] == ["69006", "69500"])
        #expect(file["commune"] == ["LYON", "Bron"])
    }

    @Test func columnsThatAreThereAreNotOverruled() throws {
        let file = try mapped("nom|Adresse|CP|Ville\nParc Rosa|15 rue Remond 69006 LYON|69500|Bron")
        #expect(file["codepost"] == ["69500"])
        #expect(file["commune"] == ["Bron"])
        #expect(file["numvoie"] == ["15"])
    }

    @Test func aStreetWithItsNumberIsTakenApart() throws {
        let file = try mapped("nom|rue\nParc Rosa|12 rue Foch\nSquare Y|rue du 8 mai 1945")
        #expect(file["numvoie"] == ["12", ""])
        #expect(file["voie"] == ["rue Foch", "rue du 8 mai 1945"])
    }

    @Test func aStreetKeepsItsNumberWhereTheNumberHasItsColumn() throws {
        let file = try mapped("nom|N° voie|rue\nParc Rosa|12|rue Foch\nSquare Y|3|rue du 8 mai 1945")
        #expect(file["voie"] == ["rue Foch", "rue du 8 mai 1945"])
        #expect(file["numvoie"] == ["12", "3"])
    }

    @Test func whatWasSentIsKeptForEachPart() throws {
        let file = try mapped("nom|Adresse\nParc Rosa|15 rue Remond 69006 LYON")
        let field = try #require(file.schema.index(of: "codepost"))
        #expect(file.sent(field: field, row: 0).text == "15 rue Remond 69006 LYON")
        #expect(file.column(of: field)?.header == "Adresse")
    }

    @Test func aStreetOutsideTheNormIsNotLostInASplitColumn() throws {
        let file = try mapped("nom|Adresse\na|1 rue X 69500 Bron\nb|2 rue Y 69500 Bron\nc|derrière la mairie")
        #expect(file["voie"] == ["rue X", "rue Y", "derrière la mairie"])
    }

    @Test func numberAndStreetInTwoColumnsMakeAnAddress() throws {
        let file = try mapped(
            "nom|N° voie|rue\nWC place Foch|12|rue Foch\nWC du parc||rue du 8 mai 1945", to: "toilettes")
        #expect(file["adresse"] == ["12 rue Foch", "rue du 8 mai 1945"])
    }
}

struct CoordinateTests {
    @Test(arguments: [
        "45.7337, 4.9139", "45,7337 ; 4,9139", "(45.7337 4.9139)", "45.7337/4.9139", "45,7337,4,9139",
        "[45.7337,4.9139]",
    ])
    func aPairInOneCellIsTakenApart(pair: String) throws {
        let file = try mapped("nom|Position\nWC|\(pair)", to: "toilettes")
        #expect(file["lat"] == ["45.7337"])
        #expect(file["lon"] == ["4.9139"])
    }

    @Test func twoColumnsAreReadAsTheyAre() throws {
        let file = try mapped("nom|Latitude|Longitude\nWC|45,7337|4,9139", to: "toilettes")
        #expect(file["lat"] == ["45,7337"])
        #expect(file["lon"] == ["4,9139"])
    }

    @Test(arguments: ["12,5 4,5 m", "2 x 3", "08.30-12.00", "45.7337", "04 78 00 00 00"])
    func whatIsNoPairIsNotTakenForOne(text: String) throws {
        let file = try mapped("nom|Dimensions\nWC|\(text)", to: "toilettes")
        #expect(file["lat"] == [""])
        #expect(file["lon"] == [""])
    }

    @Test(arguments: ["12,5 4,5", "3.5/2.0"])
    func twoNumbersThatAreNoPlaceAreNotTakenForOne(text: String) throws {
        let file = try mapped("nom|Dimensions (m)\nWC|\(text)", to: "toilettes")
        #expect(file["lat"] == [""])
    }
}
