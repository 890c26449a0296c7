import Foundation
import Tables
import Testing

@testable import Addresses

struct SearcherTests {
    @Test(arguments: [
        ("17 ALL DES PLANTES 94800 VILLEJUIF", "17 Allée des Plantes 94800 Villejuif"),
        ("17, allée plantes, Villejuif", "17 Allée des Plantes 94800 Villejuif"),
        ("12 BIS R J AUFFRET 94800 VILLEJUIF", "12 bis Rue Jules Auffret 94800 Villejuif"),
        ("12b rue Auffret Jules 94800 Villejuif", "12 bis Rue Jules Auffret 94800 Villejuif"),
        ("5 RUE DR ROUX 94800 VILLEJUIF", "5 Rue du Docteur Roux 94800 Villejuif"),
        ("3 rue du huit mai 45 94800 Villejuif", "3 Rue du 8 Mai 1945 94800 Villejuif"),
        ("4 rue Henri 4 94800 VILLEJUIF", "4 Rue Henri IV 94800 Villejuif"),
        ("5 rue du Doctteur Roux 94800 Villejuif", "5 Rue du Docteur Roux 94800 Villejuif"),
        ("2 av Mabille 94230 Cachan", "2 Avenue Louis Nicolas Mabille 94230 Cachan"),
        ("1 QUAI DE LA MARNE 94210 ST MAUR DES FOSSES", "1 Quai de la Marne 94210 Saint-Maur-des-Fossés"),
        ("8 AVENUE DE LA REPUBLIQUE 94076 VILLEJUIF", "8 Avenue de la République 94800 Villejuif"),
        ("8 AVENUE DE LA REPUBLIQUE 94807 VILLEJUIF CEDEX", "8 Avenue de la République 94800 Villejuif"),
        ("RES LES LILAS 8 AVENUE DE LA REPUBLIQUE 94800 VILLEJUIF", "8 Avenue de la République 94800 Villejuif"),
        ("3 rue Adamoli 69001 Lyon 1er", "3 Rue Adamoli 69001 Lyon"),
        ("15 rue du Lac LYON 03", "15 Rue du Lac 69003 Lyon"),
    ])
    func findsAnAddressAsPeopleTypeIt(_ typed: String, _ label: String) throws {
        let result = try town().search(AddressQuery(typed))
        #expect(result.answers.first?.place.label == label)
        #expect(result.verdict == .accepted, "\(result.doubts)")
    }

    @Test(arguments: [
        // A street of the other commune, a neighbour, another name, another kind, nothing at all.
        ("8 avenue de la République 94230 Cachan"), ("6 rue de la République 94800 Villejuif"),
        ("9 rue Martin 94800 Villejuif"), ("9 rue Marin 94230 Cachan"), ("10 place Albert Legrand 94230 Cachan"),
        ("10 rue Paul Legrand 94230 Cachan"), ("5 rue des Licornes 94800 Villejuif"),
        ("17 allée des Plantes 94230 Cachan"),
        ("99 rue Jules Auffret 94800 Villejuif"), ("7 rue Albert Legrand 75001 Paris"),
    ])
    func whatIsNotThereIsNotAccepted(_ typed: String) throws {
        let result = try town().search(AddressQuery(typed))
        #expect(result.verdict != .accepted, "\(result.answers.first?.place.label ?? "")")
    }

    @Test func aStreetOfAnotherCommuneIsShown() throws {
        let result = try town().search(AddressQuery("17 allée des Plantes 94230 Cachan"))
        #expect(result.doubts.first == .otherCommune)
        #expect(result.answers.first?.place.label == "17 Allée des Plantes 94800 Villejuif")
    }

    @Test func aWrongPostcodeDoesNotLoseTheRightCommune() throws {
        let result = try town().search(AddressQuery("5 rue du Docteur Roux 94810 Villejuif"))
        #expect(result.verdict == .accepted)
        #expect(result.answers.first?.postcode == .differs)
    }

    @Test func aNumberBetweenTwoOfItsSideIsPlacedBetweenThem() throws {
        let result = try town().search(AddressQuery("21 allée des Plantes 94800 Villejuif"))
        let answer = try #require(result.answers.first)
        #expect(answer.number == .interpolated)
        #expect(answer.place.kind == .street)
        #expect(abs(answer.place.point.longitude - 2.353634) < 0.00001)
    }

    @Test func theCommuneMayStandInTheAddressOnceMore() throws {
        let query = AddressQuery(address: "5 rue du Docteur Roux VILLEJUIF", city: "Villejuif")
        #expect(try town().search(query).verdict == .accepted)
    }

    @Test func theCodeOfLyonMeansItsArrondissements() throws {
        let query = AddressQuery(address: "3 rue Adamoli", communeCode: "69123")
        #expect(try town().search(query).verdict == .accepted)
    }

    @Test func anEmptyAddressIsNone() throws {
        #expect(try town().search(AddressQuery("")).verdict == .none)
        #expect(try town().search(AddressQuery(" , ;")).verdict == .none)
    }

    @Test func aFormerCommuneLeadsToItsSuccessor() throws {
        let header =
            "id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;"
            + "nom_ancienne_commune;lon;lat\n"
        let base = try index(
            header + "a;3;;Rue de la Gare;69600;69149;Oullins-Pierre-Bénite;69152;Pierre-Bénite;4.82;45.70")
        for query in [
            AddressQuery("3 rue de la gare 69600 Pierre-Bénite"),
            AddressQuery(address: "3 rue de la gare", communeCode: "69152"),
        ] {
            let result = Searcher(base).search(query)
            #expect(result.verdict == .accepted)
            #expect(result.answers.first?.isFormerCommune == true)
            #expect(result.answers.first?.place.formerCommune == "Pierre-Bénite")
        }
    }
}
