import Foundation
import Schemas
import Testing

@Suite("The examples beside the models")
struct ExamplesTests {
    private let examples = packageRoot.appendingPathComponent("Examples")

    private struct Territory: Decodable {
        struct Commune: Decodable {
            let code: String
            let name: String
        }
        let name: String
        let communes: [Commune]
        let schemas: [String]
    }

    private func territory() throws -> Territory {
        let file = examples.appendingPathComponent("demo/territory.json")
        return try JSONDecoder().decode(Territory.self, from: Data(contentsOf: file))
    }

    @Test func theAgreedRowOfParksHasTheFieldsOfTheModel() throws {
        let file = examples.appendingPathComponent("parcs-structure-2019.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let fields = try SchemaLibrary.schema("parcs-jardins").fields.map(\.name)
        #expect(lines.count == 2)
        #expect(lines.first?.split(separator: ",").map(String.init) == fields)
    }

    @Test func theTerritoryHasSixCommunesAndTheSixModels() throws {
        let territory = try territory()
        #expect(territory.schemas.sorted() == modelNames)
        #expect(Set(territory.communes.map(\.code)) == ["69029", "69040", "69194", "69256", "69283", "69286"])
        #expect(territory.communes.allSatisfy { !$0.name.isEmpty })
    }

    @Test func everyCommuneSendsEveryDatasetOnce() throws {
        let territory = try territory()
        for schema in territory.schemas {
            let folder = examples.appendingPathComponent("demo/\(schema)").path
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(files.map { String($0.prefix(5)) }.sorted() == territory.communes.map(\.code).sorted())
        }
    }
}
