import AddressAnswers
import Addresses
import Tables
import Testing

@Suite struct QuestionTests {
    private func answer(
        _ text: String, isBeginning: Bool = true, filter: AddressFilter = AddressFilter()
    ) throws
        -> AddressFindings
    {
        AddressDesk(try smallBase()).answer(AddressQuestion(text, isBeginning: isBeginning, filter: filter))
    }

    @Test(arguments: ["vill", "Villejuif", "villejuif 94800", "94800 VILLEJUIF"])
    func aCommuneIsFoundByTheBeginningOfItsName(_ typed: String) throws {
        let first = try #require(try answer(typed).places.first)
        #expect(first.place.kind == .municipality)
        #expect(first.label == "Villejuif")
    }

    @Test func aCommuneThatIsNamedInFullIsAccepted() throws {
        let found = try answer("villejuif", isBeginning: false)
        #expect(found.verdict == .accepted)
        #expect(found.places.map(\.label) == ["Villejuif"])
        #expect(try answer("vill", isBeginning: false).verdict == .none)
    }

    @Test func aPostcodeLeadsToItsCommunes() throws {
        #expect(try answer("94230").places.map(\.label) == ["Cachan"])
    }

    @Test func aCityStandsForItsDistricts() throws {
        let found = try answer("lyon")
        #expect(found.verdict == .accepted)
        #expect(found.places.first?.place.communeCode == "69123")
        #expect(found.places.first?.label == "Lyon")
        #expect(try answer("lyon 3e").places.first?.label == "Lyon 3e Arrondissement")
    }

    @Test func theNameOfAStreetIsNoCommune() throws {
        let kinds = try answer("rue").places.map(\.place.kind)
        #expect(kinds.first == .street)
    }

    @Test func onlyAcceptedAnswersScoreHigh() throws {
        for typed in ["17 allee des plantes villejuif", "17 rue des plantes villejuif", "17 allee des", "rue", "zzz"] {
            let found = try answer(typed)
            if found.verdict != .accepted { #expect(found.places.allSatisfy { $0.score < 0.8 }, "\(typed)") }
            if found.verdict == .accepted { #expect(found.places[0].score >= 0.8, "\(typed)") }
        }
    }

    @Test func aPlaceLeadsToItsCommune() throws {
        let desk = AddressDesk(try smallBase())
        let place = Coordinate(longitude: 2.3532, latitude: 48.7866)
        let found = desk.nearest(to: place, filter: AddressFilter(kinds: [.municipality]))
        #expect(found.map(\.label) == ["Villejuif"])
    }
}
