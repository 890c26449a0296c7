import Editions
import Foundation
import Testing

@testable import APIs

/// What happened: to everything, in a dataset, in a release, to one object.
@Suite struct ChangesTests {
    private func ask(_ parameters: KeyValuePairs<String, String>) async throws -> APIResponse {
        try await ChangesAPI().answer(
            APIRequest(
                path: [], parameters: parameters.map { (name: $0.key, value: $0.value) }, origin: Example.origin),
            root: "changements", from: Example())
    }

    private func changes(_ parameters: KeyValuePairs<String, String>) async throws -> [[String: Any]] {
        try #require(try await ask(parameters).object["changes"] as? [[String: Any]])
    }

    @Test func theLifeOfOneObjectEndsWithItsTombstone() async throws {
        let life = try await changes(["objet": "PAR-69029-099"])
        #expect(life.map { $0["kind"] as? String } == ["added", "removed"])
        #expect(life.last?["values"] is NSNull)
        #expect(try await changes(["objet": "PAR-69029-001"]).count == 1)
        let first = try await ask(["objet": "PAR-69029-099", "limite": "1"]).object
        #expect(first["hasMore"] as? Bool == true)
        #expect((first["nextPage"] as? String)?.contains("objet=PAR-69029-099") == true)
        let next = try #require(first["next"] as? Int)
        let rest = try await changes(["objet": "PAR-69029-099", "depuis": "\(next)"])
        #expect(rest.map { $0["kind"] as? String } == ["removed"])
    }

    @Test func anUnknownObjectIsAProblem() async throws {
        for parameters: KeyValuePairs in [
            ["objet": "PAR-nowhere"], ["objet": ""], ["objet": "PAR-69029-001", "jeu": "subventions"],
        ] {
            let answer = try await ask(parameters)
            #expect(answer.status == 404 && answer.mediaType == "application/problem+json")
        }
    }

    @Test func aReleaseAndACommune() async throws {
        let release = try await changes(["publication": "r-parcs-jardins-69149"])
        #expect(release.map { $0["uid"] as? String } == ["PAR-69149-001", "PAR-69149-002"])
        #expect(try await changes(["publication": "nothing"]).isEmpty)
        let page = try await ask(["commune": "69029", "jeu": "parcs-jardins", "limite": "1"]).object
        #expect(
            page["nextPage"] as? String == "\(Example.origin)/changements?depuis=\(page["next"] ?? "")"
                + "&commune=69029&jeu=parcs-jardins&limite=1")
        #expect(try await ask(["jeux": "parcs-jardins"]).status == 400)
    }
}
