import Foundation
import Schemas
import Testing
import Texts

@Suite("Reading Table Schemas")
struct LibraryTests {
    @Test func anUnknownNameIsAnsweredWithTheNamesThatExist() {
        let error = #expect(throws: UnusableSchema.self) { try SchemaLibrary.schema("parc-jardin") }
        #expect(error?.text.fr.contains("parcs-jardins") == true)
    }

    @Test func anySchemaOnDiskCanBeRead() throws {
        let json = """
            {"fields": [{"name": "lat", "type": "number", "constraints": {"minimum": "-90", "maximum": 90}},
                        {"name": "etat", "constraints": {"enum": ["neuf", "usé"]}, "unknown": {"a": 1}}],
             "primaryKey": "lat"}
            """
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).json")
        try Data(json.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let schema = try SchemaLibrary.schema(file.path)
        #expect(schema.fields[0].constraints.minimum == "-90" && schema.fields[0].constraints.maximum == "90")
        #expect(schema.fields[1].codes.map(\.value) == ["neuf", "usé"])
        #expect(schema.primaryKey == ["lat"] && schema.missingValues == [""])
        #expect(schema.fields[0].trueValues == ["true", "True", "TRUE", "1"])
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: registry.path), "../shared is absent"))
    func everySchemaOfTheNationalRegistryCanBeRead() throws {
        let files = FileManager.default.enumerator(at: registry, includingPropertiesForKeys: nil)
        let schemas = (files?.compactMap { $0 as? URL } ?? []).filter(isTableSchema)
        #expect(schemas.count > 40)
        for file in schemas { #expect(try !SchemaLibrary.schema(file.path).fields.isEmpty, "\(file.path)") }
    }
}

/// The registry holds a few documents of other kinds, which have no fields.
private func isTableSchema(_ file: URL) -> Bool {
    guard file.pathExtension == "json", let data = try? Data(contentsOf: file) else { return false }
    return (try? JSONSerialization.jsonObject(with: data) as? [String: Any])?["fields"] is [Any]
}

/// The Table Schemas of schema.data.gouv.fr, where the folder that holds them stands beside the project.
private let registry = packageRoot.appendingPathComponent("../shared/schemas/registry").standardizedFileURL
