import Tables
import Testing

@testable import Addresses

struct ReverseTests {
    @Test func theNearestAddressIsFoundWithItsDistance() throws {
        let index = try town().index
        let found = Reverse(index).nearest(to: Coordinate(longitude: 2.35324, latitude: 48.78663), limit: 2)
        #expect(found.first?.place.label == "17 Allée des Plantes 94800 Villejuif")
        #expect((found.first?.metres ?? 99) < 1)
        #expect(found.count == 2)
    }

    @Test func farFromEverythingNothingIsFound() throws {
        #expect(Reverse(try town().index).nearest(to: Coordinate(longitude: -1, latitude: 44)).isEmpty)
    }

    @Test func onlyStreetsWhereStreetsAreAskedFor() throws {
        let found = Reverse(try town().index).nearest(
            to: Coordinate(longitude: 2.35, latitude: 48.79), filter: AddressFilter(kinds: [.street]))
        #expect(found.first?.place.label == "Rue Jules Auffret 94800 Villejuif")
    }
}

struct CompletionTests {
    @Test(arguments: [
        ("17 allée des pl", "17 Allée des Plantes 94800 Villejuif"),
        ("rue jules auf", "Rue Jules Auffret 94800 Villejuif"),
        ("av rep", "Avenue de la République 94800 Villejuif"), ("quai de la mar", "Quai de la Marne 94210"),
        ("rue du", "Rue"), ("allée des", "Allée des Plantes 94800 Villejuif"), ("cachan", "Cachan 94230"),
    ])
    func completesWhatSomebodyTypes(_ typed: String, _ label: String) throws {
        let places = Completion(try town().index).complete(typed)
        #expect(
            places.first?.label.hasPrefix(label) == true || places.map(\.label).contains(label),
            "\(places.map(\.label))")
    }

    @Test func aFilterHolds() throws {
        let places = Completion(try town().index).complete("rue", filter: AddressFilter(communeCodes: ["94016"]))
        #expect(!places.isEmpty)
        #expect(places.allSatisfy { $0.communeCode == "94016" })
    }
}
