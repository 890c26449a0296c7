import Catalog
import Foundation
import Portal
import Schemas
import Editions
import Tables
import Testing
import Texts

@Suite struct PageTests {
    private let bron = Place(code: "69029", name: "Bron")
    private let schema: Schema
    private let table: CleanTable
    private let release: Release
    private let site: Site
    private static let attack = #"<script>alert("x")</script>' onload='"#

    init() throws {
        schema = try JSONDecoder().decode(
            Schema.self,
            from: Data(
                #"""
                {"name": "parcs", "title": "Parcs", "description": "Les parcs. Tous.", "version": "1.2.0",
                 "gabarit": {"nouns": ["parc", "parcs"], "licence": "etalab-2.0", "frequency": "ANNUAL"},
                 "fields": [
                    {"name": "uid", "title": "Identifiant", "gabarit": {"meaning": "uid"}},
                    {"name": "nom", "title": "Nom", "example": "Parc du Fort", "gabarit":
                        {"meaning": "name", "badExample": "parc"}},
                    {"name": "eau", "title": "Eau", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]},
                    {"name": "acces", "title": "Accès", "gabarit": {"separator": "|", "codes":
                        [{"value": "pieton", "label": "à pied"}, {"value": "velo", "label": "à vélo"}]}},
                    {"name": "surface", "title": "Surface", "type": "number", "gabarit": {"unit": "m²"}},
                    {"name": "horaires", "title": "Horaires", "gabarit": {"meaning": "opening-hours"}},
                    {"name": "photo", "title": "Photo", "gabarit": {"meaning": "url"}}]}
                """#.utf8))
        let rows = [
            ["PAR-69029-001", "Parc du Fort", "oui", "pieton|velo", "85000.5", "24/7", "https://exemple.fr/a.jpg"],
            ["PAR-69029-002", Self.attack, "non", "", "", "", "javascript:alert(1)"],
        ]
        table = CleanTable(
            fields: schema.fields.map(\.name),
            columns: schema.fields.indices.map { column in Cells(rows.map { Value($0[column]) }) },
            rowNumbers: [2, 3], geometries: [.point(Coordinate(longitude: 4.91, latitude: 45.73)), nil])
        release = Release(
            ReleaseDraft(
                schema: "parcs", schemaVersion: "1.2.0", commune: bron,
                publishedAt: Date(timeIntervalSince1970: 1_793_232_000), openQuestions: 2),
            id: "r1", rowCount: 2)
        site = Site(publisher: Publisher(name: "Val d'Exemple", communes: [bron]), releases: [release])
    }

    private var record: DatasetRecord {
        DatasetRecord(schema: schema, publisher: "Val d'Exemple", releases: [release])
    }

    private func dataset(search: String = "", files: [FileLink] = []) throws -> DatasetPage {
        DatasetPage(
            record: record, commune: nil, listing: Listing(rows: page(), search: search), mapped: table, files: files)
    }

    @Test func searchEnginesAreToldOfTheDataset() throws {
        var attacked = record
        attacked.schema.title = Self.attack
        let page = DatasetPage(
            record: attacked, commune: nil, listing: Listing(rows: page(), search: ""), mapped: table, files: [],
            data: SchemaOrg(
                attacked, publisher: site.publisher, origin: "https://exemple.fr", page: "/jeux-de-donnees/parcs",
                files: []),
            score: QualityScore(Metadata(attacked, publisher: site.publisher), files: [], now: release.publishedAt))
        let document = site.document(page, for: Visit())
        #expect(document.contains("<link rel=\"canonical\" href=\"https://exemple.fr/jeux-de-donnees/parcs\">"))
        let script = try #require(
            document.split(separator: "application/ld+json\">").last?.split(separator: "</script>").first)
        let object = try JSONSerialization.jsonObject(with: Data(script.utf8)) as? [String: Any]
        #expect(object?["name"] as? String == Self.attack)
        #expect(document.contains("Qualité de la fiche"))
        #expect(!site.document(try dataset(), for: Visit()).contains("ld+json"))
    }

    private func page() -> RowPage { RowPage(table: table, total: 2, uids: ["PAR-69029-001", "PAR-69029-002"]) }

    private func object(_ row: Int) -> ObjectPage {
        let one = CleanTable(
            fields: table.fields, columns: table.columns.map { $0.keeping(rows: [row]) }, rowNumbers: [row],
            geometries: [table.geometries[row]])
        return ObjectPage(object: PublishedObject(table: one, release: release), schema: schema)
    }

    @Test func aHostileValueStaysText() throws {
        for document in [
            site.document(try dataset(search: Self.attack), for: Visit()), site.document(object(1), for: Visit()),
            site.document(
                SearchPage(words: Self.attack, records: [record], hits: [(record, page())]), for: Visit()),
            site.document(
                EmbedPage(records: [record], schema: Self.attack, commune: Self.attack, origin: Self.attack),
                for: Visit()),
            site.document(MessagePage.notFound, for: Visit(path: "/" + Self.attack, query: [("q", Self.attack)])),
        ] {
            #expect(!document.contains("<script>alert"))
            #expect(!document.contains("' onload="))
            #expect(!document.contains("href=\"javascript:"))
        }
    }

    @Test func anObjectIsToldInWords() {
        let french = site.document(object(0), for: Visit())
        #expect(french.contains("<h1>Parc du Fort"))
        #expect(french.contains("<dt>Eau</dt><dd>oui</dd>"))
        #expect(french.contains("<li>à pied</li><li>à vélo</li>"))
        #expect(french.contains("85\u{202F}000,5\u{00A0}m²"))
        #expect(!french.contains("<dd>24/7</dd>"))
        #expect(french.contains(">exemple.fr<"))
        let english = site.document(object(0), for: Visit(language: .english, hasChosenLanguage: true))
        #expect(english.contains("<dt>Eau</dt><dd>yes</dd>"))
        #expect(english.contains("85,000.5\u{00A0}m²"))
    }

    @Test func unknownIsSaidAndNeverNo() {
        let document = site.document(object(1), for: Visit())
        #expect(document.contains("<strong>Non renseigné"))
        #expect(document.contains("Accès, Surface, Horaires"))
    }

    @Test func aDatasetSaysWhatAReuserMustKnow() throws {
        let files = [
            FileLink(title: Text(verbatim: "CSV"), purpose: Text(verbatim: "?"), fileExtension: "csv", size: 12_345)
        ]
        let document = site.document(try dataset(files: files), for: Visit(path: "/jeux-de-donnees/parcs"))
        #expect(document.contains("<strong>2\u{00A0}parcs</strong>"))
        #expect(document.contains("Licence Ouverte 2.0"))
        #expect(document.contains("chaque année"))
        #expect(document.contains("2\u{00A0}questions attendent une réponse"))
        #expect(document.contains("href=\"/fichiers/parcs/territoire.csv\""))
        #expect(document.contains("12\u{00A0}Ko"))
        #expect(document.contains("role=\"img\" aria-label=\"Carte de 1\u{00A0}lieu placé sur 2\""))
        #expect(document.contains("scope=\"col\""))
        #expect(document.contains("<caption id=\"legende\">Parcs"))
    }

    @Test func everyPageHasOneTitleALanguageAndAWayToTheContent() throws {
        func check(_ page: some Page) {
            for language in Language.allCases {
                let document = site.document(page, for: Visit(language: language))
                #expect(document.components(separatedBy: "<h1").count == 2)
                #expect(document.contains("<html lang=\"\(language.rawValue)\">"))
                #expect(document.contains("class=\"skip\" href=\"#contenu\""))
                #expect(document.contains("hreflang="))
                #expect(document.contains("<title>"))
            }
        }
        check(HomePage(territory: "Val d'Exemple", records: [record]))
        check(HomePage(territory: "Val d'Exemple", records: []))
        check(try dataset())
        check(object(0))
        check(CommunePage(place: bron, records: [record]))
        check(CommunePage(place: bron, records: []))
        check(ModelPage(schema: schema, size: 3000))
        check(EmbedPage(records: [record], schema: nil, commune: nil, origin: "https://exemple.fr"))
        check(SearchPage(words: "", records: [record], hits: []))
        check(AccessibilityPage())
        check(MessagePage.failure)
    }

    @Test func aModelShowsGoodAndBadExamples() {
        let document = site.document(ModelPage(schema: schema, size: 3000), for: Visit())
        #expect(document.contains("Bon exemple</dt><dd>Parc du Fort</dd>"))
        #expect(document.contains("À éviter</dt><dd>parc</dd>"))
        #expect(document.contains("<code>pieton</code> à pied"))
    }

    @Test func inAFrameThereIsOnlyWhatWasAskedForAndItsSource() throws {
        let document = site.document(try dataset(), for: Visit(path: "/jeux-de-donnees/parcs", isEmbedded: true))
        #expect(!document.contains("<header"))
        #expect(document.contains("class=\"source\""))
        #expect(document.contains("href=\"/objets/PAR-69029-001?embed=1\""))
    }

    @Test func theLanguageThatWasChosenIsKept() {
        let visit = Visit(language: .english, hasChosenLanguage: true, path: "/recherche", query: [("q", "a b")])
        let document = site.document(HomePage(territory: "Val d'Exemple", records: [record]), for: visit)
        #expect(document.contains("href=\"/jeux-de-donnees/parcs?lang=en\""))
        #expect(document.contains("href=\"/recherche?q=a%20b&amp;lang=fr\""))
    }

    @Test func onePositionFarAwayDoesNotSpoilTheMap() throws {
        let places = (0..<30).map { Coordinate(longitude: 4.8 + Double($0) / 300, latitude: 45.7) }
        let extent = try #require(Extent(mostOf: places + [Coordinate(longitude: 0, latitude: 0)]))
        #expect(extent.west > 4.7)
        #expect(extent.south > 45)
    }
}
