import Addresses
import Foundation
import Testing

/// A base of a few streets, made for each test.
func searcher(_ lines: String) throws -> Searcher {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("ban.csv")
    try ("id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat\n" + lines)
        .write(to: file, atomically: true, encoding: .utf8)
    let builder = IndexBuilder(reference: nil)
    try builder.add(file)
    let index = folder.appendingPathComponent("base.index")
    try builder.write(to: index)
    return Searcher(try AddressIndex(fileAt: index))
}

let villejuif = """
    94076_0001_00017;17;;Allée des Plantes;94800;94076;Villejuif;2.353234;48.78663
    94076_0001_00019;19;;Allée des Plantes;94800;94076;Villejuif;2.353334;48.78673
    94076_0002_00012_bis;12;bis;Rue Jules Auffret;94800;94076;Villejuif;2.35;48.79
    """

@Suite struct SearcherTests {
    @Test(arguments: [
        "17 ALL DES PLANTES 94800 VILLEJUIF", "17, allée des plantes, Villejuif", "17 allee plantes 94800",
    ])
    func findsAnAddressAsPeopleTypeIt(_ typed: String) throws {
        let result = try searcher(villejuif).search(AddressQuery(typed))
        #expect(result.verdict == .accepted)
        #expect(result.answers.first?.place.label == "17 Allée des Plantes 94800 Villejuif")
        #expect(result.answers.first?.place.identifier == "94076_0001_00017")
    }

    @Test func aStreetThatIsNotThereIsNotAccepted() throws {
        let result = try searcher(villejuif).search(AddressQuery("17 rue des Lilas 94800 Villejuif"))
        #expect(result.verdict != .accepted)
    }
}
