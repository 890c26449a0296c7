import Catalog
import Editions
import Foundation
import Store
import Tables
import Testing

/// Any moment of the past can be read, as far as its audience may see it today.
@Suite struct PastTests {
    private func publish(
        _ rows: [[String]], at seconds: Double, in store: ReleaseStore, document: Data = Example.document,
        of place: Place = Place(code: "69029", name: "Bron")
    ) async throws {
        try await store.publish(
            Example.draft(place, at: seconds), rows: Example.table(rows), schemaDocument: document,
            acceptingLoss: true)
    }

    private func moment(_ seconds: Double) -> Date { Date(timeIntervalSince1970: seconds) }

    /// Three releases of Bron and one of Mions.
    private func fill(_ store: ReleaseStore) async throws {
        try await publish(Example.bron, at: 10, in: store)
        try await publish(
            [["PAR-69283-001", "Parc de Mions", "69283", "", "", "", ""]], at: 15, in: store,
            of: Place(code: "69283", name: "Mions"))
        var rows = Example.bron
        rows[0][3] = "90000"
        rows.removeLast()
        try await publish(rows, at: 20, in: store)
        try await publish([Example.bron[2]], at: 30, in: store)
    }

    @Test(arguments: Engine.all) func eachMomentHasItsRows(engine: Engine) async throws {
        try await engine.withStore { store in
            try await fill(store)
            func uids(_ seconds: Double) async throws -> [String]? {
                try await store.edition(of: "parcs", at: moment(seconds))?.uids.map { String($0.dropFirst(4)) }
            }
            #expect(try await uids(9) == nil)
            #expect(try await uids(10) == ["69029-001", "69029-002", "69029-003"])
            #expect(try await uids(19) == ["69029-001", "69029-002", "69029-003", "69283-001"])
            #expect(try await uids(20) == ["69029-001", "69029-002", "69283-001"])
            #expect(try await uids(99) == ["69029-003", "69283-001"])
            let edition = try #require(try await store.edition(of: "parcs", at: moment(20)))
            #expect(edition.table.value("surface", row: 0) == "90000")
            #expect(edition.record.releases.map(\.publishedAt) == [moment(20), moment(15)])
            #expect(edition.changedAt == [20, 10, 15])
            #expect(edition.table.geometries[0] != nil)
            #expect(!String(describing: edition.table).contains("SECRET"))
            #expect(try await store.state(of: "parcs", at: moment(20))?.tag == edition.tag)
            #expect(try await store.state(of: "parcs", at: moment(9)) == nil)
            #expect(try await store.edition(of: "rien", at: moment(9)) == nil)
        }
    }

    @Test(arguments: Engine.all) func aLongStateIsStreamedInItsOrder(engine: Engine) async throws {
        try await engine.withStore { store in
            let many = (1...2500).map { ["PAR-69029-\($0)", "Parc \($0)", "69029", "", "", "", ""] }
            try await publish(many, at: 1, in: store)
            try await publish(Array(many.prefix(10)), at: 2, in: store)
            let names = try await store.stream("parcs", at: moment(1)) { rows in
                var names: [String] = []
                while let batch = try rows.next() { names += (0..<batch.rowCount).map { batch.row($0)[1] } }
                return names
            }
            #expect(names == many.map { $0[1] })
            #expect(try await store.edition(of: "parcs", at: moment(1))?.rowCount == 2500)
        }
    }

    @Test(arguments: Engine.all) func oneObjectAsItWas(engine: Engine) async throws {
        try await engine.withStore { store in
            try await fill(store)
            func surface(_ seconds: Double) async throws -> String? {
                try await store.object("PAR-69029-001", of: "parcs", at: moment(seconds))?.table
                    .value("surface", row: 0)
            }
            #expect(try await surface(5) == nil)
            #expect(try await surface(15) == "85000")
            #expect(try await surface(25) == "90000")
            #expect(try await surface(35) == nil)
            let object = try await store.object("PAR-69029-001", of: "parcs", at: moment(15))
            #expect(object?.release.agent == "" && object?.table.geometries[0] != nil)
            #expect(object?.table.fields.contains("gardien") == false)
        }
    }

    @Test(arguments: Engine.all) func aChangeSaysFromWhatToWhat(engine: Engine) async throws {
        try await engine.withStore { store in
            try await fill(store)
            let life = try await store.life(of: "PAR-69029-001", schema: "parcs")
            #expect(life.map(\.kind) == [.removed, .changed, .added])
            #expect(life[1].before["surface"] == "85000" && life[1].values["surface"] == "90000")
            #expect(life[0].before["surface"] == "90000" && life[0].values.isEmpty)
            #expect(!String(describing: life).contains("SECRET"))
            let all = try await store.changes(since: 0, limit: 100).changes
            #expect(life.allSatisfy { all.contains($0) }, "the life of an object is a part of all changes")
            #expect(life.map(\.cursor) == life.map(\.cursor).sorted(by: >))
        }
    }

