import Schemas
import Spelling
import Testing

@Suite("The fields of the shipped models")
struct FieldTests {
    @Test(arguments: modelNames)
    func everyFieldIsExplained(name: String) throws {
        for field in try SchemaLibrary.schema(name).fields {
            #expect(!field.title.isEmpty && field.title != field.name, "\(field.name) has no title")
            #expect(field.description.count >= 60, "\(field.name) is hardly explained")
            #expect(field.example?.isEmpty == false, "\(field.name) has no good example")
            #expect(field.badExample?.isEmpty == false, "\(field.name) has no bad example")
            #expect(field.badExample != field.example, "\(field.name) has one example for both")
            #expect(!field.aliases.isEmpty, "\(field.name) is known under no other header")
        }
    }

    @Test(arguments: modelNames)
    func goodExamplesRespectTheirField(name: String) throws {
        for field in try SchemaLibrary.schema(name).fields {
            #expect(try respects(try #require(field.example), field), "\(field.name): \(field.example ?? "")")
        }
    }

    @Test(arguments: modelNames)
    func badExamplesBreakWhateverRuleThereIs(name: String) throws {
        for field in try SchemaLibrary.schema(name).fields {
            let isRuled = field.constraints.pattern != nil || !field.codes.isEmpty || field.type != .string
            guard isRuled, field.meaning != .communeCode else { continue }
            #expect(try !respects(try #require(field.badExample), field), "\(field.name): \(field.badExample ?? "")")
        }
    }

    @Test(arguments: modelNames)
    func truthIsOuiOrNon(name: String) throws {
        for field in try SchemaLibrary.schema(name).fields where field.type == .boolean {
            #expect(field.trueValues == ["oui"] && field.falseValues == ["non"])
            #expect(field.codes.isEmpty, "\(field.name): the rule reads truth values, no list does")
        }
    }

    @Test(arguments: modelNames)
    func aHeaderBelongsToOneFieldOnly(name: String) throws {
        var owners: [String: String] = [:]
        for field in try SchemaLibrary.schema(name).fields {
            for header in Set(([field.name, field.title] + field.aliases).map(\.folded)) {
                #expect(!header.isEmpty)
                #expect(owners[header] == nil, "« \(header) » means \(owners[header] ?? "") and \(field.name)")
                owners[header] = field.name
            }
        }
    }

    @Test(arguments: [
        ("parcs-jardins", "surf_tot_m2", "surf_m2"), ("parcs-jardins", "openinghoursspecification", "horaires"),
        ("parcs-jardins", "precision_horaires", "hor_precis"), ("parcs-jardins", "Gestionnaire", "gestion"),
        ("toilettes", "codinsee", "code_insee"), ("toilettes", "acceshandi", "acces_pmr"),
        ("toilettes", "openinghours", "horaires"), ("bureaux-de-vote", "num_bureau", "num"),
        ("bureaux-de-vote", "acces_handicap", "acces_pmr"), ("bureaux-de-vote", "lieu_de_vote", "lieu"),
        ("panneaux-affichage", "dimension_m", "dimension_m"), ("etablissements-publics", "ADR_NOMVOIE", "voie"),
        ("stationnement-pmr", "Nombre de places", "nb_places"),
    ])
    func headersThatPeopleUseAreKnown(name: String, header: String, owner: String) throws {
        let field = try #require(try SchemaLibrary.schema(name).field(owner))
        #expect(([field.name, field.title] + field.aliases).map(\.folded).contains(header.folded))
    }

    @Test func theContraryOfAFieldIsNoAliasOfIt() throws {
        let headers = try SchemaLibrary.all().flatMap(\.fields).flatMap(\.aliases).map(\.folded)
        for contrary in ["gratuit", "gratuite", "chiens interdits", "surface ha", "ouvert"] {
            #expect(!headers.contains(contrary))
        }
    }

    @Test func codesKeepTheirZeros() throws {
        let schema = try SchemaLibrary.schema("parcs-jardins")
        for (name, good, bad) in [
            ("codepost", "01000", "1000"), ("code_insee", "01053", "1053"), ("code_insee", "2B033", "20033"),
            ("num", "021", "21"), ("num", "1204", "12"),
        ] {
            let field = try #require(schema.field(name))
            #expect(field.type == .string)
            #expect(try respects(good, field))
            #expect(try !respects(bad, field))
        }
    }
}
