import Catalog
import Editions
import Foundation
import Testing

@testable import APIs

@Suite struct DCATTests {
    private let api = DCATCatalogue.announcingAll

    @Test(arguments: ["catalog.jsonld", "catalog.ttl", "catalog.rdf"])
    func theCatalogueHoldsEveryDatasetWithItsFiles(root: String) async throws {
        let answer = try await api.ask(root, of: Example())
        #expect(answer.status == 200)
        for name in ["parcs-jardins", "subventions", "zones-calmes"] {
            #expect(answer.text.contains("\(Example.origin)/catalog/\(name)"))
            #expect(answer.text.contains("\(Example.origin)/fichiers/\(name)/territoire.csv"))
        }
        #expect(answer.text.contains("file-type/GEOJSON"))
        #expect(answer.text.contains("\(Example.origin)/fichiers/parcs-jardins/territoire.kml"))
        #expect(!answer.text.contains("\(Example.origin)/fichiers/subventions/territoire.kml"))
        #expect(answer.text.contains("frequency/ANNUAL"))
    }

    @Test func jsonLDIsJSON() async throws {
        for holdings in [try Example(), CatalogueCase.empty, try CatalogueCase.awkward()] as [any Holdings] {
            let answer = try await api.ask("catalog.jsonld", of: holdings)
            let object = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
            #expect(object?["@context"] != nil)
            #expect((object?["@graph"] as? [Any])?.isEmpty == false)
        }
    }

    @Test func theSameCatalogueIsTheSameBytes() async throws {
        for root in api.roots {
            let first = try await api.ask(root, of: Example())
            let again = try await DCATCatalogue.announcingAll.ask(root, of: Example())
            #expect(first.bytes == again.bytes)
        }
    }

    @Test func aLongCatalogueComesInPages() async throws {
        let holdings = try CatalogueCase.large()
        let second = try await api.ask("catalog.ttl", page: "2", of: holdings)
        #expect(second.text.contains("hydra:next <\(Example.origin)/catalog.ttl?page=3>"))
        #expect(second.text.contains("hydra:previous <\(Example.origin)/catalog.ttl?page=1>"))
        #expect(second.text.contains("jeu-150"))
        #expect(!second.text.contains("jeu-99>"))
        #expect(second.text.contains("dcat:servesDataset"))
        #expect(!second.text.contains("dcat:DataService"))
        let last = try await api.ask("catalog.ttl", page: "3", of: holdings)
        #expect(!last.text.contains("hydra:next"))
        let first = try await api.ask("catalog.ttl", of: Example())
        #expect(!first.text.contains("hydra:PartialCollectionView"))
    }

    @Test(arguments: [("0", 400), ("-1", 400), ("x", 400), ("99999999999999999999", 404), ("2", 404)])
    func aPageThatIsNotThereIsAProblem(page: String, status: Int) async throws {
        let answer = try await api.ask("catalog.jsonld", page: page, of: Example())
        #expect(answer.status == status)
        #expect(answer.mediaType == "application/problem+json")
    }

    @Test func theClientChoosesHowItIsWritten() async throws {
        let example = try Example()
        let asked = [
            ("text/turtle", "text/turtle; charset=utf-8"),
            ("application/rdf+xml;q=0.9, text/turtle;q=0.1", "application/rdf+xml; charset=utf-8"),
            ("*/*", "application/ld+json; charset=utf-8"), ("", "application/ld+json; charset=utf-8"),
            ("text/html, */*;q=0.1", "application/ld+json; charset=utf-8"),
        ]
        for (accept, mediaType) in asked {
            let answer = try await api.ask("catalog", accept: accept, of: example)
            #expect(answer.mediaType == mediaType)
        }
        #expect(try await api.ask("catalog", accept: "text/csv", of: example).status == 406)
    }

    @Test func oneDatasetStandsAlone() async throws {
        let example = try Example()
        let answer = try await api.ask("catalog", ["parcs-jardins.ttl"], of: example)
        #expect(answer.text.contains("\(Example.origin)/catalog/parcs-jardins"))
        #expect(!answer.text.contains("subventions"))
        #expect(try await api.ask("catalog", ["parcs-jardins"], of: example).status == 200)
        #expect(try await api.ask("catalog", ["inconnu.ttl"], of: example).status == 404)
        #expect(try await api.ask("catalog", ["parcs-jardins.csv"], of: example).status == 404)
        #expect(try await api.ask("catalog", ["parcs-jardins", "x"], of: example).status == 404)
        #expect(try await api.ask("catalog.ttl", ["x"], of: example).status == 404)
    }

