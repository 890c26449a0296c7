import Mapping
import Schemas
import Tables
import Testing
import Texts

struct HeaderTests {
    @Test(arguments: [
        ("voie", "voie", ColumnMapping.Evidence.name), ("VOIE", "voie", .name), ("Nom de la voie", "voie", .name),
        ("Code postal *", "codepost", .name), ("Surface (m²)", "surf_m2", .name), ("Superficie", "surf_m2", .alias),
        ("N° voie", "numvoie", .alias), ("Code INSEE", "code_insee", .name), ("WC", "toilettes", .alias),
        ("Chiens :", "chien", .name), ("Nom du parc ou du jardin (obligatoire)", "nom", .name),
        ("Année d’ouverture", "ann_ouvert", .name), ("code_posta", "codepost", .alias),
    ])
    func theHeaderSaysTheField(header: String, field: String, evidence: ColumnMapping.Evidence) throws {
        let column = try #require(mapped("\(header)|autre\n|x").columns.first)
        #expect(column.field == field)
        #expect(column.evidence == evidence)
        #expect(column.confidence >= 0.9)
    }

    @Test(arguments: [("Supperficie", "surf_m2"), ("Gestionaire", "gestion"), ("Horraires d'ouverture", "horaires")])
    func oneTypingErrorIsForgivenWithLessConfidence(header: String, field: String) throws {
        let column = try #require(mapped("\(header)|autre\n|x").columns.first)
        #expect(column.field == field)
        #expect(column.confidence < 0.9)
    }

    @Test(arguments: [
        ("superficie", "surf_m2"), ("surface_to", "surf_m2"), ("gestionnai", "gestion"), ("libelle_co", "commune"),
    ])
    func aHeaderThatAShapefileCutIsKnown(header: String, field: String) throws {
        #expect(try mapped("\(header)|autre\n|x").columns.first?.field == field)
    }

    @Test(arguments: [
        "code", "Nom de l'agent", "Téléphone", "id", "Observations", "Date de saisie", "Fait le", "Statut",
        "Budget 2024",
        "Adresse mail", "Ville de naissance", "Surface bâtie", "Nombre d'arbres", "Numéro de contrat", "Agent référent",
    ])
    func aColumnThatTheModelDoesNotKnowIsLeftOut(header: String) throws {
        let file = try mapped("nom|\(header)\nParc Rosa|12 ans\nSquare Y|non connu")
        #expect(file.column(header)?.field == nil)
        #expect(file.column(header)?.evidence == ColumnMapping.Evidence.none)
        #expect(file.told == ["B"])
    }

    @Test func aGeneralWordCutByAShapefileIsNotTheFirstFieldThatBeginsSo() throws {
        // `commentaires` and `commentaire horaires` begin with the same ten letters.
        let file = try mapped("nom|commentair\nParc Rosa|rappeler M. Dupont")
        #expect(file.column("commentair")?.field == nil)
    }

    @Test(arguments: [("Bron", "commune"), ("rue Foch", "voie")])
    func theContentSettlesAHeaderThatWasCutTooShort(value: String, field: String) throws {
        // `nom_de_la_commune`, `nom_de_la_rue` and `nom_de_la_voie` begin with the same ten letters.
        #expect(try mapped("nom|nom_de_la_\nParc Rosa|\(value)").columns[1].field == field)
    }

    @Test func everyColumnThatIsLeftOutIsTold() throws {
        let file = try mapped("nom|Agent|commune|\nParc Rosa|Dupont|Bron|à revoir")
        #expect(file.told == ["B", "D"])
        let text = try #require(file.findings.first { $0.rule == "extra-column" }).text.fr
        #expect(text.contains("Agent"))
    }

    @Test func aFieldThatNoColumnAnswersIsTold() throws {
        let missing = try mapped("nom\nParc Rosa").findings.filter { $0.rule == "missing-column" }.compactMap(\.field)
        #expect(missing.contains("commune"))
        #expect(missing.contains("chien"))
        #expect(!missing.contains("nom"))
        #expect(!missing.contains("photo"), "nobody asks for photographs")
    }

    @Test func everyColumnIsMappedOrToldAndEveryFieldHasItsCells() throws {
        let file = try mapped("Nom du parc|Agent|Ville|CP\nParc Rosa|Dupont|Bron|69500\nSquare Y|Durand|Bron|69500")
        #expect(file.columns.map(\.column) == [0, 1, 2, 3])
        #expect(file.cells.count == file.schema.fields.count)
        #expect(file.cells.allSatisfy { $0.count == 2 })
    }
}
