import Catalog
import Editions
import Foundation
import Store
import Tables
import Testing

/// A store moves from one engine to the other, and back, and nothing is lost on the way.
@Suite struct CopyTests {
    @Test(.serialized, arguments: Engine.all, Engine.all)
    func aCopyIsTheSameStore(from: Engine, to: Engine) async throws {
        let original = try await from.home().store()
        try await fill(original)
        let copy = try await to.home().store()
        try await original.copy(to: copy)
        try await expectSame(original, copy)

        // Both go on alike: what is counted is counted on.
        for store in [original, copy] {
            try await publish([Example.bron[2], Example.bron[0]], at: 9, in: store)
        }
        #expect(try await original.stamp() == copy.stamp())
        #expect(try await original.edition(of: "parcs")?.uids == copy.edition(of: "parcs")?.uids)
        await #expect(throws: StoreError.self) { try await original.copy(to: copy) }
    }

    /// Each copy has two threads at work, and none of those that Swift's tasks need.
    @Test(arguments: Engine.all)
    func severalCopiesAtOnceDoNotWaitForEachOther(engine: Engine) async throws {
        let original = try await engine.home().store()
        try await fill(original)
        try await withThrowingTaskGroup(of: ReleaseStore.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let copy = try await Engine.sqlite.home().store()
                    try await original.copy(to: copy)
                    return copy
                }
            }
            for try await copy in group { #expect(try await copy.releases() == original.releases()) }
        }
    }

    /// Releases of two communes, a change, a loss, a roll-back, and texts that are hard to copy.
    private func fill(_ store: ReleaseStore) async throws {
        let first = try await publish(Example.bron, at: 1, in: store)
        var rows = Example.bron
        rows[1][1] = "Étang \\N\t« l'été »\r\n\\. 漢字 🌳 ''; --"
        rows.removeLast()
        try await publish(
            rows, at: 2, in: store, origins: Origins([1: ["nom": Origin(rule: "letter-case", before: "É\\")]]))
        try await publish([], at: 3, in: store, commune: Place(code: "69283", name: "Mions"))
        try await store.restore(release: first.id, at: Date(timeIntervalSince1970: 4.125), agent: "équipe")
        try await publish(rows, at: 5, in: store)
    }

    @discardableResult
    private func publish(
        _ rows: [[String]], at seconds: Double, in store: ReleaseStore,
        commune: Place = Place(code: "69029", name: "Bron"), origins: Origins = Origins()
    ) async throws -> Release {
        try await store.publish(
            Example.draft(commune, at: seconds), rows: Example.table(rows), schemaDocument: Example.document,
            origins: origins)
    }

    private func expectSame(_ original: ReleaseStore, _ copy: ReleaseStore) async throws {
        #expect(try await original.releases() == copy.releases())
        let history = try await original.history(schema: "parcs", commune: "69029")
        #expect(try await copy.history(schema: "parcs", commune: "69029") == history)
        for release in history {
            let (before, after) = (
                try await original.internalRows(release: release.id), try await copy.internalRows(release: release.id)
            )
            #expect(before.map(lines) == after.map(lines))
            #expect(before?.geometries == after?.geometries)
        }
        for audience in [Audience.everybody, .territory] {
            let (before, after) = (
                try await original.edition(of: "parcs", for: audience),
                try await copy.edition(of: "parcs", for: audience)
            )
            #expect(before?.tag == after?.tag)
            #expect(before?.uids == after?.uids)
            #expect(before?.changedAt == after?.changedAt)
            #expect(before.map { lines($0.table) } == after.map { lines($0.table) })
            let told = try await original.changes(since: 0, limit: 100, for: audience)
            let toldAfter = try await copy.changes(since: 0, limit: 100, for: audience)
            #expect(told.changes == toldAfter.changes)
            #expect(told.next == toldAfter.next)
        }
        let uid = "PAR-69029-002"
        #expect(
            try await original.internalOrigins(of: uid, schema: "parcs")
                == copy.internalOrigins(of: uid, schema: "parcs"))
    }

    private func lines(_ table: CleanTable) -> [[String]] { [table.fields] + (0..<table.rowCount).map(table.row) }
}
