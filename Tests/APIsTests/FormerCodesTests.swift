import Editions
import Foundation
import Testing

@testable import APIs

/// A commune that merged is found under the code that it bore, in every language of questions.
@Suite struct FormerCodesTests {
    private func answer(
        _ api: any PublicAPI, _ path: String, _ parameters: KeyValuePairs<String, String> = [:],
        of holdings: any Holdings
    ) async throws -> [String: Any] {
        let root = try #require(
            api.roots.filter { path.hasPrefix($0) }.max { $0.utf8.count < $1.utf8.count })
        let answer = try await api.answer(
            APIRequest(
                path: path.dropFirst(root.utf8.count).split(separator: "/").map(String.init),
                parameters: parameters.map { (name: $0.key, value: $0.value) }, origin: Example.origin),
            root: root, from: holdings)
        #expect(answer.status == 200, "\(answer.text)")
        return try #require(JSONSerialization.jsonObject(with: Data(answer.whole)) as? [String: Any])
    }

    /// How many parks are found with the code of before and with that of today: the two of 69149 in either case.
    @Test(arguments: [
        ("code_insee", "%"), ("filter", "code_insee = '%'"), ("filter", "'%' = code_insee"),
        ("filter", "code_insee IN ('%', '69999')"),
        ("filter", #"{"op":"=","args":[{"property":"code_insee"},"%"]}"#),
        ("filter", "NOT (code_insee <> '%')"),
    ])
    func ogc(name: String, value: String) async throws {
        for code in ["69149", "69152"] {
            let ids = try await OGC.ids([name: value.replacing("%", with: code)])
            #expect(ids == ["PAR-69149-001", "PAR-69149-002"], "\(value) \(code)")
        }
    }

    @Test func nothingElseChanges() async throws {
        let all = try await OGC.ids().count
        #expect(try await OGC.ids(["filter": "code_insee <> '69152'"]).count == all - 2)
        #expect(try await OGC.ids(["filter": "nom = '69152'"]) == [])
        #expect(try await OGC.ids(["filter": "code_insee LIKE '69152'"]) == [])
        #expect(try await OGC.ids(["filter": "code_insee > '69151' AND code_insee < '69153'"]) == [])
        #expect(try await OGC.ids(["filter": "code_insee = '69999'"]) == [])
    }

    @Test(arguments: [
        ("refine", "code_insee:%"), ("where", "code_insee = \"%\""), ("where", "code_insee in (\"%\")"),
        ("where", "code_insee:\"%\""),
    ])
    func explore(name: String, value: String) async throws {
        for code in ["69149", "69152"] {
            let found = try await answer(
                ExploreAPI(), "api/explore/v2.1/catalog/datasets/parcs-jardins/records",
                [name: value.replacing("%", with: code)], of: Example())
            #expect(found["total_count"] as? Int == 2, "\(value) \(code)")
        }
    }

    @Test(arguments: [#"{"code_insee":"%"}"#, #"{"code_insee":["%"]}"#])
    func ckan(filters: String) async throws {
        for code in ["69149", "69152"] {
            let found = try await answer(
                CKANAPI(), "api/3/action/datastore_search",
                ["resource_id": "parcs-jardins", "filters": filters.replacing("%", with: code)], of: Example())
            #expect(found[path: "result", "total"] as? Int == 2, "\(filters) \(code)")
        }
    }

    @Test func rdataAndTheCatalogueOfACommune() async throws {
        for code in ["69149", "69152"] {
            let found = try await answer(
                RDataAPI(), "ws/rdata/parcs-jardins/all.json", ["field": "code_insee", "value": code], of: Example())
            #expect((found["values"] as? [Any])?.count == 2)
            let catalogue = try await answer(
                DCATCatalogue(), "catalog.jsonld", ["commune": code], of: Example())
            #expect(String(describing: catalogue).contains("Oullins-Pierre-Bénite"))
        }
    }

    @Test func changesAndTheFeed() async throws {
        let changes = try await answer(ChangesAPI(), "changements", ["commune": "69152"], of: Example())
        let rows = try #require(changes["changes"] as? [[String: Any]])
        #expect(!rows.isEmpty && rows.allSatisfy { $0["commune"] as? String == "69149" })
        let feed = try await AtomFeed().answer(
            APIRequest(path: [], parameters: [(name: "commune", value: "69152")], origin: Example.origin),
            root: "flux.atom", from: Example())
        #expect(feed.text.contains("Oullins-Pierre-Bénite") && !feed.text.contains("Bron"))
    }
}

extension APIResponse {
    /// All bytes, also of an answer that is given piece by piece.
    fileprivate var whole: [UInt8] {
        get throws {
            switch body {
            case .bytes(let bytes): return bytes
            case .stream(let produce):
                var all: [UInt8] = []
                try produce { all += $0 }
                return all
            }
        }
    }
}
