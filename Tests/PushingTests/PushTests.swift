import Catalog
import Foundation
import Synchronization
import Testing
import Texts

@testable import Pushing

@Suite struct PushTests {
    private let site = FakeSite()
    private let memory = FakeMemory()
    private let pauses = Pauses()

    private final class Pauses: Sendable {
        let all = Mutex<[Double]>([])
    }

    private func push(
        key: String = "clef", memory: (any PushMemory)? = nil, organisation: String? = "org"
    ) throws -> Push {
        let pauses = pauses
        let platform = try DataGouv(
            address: #require(URL(string: "https://site")), key: key, transport: site,
            pause: { seconds in pauses.all.withLock { $0.append(seconds) } })
        return Push(
            platform: platform, memory: memory ?? self.memory, publisher: Pushed.publisher, site: Pushed.site,
            organisation: organisation)
    }

    private func count(_ question: String) -> Int { site.asked.filter { $0 == question }.count }

    @Test func aDatasetIsCreatedOnceAndThenUpdated() async throws {
        let push = try push()
        let first = await push.run([try Pushed.record("parcs")])
        let id = try #require(site.datasets.keys.first)
        #expect(first.map(\.kind) == [.created(id: id)])
        #expect(memory.id(of: "\(Pushed.site)/catalog/parcs") == id)
        #expect(await push.run([try Pushed.record("parcs")]).map(\.kind) == [.unchanged(id: id)])
        let later = await push.run([try Pushed.record("parcs", release: 1_700_086_400)])
        #expect(later.map(\.kind) == [.updated(id: id)])
        #expect(site.datasets.count == 1)
        #expect(count("POST /api/1/datasets/") == 1)
    }

    @Test func theSheetSaysAllThatIsKnown() async throws {
        _ = await (try push()).run([try Pushed.record("parcs")])
        let there = try #require(site.datasets.values.first)
        #expect(there["license"]?.text == "lov2")
        #expect(there["frequency"]?.text == "annual")
        #expect(there["organization"]?.text == "org")
        #expect(there["temporal_coverage"]?["start"]?.text == "2023-11-14")
        #expect(there["spatial"]?["zones"]?.items == [.text("fr:commune:69029")])
        #expect(there["contact_points"]?.items.first?["id"]?.text == "contact-1")
        #expect((there["description"]?.text?.count ?? 0) > 100)
        let resources = there["resources"]?.items ?? []
        let csv = try #require(resources.first { $0["url"]?.text == "\(Pushed.site)/fichiers/parcs/territoire.csv" })
        #expect(csv["filetype"]?.text == "remote")
        #expect(csv["format"]?.text == "csv")
        #expect(csv["schema"]?["url"]?.text == "\(Pushed.site)/modeles/parcs.json")
        #expect(resources.contains { $0["type"]?.text == "documentation" })
    }

    @Test func aRehearsalSendsNothing() async throws {
        let push = try push()
        let outcomes = await push.run([try Pushed.record("parcs")], rehearsal: true)
        #expect(outcomes[0].text.fr.hasPrefix("Jeu parcs : serait créé ("))
        #expect(site.datasets.isEmpty)
        _ = await push.run([try Pushed.record("parcs")])
        let again = await push.run([try Pushed.record("parcs", release: 1_800_000_000)], rehearsal: true)
        #expect(again[0].text.fr.contains("serait mis à jour"))
        #expect(!site.asked.contains { $0.hasPrefix("PUT") })
    }

    @Test func aRehearsalNeedsNoKey() async throws {
        let outcomes = await (try push(key: "")).run([try Pushed.record("parcs")], rehearsal: true)
        #expect(outcomes.map(\.kind) == [.created(id: "")])
        let real = await (try push(key: "")).run([try Pushed.record("parcs")])
        #expect(real.map(\.kind) == [.failed(.unknownKey)])
    }

