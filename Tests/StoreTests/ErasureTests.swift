import Catalog
import Editions
import Foundation
import Store
import Tables
import Testing

/// What should never have been published is taken out of the past, and nothing else.
@Suite struct ErasureTests {
    private static let secret = "06 12 34 56 78"

    private func publish(_ rows: [[String]], at seconds: Double, in store: ReleaseStore) async throws {
        let origins = Origins([0: ["acces": Origin(rule: "spaces", before: " \(Self.secret)")]])
        try await store.publish(
            Example.draft(at: seconds), rows: Example.table(rows), schemaDocument: Example.document, origins: origins)
    }

    /// Everything that the public can read of the past.
    private func past(_ store: ReleaseStore) async throws -> String {
        var read = "\(try await store.changes(since: 0, limit: 1000).changes)"
        read += "\(try await store.life(of: "PAR-69029-001", schema: "parcs"))"
        for second in 1...3 {
            let moment = Date(timeIntervalSince1970: Double(second))
            let edition = try await store.edition(of: "parcs", at: moment)
            for row in 0..<(edition?.rowCount ?? 0) {
                read += edition?.table.fields.map { edition?.table.value($0, row: row) ?? "" }.joined() ?? ""
            }
        }
        return read
    }

    @Test(arguments: Engine.all)
    func aMistakeLeavesThePast(engine: Engine) async throws {
        try await engine.withStore { store in
            var rows = Example.bron
            rows[0][4] = Self.secret
            try await publish(rows, at: 1, in: store)
            rows[1][1] = "Étang"
            try await publish(rows, at: 2, in: store)
            rows[0][4] = "piéton"
            try await publish(rows, at: 3, in: store)
            #expect(try await past(store).contains(Self.secret))
            let (before, stamp) = (try await store.edition(of: "parcs"), try await store.stamp())
            #expect(try await store.erase(field: "acces", of: "PAR-69029-001", schema: "parcs", agent: "x") == 1)
            #expect(!(try await past(store)).contains(Self.secret))
            #expect(try await past(store).contains("Étang des Brosses"))
            // What is published is the same, as old as it was, and everybody is told to read again.
            let after = try await store.edition(of: "parcs")
            #expect(after?.changedAt == before?.changedAt && after?.uids == before?.uids)
            #expect(after?.record.lastPublished == before?.record.lastPublished)
            #expect(try await store.stamp() > stamp && after?.tag != before?.tag)
            #expect(try await store.releases().map(\.kind) == [.erasure])
            #expect(try await store.erase(field: "acces", of: "PAR-69029-001", schema: "parcs") == 0)
        }
    }

    @Test(arguments: Engine.all)
    func whatIsStillPublishedStays(engine: Engine) async throws {
        try await engine.withStore { store in
            try await publish(Example.bron, at: 1, in: store)
            var rows = Example.bron
            rows[0][3] = "1"
            try await publish(rows, at: 2, in: store)
            let stamp = try await store.stamp()
            #expect(try await store.erase(field: "nom", of: "PAR-69029-001", schema: "parcs") == 0)
            #expect(try await store.erase(field: "rien", of: "PAR-69029-001", schema: "parcs") == 0)
            #expect(try await store.erase(field: "nom", of: "PAR-69029-999", schema: "parcs") == 0)
            #expect(try await store.stamp() == stamp)
        }
    }

    @Test(arguments: Engine.all)
    func anObjectThatIsGoneIsForgottenToo(engine: Engine) async throws {
        try await engine.withStore { store in
            var rows = Example.bron
            rows[0][4] = Self.secret
            try await publish(rows, at: 1, in: store)
            try await publish(Array(rows.dropFirst()), at: 2, in: store)
            #expect(try await store.erase(field: "acces", of: "PAR-69029-001", schema: "parcs") == 1)
            #expect(!(try await past(store)).contains(Self.secret))
        }
    }
}
