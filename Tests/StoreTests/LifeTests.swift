import Catalog
import Editions
import Foundation
import Store
import Tables
import Testing

/// Rows live on from release to release: under the same identifier, with their history.
@Suite struct LifeTests {
    private func publish(
        _ rows: [[String]], at seconds: Double, in store: ReleaseStore, origins: Origins = Origins(),
        document: Data = Example.document
    ) async throws -> (release: Release, difference: Difference) {
        var draft = Example.draft(at: seconds)
        draft.agent = "mairie@bron.fr"
        draft.file = "parcs-\(Int(seconds)).xlsx"
        return try await store.arrive(
            draft, rows: Example.table(rows), schemaDocument: document, origins: origins)
    }

    @Test(arguments: Engine.all)
    func theSameFileAgainChangesNothing(engine: Engine) async throws {
        try await engine.withStore { store in
            let first = try await publish(Example.bron, at: 1, in: store)
            #expect(first.difference.added.count == 3)
            let again = try await publish(Example.bron, at: 2, in: store)
            #expect(again.difference.isEmpty && again.difference.unchanged == 3)
            #expect(try await store.edition(of: "parcs")?.changedAt == [1, 1, 1])
            #expect(try await store.releases().map(\.publishedAt.timeIntervalSince1970) == [2])
            let nothing = try await store.confirm(
                schema: "parcs", commune: "69029", at: Date(timeIntervalSince1970: 3))
            #expect(nothing?.kind == .confirmation && nothing?.rowCount == 3)
            #expect(try await store.edition(of: "parcs")?.record.lastPublished == Date(timeIntervalSince1970: 3))
            #expect(try await store.edition(of: "parcs")?.changedAt == [1, 1, 1])
        }
    }

    @Test(arguments: Engine.all)
    func aNewFileIsADifference(engine: Engine) async throws {
        try await engine.withStore { store in
            _ = try await publish(Example.bron, at: 1, in: store)
            var rows = Example.bron
            rows[0][3] = "85001"
            rows.remove(at: 1)
            rows.insert(["PAR-69029-009", "Square Neuf", "69029", "", "", "", ""], at: 0)
            let draft = Example.draft(at: 2)
            let preview = try await store.difference(
                draft, rows: Example.table(rows), schemaDocument: Example.document)
            let done = try await publish(rows, at: 2, in: store).difference
            #expect(preview == done)
            #expect(done.added == ["PAR-69029-009"] && done.changed == ["PAR-69029-001"])
            #expect(done.removed == ["PAR-69029-002"])
            // The shape of a row is that of its line here, so the line that moved has another one.
            let edition = try await store.edition(of: "parcs")
            #expect(edition?.uids == ["PAR-69029-009", "PAR-69029-001", "PAR-69029-003"])
            #expect(edition?.table.rowNumbers == [2, 3, 4])
        }
    }

