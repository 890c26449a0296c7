import Catalog
import Editions
import Foundation
import Schemas
import Tables

@testable import APIs

/// Catalogues of several sizes and kinds, among them what nobody wishes to meet.
struct CatalogueCase: Holdings {
    var publisher: Publisher
    var records: [DatasetRecord]
    var tag = "case-1"

    func structure(of name: String) -> PublicSchema? { nil }
    func edition(of name: String) async throws -> Edition? { nil }
    func changes(_ query: ChangeQuery) async throws -> ChangePage {
        ChangePage(changes: [], next: query.cursor, hasMore: false)
    }
    func life(of uid: String) async throws -> [RowChange] { [] }
    func releases(_ query: ReleaseQuery) async throws -> [Release] { [] }

    /// Nothing is published, by nobody.
    static let empty = CatalogueCase(publisher: Publisher(name: ""), records: [])

    /// 250 datasets: three pages.
    static func large() throws -> CatalogueCase {
        CatalogueCase(
            publisher: Publisher(name: "Département d'Exemple", email: "donnees@exemple.fr"),
            records: try (0..<250).map { number in
                let document = #"""
                    {"name": "jeu-\#(number)", "title": "Jeu \#(number)", "version": "1.0.0",
                     "description": "Le jeu numéro \#(number).", "gabarit": {"frequency": "MONTHLY", "theme": "TRAN"},
                     "fields": [{"name": "uid"}]}
                    """#
                return try record(document, communes: [Place(code: "69029", name: "Bron")])
            })
    }

    /// Texts that end quotes, tags, lines and scripts; no description, rhythm, contact nor place; a model that says
    /// nonsense; a national model that the law calls of high value.
    static func awkward() throws -> CatalogueCase {
        let nasty =
            "Été « d'or » \\\"fin\\\" <b>&amp;</b> </script> \\\\ ]]> \\n\\t\\u0000\\u0008 ligne\\r\\n%zz \\ud83c\\udf33"
        return CatalogueCase(
            publisher: Publisher(name: "Mairie \"d'ici\" <&> \u{1}\nsuite", email: "pas une adresse"),
            records: [
                try record(
                    #"""
                    {"name": "a b/é?#<>", "title": "\#(nasty)", "description": "\#(nasty)", "version": "\#(nasty)",
                     "gabarit": {"keywords": ["\#(nasty)", "", "x"], "frequency": "SOMETIMES", "theme": "NOPE",
                     "licence": "chez nous"}, "fields": [{"name": "uid", "title": "\#(nasty)"}]}
                    """#, communes: [Place(code: "x'\"<", name: "L'Haÿ & <Cie>\u{0}")]),
                try record(#"{"name": "nu", "fields": []}"#, communes: []),
                try record(
                    #"""
                    {"name": "schema-irve-statique", "title": "Bornes de recharge", "version": "2.3.1",
                     "path": "https://schema.data.gouv.fr/schemas/etalab/schema-irve-statique/2.3.1/schema-statique.json",
                     "gabarit": {"frequency": "DAILY"}, "fields": [{"name": "id_pdc_itinerance"}]}
                    """#, communes: [Place(code: "69029", name: "Bron")],
                    extent: Extent(west: 4.9, south: 45.7, east: 4.9, north: 45.7)),
            ])
    }

    private static func record(
        _ document: String, communes: [Place], extent: Extent? = nil
    ) throws -> DatasetRecord {
        let schema = try JSONDecoder().decode(Schema.self, from: Data(document.utf8))
        let releases = communes.map { commune in
            Release(
                ReleaseDraft(
                    schema: schema.name, schemaVersion: schema.version, commune: commune,
                    publishedAt: Date(timeIntervalSince1970: 1_700_000_000), openQuestions: 2),
                id: "r-\(commune.code)", rowCount: 3)
        }
        return DatasetRecord(schema: schema, publisher: "Éditeur", releases: releases, extent: extent)
    }
}

extension DCATCatalogue {
    /// The catalogue with the services of every kind.
    static let announcingAll = DCATCatalogue(announcing: ["ogc", "api/explore/v2.1", "api/3/action", "ws/rdata"])

    /// The answer to a question.
    func ask(
        _ root: String, _ path: [String] = [], page: String? = nil, commune: String? = nil, accept: String = "",
        of holdings: any Holdings
    ) async throws -> APIResponse {
        try await answer(
            APIRequest(
                path: path,
                parameters: [("page", page), ("commune", commune)].compactMap { name, value in value.map { (name, $0) }
                }, accept: accept, origin: Example.origin),
            root: root, from: holdings)
    }
}

extension APIResponse {
    /// The bytes, when they are there at once.
    var bytes: [UInt8] {
        guard case .bytes(let bytes) = body else { return [] }
        return bytes
    }

    /// The bytes as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}