    @Test(arguments: Engine.all) func changesOfOneReleaseAndOfOneCommune(engine: Engine) async throws {
        try await engine.withStore { store in
            try await fill(store)
            let releases = try await store.releases(ReleaseQuery(schema: "parcs", limit: 10))
            #expect(releases.map(\.publishedAt) == [30, 20, 15, 10].map(moment))
            #expect(try await store.releases(ReleaseQuery(offset: 3, limit: 10)).count == 1)
            #expect(try await store.releaseCount(schema: "parcs", communes: ["69283"]) == 1)
            #expect(try await store.releaseCount(communes: []) == 0)
            let second = try await store.changes(ChangeQuery(release: releases[1].id, limit: 10))
            #expect(second.changes.map(\.kind) == [.changed, .removed] && !second.hasMore)
            let mions = try await store.changes(ChangeQuery(communes: ["69283"], limit: 10))
            #expect(mions.changes.map(\.uid) == ["PAR-69283-001"])
            var tallies: [ChangeTally?] = []
            for release in releases { tallies.append(try await store.tally(of: release.id)) }
            // The shape of a row is that of its line here: the row that stays moved from the third to the first.
            #expect(
                tallies == [
                    ChangeTally(added: 1, removed: 2), ChangeTally(changed: 1, removed: 1), ChangeTally(added: 1),
                    ChangeTally(added: 3),
                ])
            #expect(try await store.tally(of: "nothing") == nil)
        }
    }

    @Test(arguments: Engine.all) func aFieldThatIsHiddenNowIsHiddenInThePast(engine: Engine) async throws {
        try await engine.withStore { store in
            try await fill(store)
            let stricter = Data(
                String(decoding: Example.document, as: UTF8.self).replacingOccurrences(
                    of: #""surface", "type": "number"}"#,
                    with: #""surface", "type": "number", "gabarit": {"visibility": "commune"}}"#
                ).utf8)
            let before = try await store.state(of: "parcs", at: moment(20))
            try await publish([], at: 40, in: store, document: stricter, of: Place(code: "69999", name: "Ailleurs"))
            let after = try await store.edition(of: "parcs", at: moment(20))
            #expect(after?.table.fields.contains("surface") == false)
            #expect(after?.tag != before?.tag, "what was made before is not given again")
            let said: [Any?] = [
                after?.table, try await store.object("PAR-69029-001", of: "parcs", at: moment(20)),
                try await store.life(of: "PAR-69029-001", schema: "parcs"),
                try await store.changes(since: 0, limit: 100).changes,
            ]
            for words in said.map({ String(describing: $0) }) {
                #expect(!words.contains("90000") && !words.contains("85000"))
            }
            #expect(try await store.life(of: "PAR-69029-001", schema: "parcs").map(\.kind) == [.removed, .added])
            let own = try await store.edition(of: "parcs", at: moment(20), for: .commune("69029"))
            #expect(own?.table.value("surface", row: 0) == "90000")
        }
    }

    @Test(arguments: Engine.all) func aRowThatIsHiddenNowIsHiddenInThePast(engine: Engine) async throws {
        let document = Data(
            String(decoding: Example.document, as: UTF8.self).replacingOccurrences(
                of: #"{"name": "surface", "type": "number"}"#,
                with: #"{"name": "surface", "gabarit": {"meaning": "row-visibility"}}"#
            ).utf8)
        var rows = Example.bron.map { row in row.enumerated().map { $0 == 3 ? "" : $1 } }
        try await engine.withStore { store in
            try await publish(rows, at: 10, in: store, document: document)
            rows[0][3] = "commune"
            try await publish(rows, at: 20, in: store, document: document)
            // Nor does it come back when it is removed, or when rows can no longer be hidden.
            try await publish(Array(rows.dropFirst()), at: 30, in: store, document: document)
            try await publish([rows[1]], at: 40, in: store)
            let uids = try await store.edition(of: "parcs", at: moment(10))?.uids
            #expect(uids == ["PAR-69029-002", "PAR-69029-003"])
            #expect(try await store.object("PAR-69029-001", of: "parcs", at: moment(10)) == nil)
            let life = try await store.life(of: "PAR-69029-001", schema: "parcs")
            #expect(life.map(\.kind) == [.removed] && life.first?.before.isEmpty == true)
            let changes = try await store.changes(since: 0, limit: 100).changes
            #expect(changes.filter { $0.uid == "PAR-69029-001" }.map(\.kind) == [.removed])
            #expect(!String(describing: changes).contains("Parc du Fort"))
            let first = try await store.releases(ReleaseQuery(limit: 10)).last
            #expect(try await store.tally(of: first?.id ?? "") == ChangeTally(added: 2))
            let own = try await store.edition(of: "parcs", at: moment(10), for: .commune("69029"))
            #expect(own?.rowCount == 3)
        }
    }

    @Test(arguments: Engine.all) func aSecretIdentifierHasALifeUnderItsNumber(engine: Engine) async throws {
        let document = Data(
            String(decoding: Example.document, as: UTF8.self).replacingOccurrences(
                of: #"{"meaning": "uid"}"#, with: #"{"meaning": "uid", "visibility": "commune"}"#
            ).utf8)
        try await engine.withStore { store in
            try await publish(Example.bron, at: 10, in: store, document: document)
            try await publish([Example.bron[0]], at: 20, in: store, document: document)
            let uid = try #require(try await store.edition(of: "parcs", at: moment(10))?.uids.last)
            #expect(uid.hasPrefix("parcs-"))
            #expect(try await store.life(of: uid, schema: "parcs").map(\.kind) == [.removed, .added])
            #expect(try await store.life(of: "PAR-69029-003", schema: "parcs").isEmpty)
            #expect(try await store.object(uid, of: "parcs", at: moment(10)) != nil)
            #expect(try await store.object("PAR-69029-003", of: "parcs", at: moment(10)) == nil)
        }
    }
}
