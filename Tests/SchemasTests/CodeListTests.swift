import Schemas
import Spelling
import Testing

@Suite("The code lists of the shipped models")
struct CodeListTests {
    @Test(arguments: modelNames)
    func listAndConstraintSayTheSame(name: String) throws {
        for field in try SchemaLibrary.schema(name).fields where !field.codes.isEmpty {
            let values = field.codes.map(\.value)
            if field.isList {
                let all = values.joined(separator: "|")
                for list in values + [all] { #expect(try respects(list, field), "\(field.name): \(list)") }
                for list in ["\(all)|", "|\(all)", "\(all)|inconnu", "inconnu", all.uppercased()] {
                    #expect(try !respects(list, field), "\(field.name): \(list)")
                }
            } else {
                #expect(field.constraints.enumeration == values)
            }
        }
    }

    @Test(arguments: modelNames)
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

    @Test func wordsThatSayTooLittleAreAsked() throws {
        for field in try SchemaLibrary.all().flatMap(\.fields) {
            let words = field.codes.flatMap(\.synonyms).map(\.singularKey)
            for vague in ["oui", "non", "nr", "nc", "x", "1", "0"] { #expect(!words.contains(vague)) }
        }
        let circulation = try #require(try SchemaLibrary.schema("parcs-jardins").field("circulation"))
        #expect(!circulation.codes.flatMap(\.synonyms).map(\.singularKey).contains("velo"))
    }

    @Test(arguments: [
        ("chien", ["libre", "tenu en laisse", "non autorisé"]),
        ("acces", ["piéton", "vélo", "motorisé", "transport en commun"]),
        ("circulation", ["piéton", "vélo adulte", "vélo enfant", "motorisé", "cheval", "trottinette"]),
        ("esp_can", ["propreté", "liberté"]),
        ("gestion", ["commune", "métropole", "État", "association", "privé", "syndicat mixte"]),
    ])
    func parksHaveTheAgreedLists(name: String, values: [String]) throws {
        let field = try #require(try SchemaLibrary.schema("parcs-jardins").field(name))
        #expect(field.codes.map(\.value) == values)
    }

    @Test(arguments: [
        ("parcs-jardins", "chien", "Tenus en laisse", "tenu en laisse"),
        ("parcs-jardins", "chien", "interdits", "non autorisé"),
        ("parcs-jardins", "gestion", "Mairie", "commune"),
        ("parcs-jardins", "acces", "accès piétons", "piéton"),
        ("parcs-jardins", "acces", "TC", "transport en commun"),
        ("stationnement-pmr", "configuration", "En épi", "épi"),
        ("panneaux-affichage", "support", "Double face", "recto verso"),
        ("etablissements-publics", "theme", "Equipement culturel", "culture"),
    ])
    func otherWaysToSayItAreKnown(model: String, name: String, word: String, value: String) throws {
        let field = try #require(try SchemaLibrary.schema(model).field(name))
        let code = field.codes.first { ([$0.value] + $0.synonyms).map(\.singularKey).contains(word.singularKey) }
        #expect(code?.value == value)
    }

    @Test func equipmentOfParksIsAFreeList() throws {
        let field = try #require(try SchemaLibrary.schema("parcs-jardins").field("type_equip"))
        #expect(field.separator == "|" && field.codes.isEmpty && field.constraints.pattern == nil)
    }
}
