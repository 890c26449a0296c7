import Foundation
import Schemas
import Spreadsheets
import Tables
import Templates
import Testing
import Texts

@Suite struct TemplateTests {
    private let bron = TemplateCommune(name: "Bron", code: "69029", postcodes: ["69500"])

    private func schema() throws -> Schema {
        try JSONDecoder().decode(
            Schema.self,
            from: Data(
                """
                {"name": "essai", "title": "Parcs : essai / 2024 [test] d'un titre vraiment long", "version": "2.1.0",
                 "description": "Un essai.", "gabarit": {"trigram": "PAR", "nouns": ["parc", "parcs"]}, "fields": [
                  {"name": "uid", "title": "Identifiant", "gabarit": {"meaning": "uid"}},
                  {"name": "num", "gabarit": {"meaning": "uid-number"}},
                  {"name": "nom", "title": "Nom du parc", "description": "Le nom.", "example": "Parc de Parilly",
                   "constraints": {"required": true}, "gabarit": {"badExample": "PARC"}},
                  {"name": "insee", "gabarit": {"meaning": "commune-code"}},
                  {"name": "commune", "gabarit": {"meaning": "commune-name"}},
                  {"name": "cp", "gabarit": {"meaning": "postcode"}},
                  {"name": "clos", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]},
                  {"name": "acces", "gabarit": {"separator": "|", "codes": [{"value": "piéton"}, {"value": "vélo"}]}},
                  {"name": "surf", "type": "number", "example": "1220.5", "constraints": {"minimum": 0}},
                  {"name": "annee", "type": "year"}, {"name": "jour", "type": "date"}]}
                """.utf8))
    }

    private func written(_ template: Template) throws -> Workbook {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: url) }
        try template.write(to: url)
        return try Workbook.read(fileAt: url)
    }

    @Test func theSheetsAreThereInTheirOrder() throws {
        let book = try written(Template(schema: try schema(), commune: bron))
        #expect(book.sheets.map(\.name) == ["Lisez-moi", "Parcs essai 2024 test d'un tit…", "_gabarit", "Listes"])
        #expect(book.sheets.map { $0.visibility == .visible } == [true, true, false, false])
    }

    @Test func theHeaderIsExactlyTheNamesOfTheFields() throws {
        let schema = try schema()
        let data = try written(Template(schema: schema, commune: nil)).sheets[1]
        #expect(data.columns.map { $0[0].text } == schema.fields.map(\.name))
        #expect(data.rowCount == 1)
    }

    @Test func theConstantsOfTheCommuneAreFilledIn() throws {
        let data = try written(Template(schema: try schema(), commune: bron, nextNumber: 998, emptyRows: 3)).sheets[1]
        let rows = (1...3).map { row in data.columns.prefix(6).map { $0[row].text } }
        #expect(
            rows == [
                ["PAR-69029-998", "998", "", "69029", "Bron", "69500"],
                ["PAR-69029-999", "999", "", "69029", "Bron", "69500"],
                ["PAR-69029-1000", "1000", "", "69029", "Bron", "69500"],
            ])
        #expect(data.columns.prefix(6).allSatisfy { $0[1].kind != .number })
    }

    @Test func aPostcodeAmongSeveralIsLeftToThePerson() throws {
        let lyon = TemplateCommune(name: "Lyon", code: "69123", postcodes: ["69001", "69002"])
        let template = Template(schema: try schema(), commune: lyon)
        #expect(template.fingerprint.prefilled == ["uid", "num", "insee", "commune"])
    }

    @Test func theFingerprintComesBack() throws {
        let template = Template(schema: try schema(), commune: bron)
        let book = try written(template)
        let read = try #require(Fingerprint.read(from: book))
        #expect(read == template.fingerprint)
        #expect(read.schema == "essai")
        #expect(read.version == "2.1.0")
        #expect(read.commune == "69029")
        #expect(read.sheet == book.sheets[1].name)
        #expect(read.prefilled == ["uid", "num", "insee", "commune", "cp"])
    }

    @Test(arguments: ["xlsx", "ods"])
    func theTemplateSurvivesLibreOffice(format: String) throws {
        guard let office = LibreOffice.installed else { return }
        let template = Template(schema: try schema(), commune: bron)
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: url) }
        try template.write(to: url)
        let book = try office.savedAgain(try Data(contentsOf: url), as: format)
        #expect(Fingerprint.read(from: book) == template.fingerprint)
        #expect(book.sheets[1].columns[0][1].text == "PAR-69029-001")
        #expect(book.sheets[1].comments[CellAddress(column: 2, row: 1)]?.contains("Parc de Parilly") == true)
    }

    @Test func anyOtherWorkbookHasNoFingerprint() throws {
        let draft = WorkbookDraft(sheets: [SheetDraft(name: "A", rows: [[CellDraft("schema"), CellDraft("essai")]])])
        #expect(Fingerprint.read(from: try Workbook.read(try draft.data(), fileName: "a.xlsx")) == nil)
    }

    @Test func knownRowsComeFirstWithTheirTypes() throws {
        let schema = try schema()
        let values = [
            "PAR-69029-001", "001", "=Parc", "69029", "Bron", "69500", "oui", "piéton|vélo", "1220.5", "1982",
            "2020-02-29",
        ]
        let rows = CleanTable(
            fields: schema.fields.map(\.name), columns: values.map { Cells([Value($0)]) }, rowNumbers: [2])
        let data = try written(Template(schema: schema, commune: bron, rows: rows, nextNumber: 2)).sheets[1]
        #expect(data.columns.map { $0[1].text } == values)
        #expect(data.columns[8][1].kind == .number)
        #expect(data.columns[9][1].kind == .number)
        #expect(data.columns[10][1].kind == .date)
        #expect(data.formulas.isEmpty)
        #expect(data.columns[0][2].text == "PAR-69029-002")
    }

    @Test func everyHeaderExplainsItself() throws {
        let data = try written(Template(schema: try schema(), commune: bron)).sheets[1]
        #expect(data.comments.count == 11)
        let nom = try #require(data.comments[CellAddress(column: 2, row: 1)])
        for words in [
            "Nom du parc – indispensable", "Le nom.", "Bon exemple", "Parc de Parilly", "Mauvais exemple", "PARC",
        ] {
            #expect(nom.contains(words))
        }
        let surface = try #require(data.comments[CellAddress(column: 8, row: 1)])
        #expect(surface.contains("1220,5"))
    }

    @Test func listsOfFewValuesOfferTheirCombinations() throws {
        let lists = try #require(try written(Template(schema: try schema(), commune: nil)).sheets.last)
        let choices = lists.columns.map { cells in (0..<cells.count).map { cells[$0].text }.filter { !$0.isEmpty } }
        #expect(choices == [["oui", "non"], ["piéton", "vélo", "piéton|vélo"]])
    }

    @Test func englishIsOneArgumentAway() throws {
        let book = try written(Template(schema: try schema(), commune: nil, language: .english))
        #expect(book.sheets[0].name == "Read me")
        let surface = try #require(book.sheets[1].comments[CellAddress(column: 8, row: 1)])
        #expect(surface.contains("Good example: 1220.5"))
    }

    @Test func everyShippedModelMakesATemplate() throws {
        for schema in try SchemaLibrary.all() {
            let book = try written(Template(schema: schema, commune: bron))
            let sheet = try #require(Fingerprint.read(from: book)?.sheet)
            let data = try #require(book.sheets.first { $0.name == sheet })
            #expect(data.columns.map { $0[0].text } == schema.fields.map(\.name))
        }
    }
}