    @Test(arguments: Engine.all)
    func anyStateOfThePastCanBeReadAndBroughtBack(engine: Engine) async throws {
        try await engine.withStore { store in
            let first = try await publish(Example.bron, at: 1, in: store).release
            let second = try await publish([Example.bron[2]], at: 2, in: store).release
            #expect(try await store.internalRows(release: first.id)?.rowCount == 3)
            #expect(try await store.internalRows(release: second.id)?.rowCount == 1)
            let back = try await store.restore(
                release: first.id, at: Date(timeIntervalSince1970: 3), agent: "métropole")
            #expect(back?.kind == .restoration && back?.rowCount == 3 && back?.id != first.id)
            let rows = try await store.internalRows(release: back?.id ?? "")
            #expect(rows?.row(0) == Example.bron[0] && rows?.rowNumbers == [2, 3, 4])
            #expect(
                try await store.history(schema: "parcs", commune: "69029").map(\.kind) == [
                    .restoration, .arrival, .arrival,
                ])
            #expect(try await store.restore(release: "nothing", at: Date(timeIntervalSince1970: 4)) == nil)
        }
    }

    @Test(arguments: Engine.all)
    func eachCellSaysWhereItComesFrom(engine: Engine) async throws {
        try await engine.withStore { store in
            let first = try await publish(
                Example.bron, at: 1, in: store,
                origins: Origins([0: ["nom": Origin(rule: "letter-case", before: "PARC DU FORT")]])
            ).release
            var rows = Example.bron
            rows[0][3] = "90000"
            let second = try await publish(rows, at: 2, in: store).release
            let origins = try await store.internalOrigins(of: "PAR-69029-001", schema: "parcs")
            let name = try #require(origins.first { $0.field == "nom" })
            #expect(name.release == first.id && name.repair?.rule == "letter-case")
            #expect(name.repair?.before == "PARC DU FORT" && name.agent == "mairie@bron.fr")
            let surface = try #require(origins.first { $0.field == "surface" })
            #expect(surface.release == second.id && surface.file == "parcs-2.xlsx" && surface.repair == nil)
        }
    }

    @Test(arguments: Engine.all)
    func identifiersAreGivenOnceAndForAll(engine: Engine) async throws {
        let document = Data(
            #"{"name": "parcs", "fields": [{"name": "nom", "gabarit": {"meaning": "name"}}, {"name": "surface", "type": "number"}]}"#
                .utf8)
        func table(_ rows: [[String]]) -> CleanTable {
            CleanTable(
                fields: ["nom", "surface"], columns: (0..<2).map { column in Cells(rows.map { Value($0[column]) }) },
                rowNumbers: rows.indices.map { $0 + 2 })
        }
        try await engine.withStore { store in
            func uids(_ rows: [[String]], _ seconds: Double) async throws -> [String] {
                try await store.publish(
                    Example.draft(at: seconds), rows: table(rows), schemaDocument: document)
                return try await store.edition(of: "parcs")?.uids ?? []
            }
            let many = (1...1200).map { ["Parc \($0)", "\($0)"] }
            let first = try await uids(many, 1)
            #expect(Set(first).count == 1200)
            // Another order, one name corrected, one surface corrected, one gone, one new.
            var later = Array(many.reversed())
            later[10][1] = "7,5"
            later[20][0] = "Parcs 1180"
            later.removeLast()
            later.append(["Parc de plus", "1"])
            let second = try await uids(later, 2)
            #expect(second[0] == first[1199] && second[10] == first[1189] && second[20] == first[1179])
            #expect(!first.contains(second[1199]), "what was removed is not given again")
            #expect(second.dropLast().allSatisfy(first.contains))
        }
    }

    @Test(arguments: Engine.all)
    func rowsMayBeHiddenOneByOne(engine: Engine) async throws {
        let document = Data(
            String(decoding: Example.document, as: UTF8.self).replacingOccurrences(
                of: #"{"name": "surface", "type": "number"}"#,
                with: #"{"name": "surface", "gabarit": {"meaning": "row-visibility"}}"#
            ).utf8)
        var rows = Example.bron
        rows[0][3] = "commune"
        rows[1][3] = "on ne sait pas"
        try await engine.withStore { store in
            _ = try await publish(rows, at: 1, in: store, document: document)
            #expect(try await store.edition(of: "parcs")?.uids == ["PAR-69029-003"])
            #expect(try await store.edition(of: "parcs", for: .commune("69029"))?.uids.count == 2)
            #expect(try await store.edition(of: "parcs", for: .commune("69283"))?.uids.count == 1)
            #expect(try await store.edition(of: "parcs", for: .territory)?.uids.count == 1)
            #expect(try await store.edition(of: "parcs", for: .service(commune: "69029"))?.uids.count == 3)
            let changes = try await store.changes(since: 0, limit: 10)
            #expect(changes.changes.map(\.uid) == ["PAR-69029-003"])
            rows[0][3] = ""
            _ = try await publish(rows, at: 2, in: store, document: document)
            let shown = try await store.changes(since: changes.next, limit: 10)
            #expect(shown.changes.map(\.kind) == [.added])
            #expect(try await store.life(of: "PAR-69029-002", schema: "parcs").isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func changesAreToldOnceInOrderAndWithoutSecrets(engine: Engine) async throws {
        try await engine.withStore { store in
            _ = try await publish(Example.bron, at: 1, in: store)
            var rows = Example.bron
            rows[0][5] = "Dominique SECRET"
            _ = try await publish(rows, at: 2, in: store)
            rows[1][1] = "Étang neuf"
            rows.removeLast()
            _ = try await publish(rows, at: 3, in: store)
            var told: [RowChange] = []
            var cursor: Int64 = 0
            repeat {
                let page = try await store.changes(since: cursor, limit: 2)
                told += page.changes
                cursor = page.next
                if !page.hasMore { break }
            } while told.count < 20
            #expect(told.map(\.kind) == [.added, .added, .added, .changed, .removed])
            #expect(told.map(\.cursor) == told.map(\.cursor).sorted())
            #expect(!String(describing: told).contains("SECRET"))
            #expect(told[3].values["nom"] == "Étang neuf")
            #expect(try await store.changes(since: cursor, limit: 2).changes.isEmpty)
            let inside = try await store.changes(since: 0, limit: 20, for: .commune("69029"))
            #expect(inside.changes.count == 6)
            let life = try await store.life(of: "PAR-69029-003", schema: "parcs")
            #expect(life.map(\.kind) == [.removed, .added])
        }
    }

    @Test(arguments: Engine.all)
    func losingMostOfWhatIsPublishedMustBeConfirmed(engine: Engine) async throws {
        try await engine.withStore { store in
            let many = (1...20).map { ["PAR-69029-\($0)", "Parc \($0)", "69029", "", "", "", ""] }
            _ = try await publish(many, at: 1, in: store)
            let few = Example.table(Array(many.prefix(3)))
            await #expect(throws: StoreError.self) {
                try await store.publish(Example.draft(at: 2), rows: few, schemaDocument: Example.document)
            }
            #expect(try await store.edition(of: "parcs")?.rowCount == 20)
            let some = try await publish(Array(many.prefix(12)), at: 3, in: store).difference
            #expect(some.isWorrying && !some.mustBeConfirmed)
            try await store.publish(
                Example.draft(at: 4), rows: Example.table([many[0]]), schemaDocument: Example.document,
                acceptingLoss: true)
            #expect(try await store.edition(of: "parcs")?.rowCount == 1)
        }
    }
}
