import Geocoding
import Schemas
import Tables
import Testing
import Texts

struct LocatingTests {
    @Test func aPositionInItsCommuneIsAccepted() throws {
        let place = try placed(lon: "4.9139", lat: "45.7337")
        #expect(place.status == .accepted)
        #expect(place.point == Coordinate(longitude: 4.9139, latitude: 45.7337))
        #expect(place.remark == nil)
        #expect(place.precision == nil, "the sender gave it: it is as precise as they say")
    }

    @Test func swappedCoordinatesArePutInOrderAndTold() throws {
        let place = try placed(lon: "45.7337", lat: "4.9139")
        #expect(place.status == .accepted)
        #expect(place.point == Coordinate(longitude: 4.9139, latitude: 45.7337))
        #expect(place.evidence["mended"] == "swapped")
        #expect(place.remark?.fr.contains("interverties") == true)
    }

    @Test func aPositionFarFromItsCommuneIsDoubtful() throws {
        let place = try placed(lon: "2.3522", lat: "48.8566")
        #expect(place.status == .doubt)
        #expect(place.remark?.fr.contains("Bron") == true)
    }

    @Test(arguments: [("0", "0"), ("", ""), ("4.9", ""), ("", "45.7")])
    func zeroAndHalfAPositionAreNone(lon: String, lat: String) throws {
        let place = try placed(lon: lon, lat: lat)
        #expect(place.status == .none)
        #expect(place.point == nil)
    }

    @Test(arguments: [("4.9139", "457.337"), ("1e9", "45.7"), ("-4.9139", "-45.7337")])
    func whatIsNotInFranceIsNeverAccepted(lon: String, lat: String) throws {
        #expect(try placed(lon: lon, lat: lat).status != .accepted)
    }

    @Test func lambert93IsToldOrProjectedButNeverTakenForDegrees() throws {
        let place = try placed(lon: "848700", lat: "6516700")
        if let point = place.point {
            #expect((4.7...5.1).contains(point.longitude) && (45.5...45.9).contains(point.latitude))
        }
    }

    @Test func aPositionWithoutAKnownCommuneIsAcceptedInFrance() throws {
        let place = try placed(lon: "4.9139", lat: "45.7337", commune: "")
        #expect(place.point != nil)
        #expect(place.evidence["commune"] == "unknown")
    }

    @Test func aShapeGivesAPointOnItself() throws {
        let square = Geometry.polygon([
            [(4.90, 45.73), (4.92, 45.73), (4.92, 45.74), (4.90, 45.74), (4.90, 45.73)].map {
                Coordinate(longitude: $0.0, latitude: $0.1)
            }
        ])
        let places = try located("nom|code_insee\nParc Rosa|69029\nSquare Y|69029", shapes: [square, nil])
        let point = try #require(places[0].point)
        #expect(square.contains(point))
        #expect(places[0].evidence["source"] == "geometry")
        #expect(places[1].status == .none)
    }

    @Test func aPairInOneCellIsAPosition() throws {
        let place = try #require(located("nom|code_insee|Coordonnées\nParc Rosa|69029|45.7337, 4.9139").first)
        #expect(place.point == Coordinate(longitude: 4.9139, latitude: 45.7337))
    }

    @Test func anAddressWithoutAPositionIsToldInWords() throws {
        let place = try #require(located("nom|adresse|commune\nParc Rosa|12 rue Foch|Bron").first)
        #expect(place.status == .none)
        #expect(place.query.contains("12 rue Foch") && place.query.contains("Bron"))
    }

    @Test func aModelWithoutPlacesHasNoLocations() throws {
        let names = Schema.made(of: Field("prenom"), Field("effectif", type: .integer))
        #expect(try located("prenom|effectif\nAlice|3", as: names).isEmpty)
    }

    @Test func everyRowHasItsLocationInOrder() throws {
        let places = try located("nom|code_insee|lon|lat\na|69029|4.91|45.73\nb|69029||\nc|69029|4.90|45.74")
        #expect(places.map(\.row) == [0, 1, 2])
        #expect(places.map(\.status) == [.accepted, .none, .accepted])
    }
}

struct GivenPositionTests {
    private func place(_ lon: String, _ lat: String, commune: String = "69029") throws -> Location {
        try #require(located("nom|code_insee|lon|lat\nParc|\(commune)|\(lon)|\(lat)").first)
    }

    @Test(arguments: [("4913900", "45733700"), ("4.9139", "45733700"), ("49139", "457337")])
    func aLostDecimalMarkIsPutWhereItLeadsIntoTheCommune(lon: String, lat: String) throws {
        let place = try place(lon, lat)
        #expect(place.status == .accepted)
        let point = try #require(place.point)
        #expect(abs(point.longitude - 4.9139) < 1e-9 && abs(point.latitude - 45.7337) < 1e-9)
    }

    @Test func zeroAndZeroAreNoPosition() throws {
        let place = try place("0", "0")
        #expect(place.point == nil)
        #expect(place.evidence["mended"] == "zero")
    }

    @Test(arguments: [("-61.05", "14.6", "97209"), ("55.45", "-20.9", "97411")])
    func overseasIsFrance(lon: String, lat: String, commune: String) throws {
        #expect(try place(lon, lat, commune: commune).status == .accepted)
    }

    @Test func aPositionOfTheMainlandIsNotOverseas() throws {
        #expect(try place("4.9", "45.7", commune: "97209").status == .doubt)
    }
}

struct UnplacedCommuneTests {
    /// Oyonnax is in no table that the house ships: only its département tells.
    @Test(arguments: [("905070.82", "6577025.66"), ("628917.94", "5823042.3"), ("1904818.95", "5231613.04")])
    func metresAreReadWhereOnlyOneProjectionLeadsIntoTheDepartment(x: String, y: String) throws {
        let place = try #require(located("nom|code_insee|lon|lat\nParc|01283|\(x)|\(y)").first)
        let point = try #require(place.point)
        #expect(abs(point.longitude - 5.65) < 0.05 && abs(point.latitude - 46.26) < 0.05)
        #expect(place.evidence["commune"] == "unknown")
    }
}
