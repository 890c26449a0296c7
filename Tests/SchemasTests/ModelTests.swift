import Schemas
import Testing

@Suite("The shipped models")
struct ModelTests {
    @Test func theSixModelsAreShipped() {
        #expect(Set(modelNames).isSubset(of: SchemaLibrary.names))
    }

    @Test(arguments: modelNames)
    func aModelSaysWhatItIs(name: String) throws {
        let schema = try SchemaLibrary.schema(name)
        #expect(schema.name == name)
        #expect(schema.version == "1.0.0")
        #expect(!schema.title.isEmpty)
        #expect(schema.description.count >= 100)
        #expect(schema.primaryKey == ["uid"])
        #expect(schema.missingValues == [""])
        #expect(schema.additions.trigram == trigrams[name])
        #expect(schema.additions.licence == "etalab-2.0")
        #expect(schema.additions.frequency == "ANNUAL")
        #expect(schema.additions.nouns?.count == 2)
        #expect(schema.additions.keywords?.isEmpty == false)
        #expect(schema.additions.theme?.count == 4)
    }

    @Test func parksHaveTheAgreedFieldsInTheAgreedOrder() throws {
        let agreed = [
            "uid", "nom", "num", "numvoie", "voie", "codepost", "commune", "code_insee", "reglement", "surf_m2",
            "gestion", "ann_ouvert", "clos", "horaires", "hor_precis", "acces", "circulation", "label", "type_equip",
            "eau", "toilettes", "chien", "esp_can", "photo",
        ]
        #expect(try SchemaLibrary.schema("parcs-jardins").fields.map(\.name) == agreed)
    }

    @Test(arguments: modelNames)
    func everyModelKnowsItsCommune(name: String) throws {
        let schema = try SchemaLibrary.schema(name)
        for meaning: Field.Meaning in [.uid, .postcode, .communeName, .communeCode] {
            #expect(schema.field(meaning: meaning) != nil, "no field means \(meaning)")
        }
        #expect(schema.field(meaning: .address) != nil || schema.field(meaning: .street) != nil)
        #expect((schema.field(meaning: .longitude) == nil) == (name == "parcs-jardins"))
    }

    @Test(arguments: modelNames)
    func onlyWhatIsNeverUnknownIsRequired(name: String) throws {
        let required = try SchemaLibrary.schema(name).fields.filter(\.isRequired)
        let neverUnknown: Set<Field.Meaning> = [.uid, .name, .communeName, .communeCode]
        #expect(required.allSatisfy { $0.meaning.map(neverUnknown.contains) ?? false })
        #expect(required.contains { $0.meaning == .uid })
    }

    @Test(arguments: modelNames)
    func identifiersBeginWithTheTrigram(name: String) throws {
        let pattern = try #require(try SchemaLibrary.schema(name).field(meaning: .uid)?.constraints.pattern)
        let uid = try Regex(pattern)
        let trigram = try #require(trigrams[name])
        for good in ["69029-001", "69382-021", "2A004-014", "97411-1204"] {
            #expect("\(trigram)-\(good)".wholeMatch(of: uid) != nil)
        }
        for bad in ["69029-01", "6929-001", "20004-001", "69029_001", "69029-001a"] {
            #expect("\(trigram)-\(bad)".wholeMatch(of: uid) == nil)
        }
        #expect("XXX-69029-001".wholeMatch(of: uid) == nil)
    }

    @Test(arguments: modelNames)
    func checksOfTheWholeSchemaNameItsFields(name: String) throws {
        let schema = try SchemaLibrary.schema(name)
        for check in schema.customChecks {
            for parameter in check.params.values {
                let columns =
                    switch parameter {
                    case .one(let column): [column]
                    case .many(let columns): columns
                    }
                for column in columns { #expect(schema.field(column) != nil, "\(check.name) asks for \(column)") }
            }
        }
        let hours = schema.fields.contains { $0.meaning == .openingHours }
        #expect(schema.customChecks.contains { $0.name == "opening-hours-value" } == hours)
    }
}
