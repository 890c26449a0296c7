import Foundation
import Schemas
import Spelling
import Testing

/// The models whose columns are those of a national schema, with the folder of that schema in the registry.
private let nationalSchemas = [
    "defibrillateurs": "atlasante/schema-dae", "deliberations": "scdl/deliberations", "equipements": "scdl/equipements",
    "prenoms": "scdl/prenoms", "subventions": "scdl/subventions",
]

private let registry = packageRoot.appendingPathComponent("../shared/schemas/registry").standardizedFileURL

@Suite("The models with the columns of a national schema")
struct NationalModelsTests {
    @Test(arguments: nationalSchemas.keys.sorted())
    func aModelSaysWhatItIs(name: String) throws {
        let schema = try SchemaLibrary.schema(name)
        #expect(schema.name == name && schema.version == "1.0.0" && schema.description.count >= 100)
        #expect(schema.additions.trigram?.count == 3 && schema.additions.licence == "etalab-2.0")
        #expect(schema.additions.frequency != nil && schema.additions.theme?.count == 4)
        #expect(schema.additions.nouns?.count == 2 && schema.additions.keywords?.isEmpty == false)
    }

    @Test func noTwoModelsShareTheirThreeLetters() throws {
        let trigrams = try SchemaLibrary.all().compactMap(\.additions.trigram)
        #expect(Set(trigrams).count == trigrams.count)
    }

    @Test(arguments: nationalSchemas.keys.sorted())
    func everyFieldIsExplained(name: String) throws {
        for field in try SchemaLibrary.schema(name).fields {
            #expect(field.title != field.name && field.description.count >= 60, "\(field.name) is hardly explained")
            let example = try #require(field.example, "\(field.name) has no good example")
            let bad = try #require(field.badExample, "\(field.name) has no bad example")
            #expect(try respects(example, field), "\(field.name): \(example)")
            let isRuled = field.constraints.pattern != nil || !field.codes.isEmpty || field.type != .string
            guard isRuled, field.meaning != .communeCode else { continue }
            #expect(try !respects(bad, field), "\(field.name): \(bad)")
        }
    }

    @Test(arguments: nationalSchemas.keys.sorted())
    func aHeaderBelongsToOneFieldOnly(name: String) throws {
        var owners: [String: String] = [:]
        for field in try SchemaLibrary.schema(name).fields {
            for header in Set(([field.name, field.title] + field.aliases).map(\.folded)) {
                #expect(owners[header] == nil, "« \(header) » means \(owners[header] ?? "") and \(field.name)")
                owners[header] = field.name
            }
        }
    }

    @Test(arguments: nationalSchemas.keys.sorted())
    func aWordMeansOneCodeOnly(name: String) throws {
        for field in try SchemaLibrary.schema(name).fields {
            var owners: [String: String] = [:]
            for code in field.codes {
                for word in Set(([code.value] + code.synonyms).map(\.singularKey)) {
                    #expect(owners[word] == nil, "« \(word) » is \(owners[word] ?? "") and \(code.value)")
                    owners[word] = code.value
                }
            }
        }
    }

    @Test(arguments: nationalSchemas.keys.sorted())
    func checksOfTheWholeSchemaNameItsFields(name: String) throws {
        let schema = try SchemaLibrary.schema(name)
        for check in schema.customChecks {
            for parameter in check.params where parameter.key.hasPrefix("column") || parameter.key == "othercolumns" {
                let columns =
                    switch parameter.value {
                    case .one(let column): [column]
                    case .many(let columns): columns
                    }
                for column in columns { #expect(schema.field(column) != nil, "\(check.name) asks for \(column)") }
            }
        }
    }

    /// What is valid for our model is valid for the national one: same columns, types and rules, or stricter ones.
    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: registry.path), "../shared is absent"),
        arguments: nationalSchemas.keys.sorted())
    func aFileThatIsValidHereIsValidThere(name: String) throws {
        let ours = try SchemaLibrary.schema(name)
        let folder = try #require(nationalSchemas[name])
        let theirs = try SchemaLibrary.schema(registry.appendingPathComponent("\(folder)/schema.json").path)
        #expect(ours.fields.map(\.name) == theirs.fields.map(\.name))
        for (our, their) in zip(ours.fields, theirs.fields) {
            #expect(our.type == their.type && our.format == their.format, "\(our.name)")
            #expect(our.isRequired || !their.isRequired, "\(our.name) is required there")
            #expect(their.constraints.maxLength == nil || our.constraints.maxLength == their.constraints.maxLength)
            #expect(their.constraints.minimum == nil || our.constraints.minimum == their.constraints.minimum)
            #expect(their.constraints.maximum == nil || our.constraints.maximum == their.constraints.maximum)
            if let pattern = their.constraints.pattern {
                #expect(our.constraints.pattern == pattern || our.constraints.pattern == pattern + "$", "\(our.name)")
            }
            if let values = their.constraints.enumeration {
                #expect(
                    Set(our.constraints.enumeration ?? []).isSubset(of: values) && !our.codes.isEmpty, "\(our.name)")
            }
        }
    }
}
