import Testing

@testable import Addresses

struct TypedAddressTests {
    @Test(arguments: [
        ("12 rue de Paris", "12"), ("12bis, rue de Paris", "12b"), ("12 B RUE DE PARIS", "12b"),
        ("n°12 rue de Paris", "12"),
        ("N12 RUE DE PARIS", "12"), ("012 ter rue de Paris", "12t"), ("rue de Paris, 12", "12"),
        ("Rue de Paris n° 12 bis", "12b"),
        ("SCI DUPONT 110 rue d'Entraigues", "110"), ("7-sept RUE GASTON CHARLE", "7"),
        ("16   16 ALLEE AUX CERFS", "16"),
        ("8 rue du 8 mai 1945", "8"), ("rue du 8 mai 1945", ""), ("Rue des 4 Chemins", ""), ("12 r de Paris", "12"),
    ])
    func findsTheNumber(_ typed: String, _ number: String) {
        let found = TypedAddress(AddressQuery(typed)).number
        #expect(found.map { "\($0.number)\($0.suffix?.text ?? "")" } ?? "" == number)
    }

    @Test(arguments: ["12-14 rue de Paris", "12/14 RUE DE PARIS", "12 à 14 rue de Paris", "12 14 rue de Paris"])
    func aRangeHasTwoEnds(_ typed: String) {
        let found = TypedAddress(AddressQuery(typed)).number
        #expect(found?.number == 14)
        #expect(found?.from == 12)
    }

    @Test(arguments: [
        "2 allée Jules Guesde BP 7015 31068 TOULOUSE", "2 allée Jules Guesde B.P. N 7015 31068 TOULOUSE",
        "2 allée Jules Guesde TSA No30719 31068 TOULOUSE", "2 allée Jules Guesde 8e étage 31068 TOULOUSE",
        "2 allée Jules Guesde bât. A appt 12 31068 TOULOUSE", "2 allée Jules Guesde BP75438 31068 Toulouse",
    ])
    func whatSaysNothingOfThePlaceIsDropped(_ typed: String) {
        let address = TypedAddress(AddressQuery(typed))
        #expect(address.street.map(\.text) == ["allee", "jules", "guesde"])
        #expect(address.city.map(\.text) == ["toulouse"])
        #expect(address.postcode == PackedCode.pack("31068"))
    }

    @Test func cedexIsSeen() {
        let address = TypedAddress(AddressQuery("2 allée Jules Guesde 31068 TOULOUSE CEDEX 7"))
        #expect(address.isCedex)
        #expect(address.city.map(\.text) == ["toulouse"])
    }

    @Test(arguments: ["LYON 03", "Lyon 3 ème", "LYON 3E ARRONDISSEMENT", "Lyon 3e (Rhône)", "LYON03", "Lyon 3"])
    func arrondissementsAreSaidInManyWays(_ city: String) {
        #expect(Tokens(city).cityWords.map(\.text) == ["lyon", "3"])
    }
}