    @Test func theRowsSayWhereAndWhen() async throws {
        let answer = try await api.ask("catalog", ["parcs-jardins.ttl"], of: Example())
        #expect(
            answer.text.contains("POLYGON((4.8051 45.696,4.948 45.696,4.948 45.7401,4.8051 45.7401,4.8051 45.696))"))
        #expect(answer.text.contains("dcat:startDate \"2023-11-14\"^^xsd:date"))
    }

    @Test func aCommuneHasACatalogueOfItsOwn() async throws {
        let example = try Example()
        let answer = try await api.ask("catalog.ttl", commune: "69194", of: example)
        #expect(answer.text.contains("dct:identifier \"parcs-jardins-69194\""))
        #expect(answer.text.contains("dct:title \"Parcs et jardins (Saint-Priest)\"@fr"))
        #expect(answer.text.contains("<\(Example.origin)/fichiers/parcs-jardins/69194.csv>"))
        #expect(answer.text.contains("dct:isPartOf <\(Example.origin)/catalog/parcs-jardins>"))
        #expect(answer.text.contains("foaf:name \"Saint-Priest\"@fr"))
        #expect(answer.text.contains("4.948 45.697"))
        #expect(!answer.text.contains("4.8051"))
        #expect(!answer.text.contains("dcat:DataService"))
        let part = try await api.ask("catalog", ["parcs-jardins.ttl"], commune: "69194", of: example)
        #expect(part.text.contains("<\(Example.origin)/catalog/parcs-jardins?commune=69194> a dcat:Dataset"))
        #expect(try await api.ask("catalog", ["zones-calmes.iso.xml"], commune: "69194", of: example).status == 200)
        #expect(try await api.ask("catalog", ["zones-calmes.ttl"], commune: "69149", of: example).status == 404)
        #expect(try await api.ask("catalog.ttl", commune: "00000", of: example).status == 404)
    }

    @Test func onlyServicesThatAnswerAreAnnounced() async throws {
        let none = try await DCATCatalogue(announcing: []).ask("catalog.ttl", of: Example())
        #expect(!none.text.contains("dcat:DataService"))
        let one = try await DCATCatalogue(announcing: ["ogc"]).ask("catalog.ttl", of: Example())
        #expect(one.text.contains("dcat:endpointURL <\(Example.origin)/ogc>"))
        #expect(!one.text.contains("explore"))
    }

    @Test func dataOfHighValueAreMarkedAsTheLawWants() async throws {
        let answer = try await api.ask("catalog", ["schema-irve-statique.ttl"], of: CatalogueCase.awkward())
        #expect(answer.text.contains("dcatap:hvdCategory <http://data.europa.eu/bna/c_b79e35eb>"))
        #expect(answer.text.contains("http://data.europa.eu/eli/reg_impl/2023/138/oj"))
        #expect(answer.text.contains("schema.data.gouv.fr/schemas/etalab/schema-irve-statique"))
    }

    @Test func theISOSheetIsWellFormed() async throws {
        for (holdings, name) in [(try Example(), "parcs-jardins"), (try CatalogueCase.awkward(), "nu")]
            as [(any Holdings, String)]
        {
            let answer = try await api.ask("catalog", ["\(name).iso.xml"], of: holdings)
            #expect(answer.status == 200)
            #expect(answer.text.contains("<gmd:MD_Metadata"))
            #expect(answer.text.contains("codeListValue=\"fre\""))
        }
        let parks = try await api.ask("catalog", ["parcs-jardins.iso.xml"], of: Example())
        #expect(parks.text.contains("<gco:Decimal>4.8051</gco:Decimal>"))
        #expect(parks.text.contains("<gco:CharacterString>donnees@exemple.fr</gco:CharacterString>"))
        #expect(parks.text.contains("Les parcs « ouverts » &amp; les jardins."))
    }

    @Test func whatIsServedIsDocumented() throws {
        let object = try JSONSerialization.jsonObject(with: Data(api.paths(try Example()).utf8)) as? [String: Any]
        #expect(object?["/catalog.jsonld"] != nil)
        #expect(object?["/catalog/{schema}.iso.xml"] != nil)
    }

    /// For the oracles (`Tests/Clients/catalogue`): writes every catalogue into the folder that is named.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["GABARIT_CATALOGUES"] != nil))
    func theCataloguesAreWrittenForTheOracles() async throws {
        let folder = URL(filePath: ProcessInfo.processInfo.environment["GABARIT_CATALOGUES"] ?? "/tmp")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let cases: [(String, any Holdings)] = [
            ("example", try Example()), ("empty", CatalogueCase.empty), ("large", try CatalogueCase.large()),
            ("awkward", try CatalogueCase.awkward()),
        ]
        for (name, holdings) in cases {
            let pages = max(1, (holdings.records.count + 99) / 100)
            for syntax in ["jsonld", "ttl", "rdf"] {
                for page in 1...pages {
                    let answer = try await api.ask("catalog.\(syntax)", page: "\(page)", of: holdings)
                    try Data(answer.bytes).write(to: folder.appending(path: "\(name)-\(page).\(syntax)"))
                }
            }
            for (number, record) in holdings.records.prefix(5).enumerated() {
                if name == "example", number == 0 {
                    let part = try await api.ask("catalog.jsonld", commune: "69029", of: holdings)
                    try Data(part.bytes).write(to: folder.appending(path: "commune-1.jsonld"))
                }
                for ending in ["jsonld", "iso.xml"] {
                    let answer = try await api.ask("catalog", ["\(record.name).\(ending)"], of: holdings)
                    try Data(answer.bytes).write(to: folder.appending(path: "\(name)-dataset-\(number).\(ending)"))
                }
            }
        }
    }
}
