import Catalog
import Foundation
import Schemas
import Synchronization

@testable import Pushing

/// A site of the shape of data.gouv.fr, in memory, which can fail as sites do.
final class FakeSite: Transport {
    /// What goes wrong with the next question of a method and a path.
    enum Trouble: Sendable {
        /// Another status, with its headers; nothing is done.
        case status(Int, [String: String] = [:], String = "{}")
        /// It is done, and the answer gets lost.
        case lostAnswer
        /// The question gets lost.
        case lostQuestion
        /// It is done, and another status is answered.
        case doneButStatus(Int)
    }

    private struct State {
        var datasets: [String: JSONValue] = [:]
        var troubles: [(question: String, trouble: Trouble)] = []
        var asked: [String] = []
        var keys: Set<String> = []
        var zones: Set<String>?
        var number = 0
    }

    private let state = Mutex(State())

    /// The questions, in their order: `POST /api/1/datasets/`.
    var asked: [String] { state.withLock { $0.asked } }
    /// The datasets by identifier.
    var datasets: [String: JSONValue] { state.withLock { $0.datasets } }
    /// The zones that exist; all of them where it is nil.
    func know(zones: Set<String>) { state.withLock { $0.zones = zones } }
    /// Lets something go wrong with the next such question.
    func trouble(_ question: String, _ trouble: Trouble) {
        state.withLock { $0.troubles.append((question, trouble)) }
    }
    /// Changes a dataset as a person would on the site.
    func edit(_ id: String, _ change: (inout [String: JSONValue]) -> Void) {
        state.withLock { state in
            var members = state.datasets[id]?.members ?? [:]
            change(&members)
            state.datasets[id] = .object(members)
        }
    }
    /// Takes a dataset away without a trace.
    func lose(_ id: String) { state.withLock { $0.datasets[id] = nil } }

    func send(_ request: WebRequest) async throws(NoAnswer) -> WebResponse {
        let question = "\(request.method) \(request.address.path(percentEncoded: false))"
        let trouble = state.withLock { state -> Trouble? in
            state.asked.append(question)
            state.keys.insert(request.headers["X-API-KEY"] ?? "")
            guard let place = state.troubles.firstIndex(where: { question.hasPrefix($0.question) }) else { return nil }
            return state.troubles.remove(at: place).trouble
        }
        switch trouble {
        case .status(let status, let headers, let body):
            return WebResponse(status: status, headers: headers, body: Data(body.utf8))
        case .lostQuestion: throw NoAnswer("connection refused")
        case .lostAnswer:
            _ = answer(request)
            throw NoAnswer("timed out")
        case .doneButStatus(let status):
            _ = answer(request)
            return WebResponse(status: status)
        case nil: return answer(request)
        }
    }

    private func answer(_ request: WebRequest) -> WebResponse {
        let path = request.address.path(percentEncoded: false).split(separator: "/").dropFirst(2).map(String.init)
        let isPublic = request.method == "GET" && path.first == "datasets" && request.headers["X-API-KEY"] == nil
        guard isPublic || request.headers["X-API-KEY"] == "clef" else { return WebResponse(status: 401) }
        let body = request.body.flatMap { try? JSONDecoder().decode(JSONValue.self, from: $0) } ?? .null
        switch (request.method, path.first, path.dropFirst().first) {
        case ("GET", "me", _): return Self.json(.object(["id": .text("moi")]))
        case ("POST", "contacts", _): return Self.json(.object(["id": .text("contact-1")]), 201)
        case ("GET", "datasets", nil): return list(request)
        case ("POST", "datasets", nil): return save(body, as: nil)
        case ("GET", "datasets", let id?): return datasets[id].map { Self.json($0) } ?? WebResponse(status: 404)
        case ("PUT", "datasets", let id?):
            guard let known = datasets[id] else { return WebResponse(status: 404) }
            guard known["deleted"] == nil else { return WebResponse(status: 410) }
            return save(body, as: id)
        default: return WebResponse(status: 404)
        }
    }

    private func save(_ body: JSONValue, as id: String?) -> WebResponse {
        let zones = (body["spatial"]?["zones"]?.items ?? []).compactMap(\.text)
        return state.withLock { state in
            if let known = state.zones, !known.isSuperset(of: zones) {
                let error = #"{"message": "Validation error", "errors": {"spatial": {"zones": ["Unknown geoid(s)"]}}}"#
                return WebResponse(status: 400, body: Data(error.utf8))
            }
            state.number += 1
            let id = id ?? "d\(state.number)"
            var members = (state.datasets[id]?.members ?? [:]).merging(body.members) { _, new in new }
            members["id"] = .text(id)
            members["page"] = .text("https://site/datasets/\(id)")
            members["resources"] = .array(
                (body["resources"]?.items ?? []).enumerated().map { place, resource in
                    var resource = resource.members
                    resource["id"] = resource["id"] ?? .text("r\(state.number)-\(place)")
                    return .object(resource)
                })
            members["contact_points"] = .array(
                (body["contact_points"]?.items ?? []).map { .object(["id": $0]) })
            state.datasets[id] = .object(members)
            return Self.json(.object(members), 201)
        }
    }

    private func list(_ request: WebRequest) -> WebResponse {
        let query = URLComponents(url: request.address, resolvingAgainstBaseURL: false)?.queryItems ?? []
        let page = query.first { $0.name == "page" }.flatMap { Int($0.value ?? "") } ?? 1
        // Two a page, so that there are pages.
        let all = datasets.sorted { $0.key < $1.key }.map(\.value)
        let shown = Array(all.dropFirst((page - 1) * 2).prefix(2))
        return Self.json(
            .object([
                "data": .array(shown), "next_page": all.count > page * 2 ? .text("next") : .null,
            ]))
    }

    private static func json(_ value: JSONValue, _ status: Int = 200) -> WebResponse {
        WebResponse(status: status, body: value.data)
    }
}

/// Identifiers in memory, which can fail to be written down.
final class FakeMemory: PushMemory {
    private let known = Mutex<[String: String]>([:])
    private let isBroken: Bool

    init(isBroken: Bool = false) { self.isBroken = isBroken }

    func id(of remoteID: String) -> String? { known.withLock { $0[remoteID] } }
    func remember(_ id: String?, of remoteID: String) throws {
        guard !isBroken else { throw CocoaError(.fileWriteOutOfSpace) }
        known.withLock { $0[remoteID] = id }
    }
}

/// Some datasets to push.
enum Pushed {
    static func record(
        _ name: String, release: Double = 1_700_000_000, commune: String = "69029"
    ) throws -> DatasetRecord {
        let document = #"""
            {"name": "\#(name)", "title": "Jeu \#(name)", "version": "1.0.0", "description": "Ce que c'est.",
             "gabarit": {"licence": "etalab-2.0", "frequency": "ANNUAL", "keywords": ["parc"]},
             "fields": [{"name": "uid", "title": "Identifiant"}]}
            """#
        let schema = try JSONDecoder().decode(Schema.self, from: Data(document.utf8))
        let release = Release(
            ReleaseDraft(
                schema: name, schemaVersion: "1.0.0", commune: Place(code: commune, name: "Bron"),
                publishedAt: Date(timeIntervalSince1970: release)),
            id: "r1", rowCount: 3)
        return DatasetRecord(
            schema: schema, publisher: "Métropole", releases: [release],
            extent: Extent(west: 4, south: 45, east: 5, north: 46))
    }

    static let publisher = Publisher(name: "Métropole d'Exemple", email: "donnees@exemple.fr")
    static let site = "https://donnees.exemple.fr"
}