    @Test func aLostAnswerCreatesNothingTwice() async throws {
        for trouble in [FakeSite.Trouble.lostAnswer, .doneButStatus(502), .doneButStatus(500)] {
            let site = FakeSite()
            site.trouble("POST /api/1/datasets/", trouble)
            let platform = try DataGouv(
                address: #require(URL(string: "https://site")), key: "clef", transport: site, pause: { _ in })
            let memory = FakeMemory()
            let outcomes = await Push(
                platform: platform, memory: memory, publisher: Pushed.publisher, site: Pushed.site, organisation: "o"
            ).run([try Pushed.record("parcs")])
            #expect(!outcomes[0].hasFailed)
            #expect(site.datasets.count == 1)
            #expect(memory.id(of: "\(Pushed.site)/catalog/parcs") == site.datasets.keys.first)
        }
    }

    @Test func aLostQuestionIsAskedAgain() async throws {
        site.trouble("POST /api/1/datasets/", .lostQuestion)
        let outcomes = await (try push()).run([try Pushed.record("parcs")])
        #expect(!outcomes[0].hasFailed)
        #expect(site.datasets.count == 1)
    }

    @Test func whatWasNotWrittenDownIsFoundAgain() async throws {
        for name in ["a", "b", "c", "d", "e"] { _ = await (try push()).run([try Pushed.record(name)]) }
        let crashed = try push(memory: FakeMemory(isBroken: true))
        let outcomes = await crashed.run([try Pushed.record("f")])
        guard case .failed(.notRemembered(let id, _)) = outcomes[0].kind else {
            Issue.record("\(outcomes)")
            return
        }
        let again = await (try push(memory: FakeMemory(isBroken: true))).run([try Pushed.record("f")])
        #expect(again.map(\.kind) == [.unchanged(id: id)])
        let after = try await push(memory: FakeMemory()).run(["a", "f"].map { try Pushed.record($0) })
        #expect(after.allSatisfy { if case .unchanged = $0.kind { true } else { false } })
        #expect(site.datasets.count == 6)
    }

    @Test func aServerThatAsksForPatienceGetsIt() async throws {
        site.trouble("POST /api/1/datasets/", .status(429, ["retry-after": "7"]))
        site.trouble("POST /api/1/datasets/", .status(503, ["retry-after": "100000"]))
        site.trouble(
            "GET /api/1/datasets/",
            .status(
                503,
                ["retry-after": "Wed, 21 Oct 2026 07:28:30 GMT", "date": "Wed, 21 Oct 2026 07:28:00 GMT"]))
        let outcomes = await (try push()).run([try Pushed.record("parcs")])
        #expect(!outcomes[0].hasFailed)
        #expect(pauses.all.withLock { $0 } == [30, 7, 120])
        #expect(site.datasets.count == 1)
    }

    @Test func patienceEnds() async throws {
        for _ in 0..<20 { site.trouble("GET /api/1/datasets/", .status(429)) }
        let outcomes = await (try push()).run([try Pushed.record("parcs"), try Pushed.record("bancs")])
        #expect(outcomes.map(\.kind) == [.failed(.tooOften)])
        #expect(pauses.all.withLock { $0 } == [1, 2, 4, 8])
    }

    @Test func whatPeopleAddedThereIsKept() async throws {
        let push = try push()
        _ = await push.run([try Pushed.record("parcs")])
        let id = try #require(site.datasets.keys.first)
        let photo = JSONValue.object([
            "id": .text("photo"), "title": .text("Photos"), "url": .text("https://ailleurs/photos.zip"),
            "filetype": .text("remote"), "last_modified": .text("2024-01-01"),
        ])
        let old = JSONValue.object([
            "id": .text("old"), "title": .text("Dbase"), "url": .text("\(Pushed.site)/fichiers/parcs/territoire.dbf"),
        ])
        let identifiers = site.datasets[id]?["resources"]?.items.compactMap { $0["id"]?.text } ?? []
        site.edit(id) { members in
            members["resources"] = .array((members["resources"]?.items ?? []) + [photo, old])
            members["extras"] = .object((members["extras"]?.members ?? [:]).merging(["theirs": .integer(1)]) { $1 })
            members["contact_points"] = .array([.object(["id": .text("anna")])])
        }
        let outcomes = await push.run([try Pushed.record("parcs", release: 1_800_000_000)])
        #expect(outcomes[0].changes.map(\.fr).contains { $0.contains("retirée") })
        let after = try #require(site.datasets[id])
        let resources = after["resources"]?.items ?? []
        #expect(resources.contains { $0["id"]?.text == "photo" && $0["last_modified"] == nil })
        #expect(!resources.contains { $0["id"]?.text == "old" })
        #expect(resources.compactMap { $0["id"]?.text } == identifiers + ["photo"])
        #expect(after["extras"]?["theirs"] == .integer(1))
        #expect(after["contact_points"]?.items.compactMap { $0["id"]?.text } == ["anna", "contact-1"])
    }

    @Test func aPlaceThatIsUnknownThereIsSaidOtherwise() async throws {
        site.know(zones: [])
        let outcomes = await (try push()).run([try Pushed.record("parcs", commune: "69381")])
        #expect(!outcomes[0].hasFailed)
        let there = try #require(site.datasets.values.first)
        #expect(there["spatial"]?["geom"]?["type"]?.text == "MultiPolygon")
    }

    @Test func whatWasDeletedThereIsNotCreatedAgainUntilSomebodySaysSo() async throws {
        let push = try push()
        let record = try Pushed.record("parcs")
        _ = await push.run([record])
        let id = try #require(site.datasets.keys.first)
        site.edit(id) { $0["deleted"] = .text("2024-01-01") }
        let outcomes = await push.run([record])
        #expect(outcomes.map(\.kind) == [.failed(.deleted(id))])
        try push.forget(record)
        #expect(!(await push.run([record]))[0].hasFailed)
        #expect(site.datasets.count == 2)
    }

    @Test func anIdentifierThatIsGoneIsReplaced() async throws {
        let push = try push()
        _ = await push.run([try Pushed.record("parcs")])
        site.lose(try #require(site.datasets.keys.first))
        let outcomes = await push.run([try Pushed.record("parcs")])
        #expect(!outcomes[0].hasFailed)
        #expect(site.datasets.count == 1)
    }

    @Test func aWrongKeyStopsAtOnce() async throws {
        let outcomes = await (try push(key: "fausse")).run([try Pushed.record("parcs"), try Pushed.record("bancs")])
        #expect(outcomes.map(\.kind) == [.failed(.unknownKey)])
        #expect(outcomes[0].text.fr.contains("clé d'API est refusée"))
    }

    @Test func refusalsSayWhatTheSiteSays() async throws {
        site.trouble(
            "POST /api/1/datasets/", .status(400, [:], #"{"message": "Non", "errors": {"title": ["Trop long"]}}"#))
        let outcomes = await (try push()).run([try Pushed.record("parcs"), try Pushed.record("bancs")])
        #expect(outcomes.count == 2)
        #expect(outcomes[0].text.fr.contains("Non ; title : [\"Trop long\"]"))
        #expect(!outcomes[1].hasFailed)
    }

    @Test func strangeAnswersAreErrorsAndNotCrashes() async throws {
        for body in [
            "", "null", "[]", "<html>", "{\"data\": 7}", "{\"id\": \"../x\"}", "{\"data\": [{\"id\": 1}, null]}",
        ] {
            for question in ["GET /api/1/datasets/", "POST /api/1/datasets/", "GET /api/1/me/"] {
                let site = FakeSite()
                for _ in 0..<9 { site.trouble(question, .status(200, [:], body)) }
                let platform = try DataGouv(
                    address: #require(URL(string: "https://site")), key: "clef", transport: site, pause: { _ in })
                _ = await Push(
                    platform: platform, memory: FakeMemory(), publisher: Pushed.publisher, site: Pushed.site
                ).run([try Pushed.record("parcs")])
                #expect(site.datasets.count <= 1)
            }
        }
    }

    @Test func keysTravelEncrypted() throws {
        for address in ["http://www.data.gouv.fr", "ftp://x", "data.gouv.fr"] {
            let url = try #require(URL(string: address))
            #expect(throws: PushError.self) { try DataGouv(address: url, key: "clef") }
        }
        _ = try DataGouv(address: #require(URL(string: "http://127.0.0.1:7000")), key: "clef")
    }

    @Test func identifiersAreKeptInAFile() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gabarit-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "pushed.json")
        try PushLedger(file).remember("d1", of: "https://x/catalog/parcs")
        #expect(PushLedger(file).id(of: "https://x/catalog/parcs") == "d1")
        try Data("{broken".utf8).write(to: file)
        #expect(PushLedger(file).id(of: "https://x/catalog/parcs") == nil)
    }

    /// Against a real site of the shape, where one is named: `GABARIT_DATAGOUV` is its address, `GABARIT_DATAGOUV_KEY`
    /// a key (see `Tests/Clients/datagouv`).
    @Test(.enabled(if: ProcessInfo.processInfo.environment["GABARIT_DATAGOUV"] != nil))
    func aSiteOverHTTPTakesTheSameSteps() async throws {
        let environment = ProcessInfo.processInfo.environment
        let address = try #require(URL(string: environment["GABARIT_DATAGOUV"] ?? ""))
        let platform = try DataGouv(address: address, key: environment["GABARIT_DATAGOUV_KEY"] ?? "clef")
        let memory = FakeMemory()
        let organisation = environment["GABARIT_DATAGOUV_ORGANISATION"]
        func push(_ memory: any PushMemory) -> Push {
            Push(
                platform: platform, memory: memory, publisher: Pushed.publisher, site: Pushed.site,
                organisation: organisation)
        }
        // The second one stands in a commune that is no zone there.
        let records = [try Pushed.record("parcs"), try Pushed.record("bancs", commune: "69381")]
        let rehearsal = await push(memory).run(records, rehearsal: true)
        for outcome in rehearsal { print(outcome.text.fr) }
        let first = await push(memory).run(records, report: { print($0.text.fr) })
        #expect(first.allSatisfy { if case .created = $0.kind { true } else { false } })
        let again = await push(FakeMemory()).run(records, report: { print($0.text.fr) })
        #expect(again.allSatisfy { if case .unchanged = $0.kind { true } else { false } })
        let later = [
            try Pushed.record("parcs", release: 1_700_086_400),
            try Pushed.record("bancs", release: 1_700_086_400, commune: "69381"),
        ]
        let updated = await push(memory).run(later, report: { print($0.text.fr) })
        #expect(updated.allSatisfy { if case .updated = $0.kind { true } else { false } })
    }
}
