import Catalog
import Foundation
import Pipeline
import Review
import Schemas
import Store
import Tables
import Territories
import Testing

/// Objects keep the identifiers under which they are published, whatever a later file does to its lines.
struct RenumberingTests {
    private static let first = """
        uid;nom;numvoie;voie;commune
        PAR-69029-001;Parc du Fort;1;Rue Haute;Bron
        PAR-69029-002;Square Grimma;2;Rue Basse;Bron
        PAR-69029-003;Jardin Rosa;3;Rue du Lac;Bron
        PAR-69029-004;Mail Nord;4;Rue du Puits;Bron
        """

    /// The identifiers by name after a second file, prepared with a fresh book: only what is published is known.
    private func identifiers(after second: String) async throws -> [String: String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gabarit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try await ReleaseStore(folder: folder)
        _ = try await Publication(store: store, now: world.now).publish(
            Round(csv: Self.first).prepared, schemaDocument: SchemaLibrary.document("parcs-jardins"),
            commune: Place(code: "69029", name: "Bron"))
        let schema = try SchemaLibrary.schema("parcs-jardins")
        let published = try await PublishedBeside(
            in: store, schema: schema.name, commune: "69029", models: { try? SchemaLibrary.schema($0) })
        let file = folder.appending(path: "second.csv")
        try Data(second.utf8).write(to: file)
        let prepared = try Preparation(
            schema: schema, sender: world.reference.commune(code: "69029"), world: world, book: DecisionBook(),
            published: published
        ).prepare(fileAt: file)
        try await store.close()
        let table = prepared.reviewed.clean
        return Dictionary(
            (0..<table.rowCount).map { (table.value("nom", row: $0) ?? "", table.value("uid", row: $0) ?? "") },
            uniquingKeysWith: { first, _ in first })
    }

    @Test func linesNumberedAnewKeepTheirObjects() async throws {
        let second = """
            uid;nom;numvoie;voie;commune
            PAR-69029-001;Parc du Fort;1;Rue Haute;Bron
            PAR-69029-002;Jardin Rosa;3;Rue du Lac;Bron
            PAR-69029-003;Mail Nord;4;Rue du Puits;Bron
            PAR-69029-004;Parc tout neuf;9;Rue Neuve;Bron
            """
        let uids = try await identifiers(after: second)
        #expect(uids["Parc du Fort"] == "PAR-69029-001")
        #expect(uids["Jardin Rosa"] == "PAR-69029-003")
        #expect(uids["Mail Nord"] == "PAR-69029-004")
        #expect(uids["Parc tout neuf"] == "PAR-69029-005", "one that nobody bore")
    }

    @Test func linesWithoutIdentifiersAreFoundAgain() async throws {
        let second = """
            nom;numvoie;voie;commune
            Mail Nord;4;Rue du Puits;Bron
            Square Grimma;2 bis;Rue Basse;Bron
            Jardin Rosa;3;Rue du Lac;Bron
            """
        let uids = try await identifiers(after: second)
        #expect(uids["Mail Nord"] == "PAR-69029-004" && uids["Jardin Rosa"] == "PAR-69029-003")
        #expect(uids["Square Grimma"] == "PAR-69029-002", "its address was corrected")
    }

    @Test func aCorrectedNameIsNoOtherObject() async throws {
        let second = Self.first.replacing("Square Grimma", with: "Square de Grimma")
        #expect(try await identifiers(after: second)["Square de Grimma"] == "PAR-69029-002")
    }
}
