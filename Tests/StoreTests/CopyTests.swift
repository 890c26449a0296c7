import Catalog
import Editions
import Foundation
import Store
import Tables
import Testing

/// Everything goes from one engine to the other, and nothing is lost.
@Suite struct CopyTests {
    private func fill(_ store: ReleaseStore) async throws {
        try await store.publish(
            Example.draft(at: 1), rows: Example.table(Example.bron), schemaDocument: Example.document,
            origins: Origins([1: ["nom": Origin(rule: "trim", before: " Étang\u{1F}\n\"x\"")]]))
        var rows = Example.bron
        rows[1][1] = "Étang \"neuf\" \\ d'Écully\tœ 🌳"
        rows.removeLast()
        try await store.publish(Example.draft(at: 2), rows: Example.table(rows), schemaDocument: Example.document)
        try await store.publish(
            Example.draft(Place(code: "69283", name: "Mions"), at: 3),
            rows: Example.table([["PAR-69283-001", "Parc", "69283", "1.5", "", "", ""]]),
            schemaDocument: Example.document)
    }

    /// What anybody could ever ask of a store.
    private func everything(_ store: ReleaseStore) async throws -> [String] {
        var said = [String(describing: try await store.internalReleases())]
        for audience in [Audience.everybody, .commune("69029"), .territory, .service(commune: "69029")] {
            guard let edition = try await store.edition(of: "parcs", for: audience) else { continue }
            said.append(edition.tag + edition.uids.joined() + "\(edition.changedAt) \(edition.table.geometries)")
            said += (0..<edition.rowCount).map { edition.table.row($0).joined(separator: "|") }
            said.append(String(describing: try await store.changes(since: 0, limit: 100, for: audience).changes))
        }
        for release in try await store.history(schema: "parcs", commune: "69029") {
            let table = try await store.internalRows(release: release.id)
            said += (0..<(table?.rowCount ?? 0)).map { table?.row($0).joined(separator: "|") ?? "" }
        }
        said.append(String(describing: try await store.internalOrigins(of: "PAR-69029-002", schema: "parcs")))
        // A dictionary is described in any order.
        return said.map { String($0.sorted()) }
    }

    @Test(arguments: [(Engine.sqlite, Engine.postgreSQL), (.postgreSQL, .sqlite), (.sqlite, .sqlite)])
    func aCopySaysTheSame(from: Engine, to: Engine) async throws {
        try await from.withStore { source in
            try await fill(source)
            try await to.withStore { target in
                try await source.copy(to: target)
                #expect(try await everything(source) == everything(target))
                // Life goes on there, under numbers that nobody bore.
                let next = try await target.publish(
                    Example.draft(at: 4), rows: Example.table(Example.bron), schemaDocument: Example.document)
                #expect(try await target.edition(of: "parcs")?.rowCount == 4)
                #expect(try await target.history(schema: "parcs", commune: "69029").first?.id == next.id)
                #expect(try await target.stamp() > source.stamp())
            }
        }
    }

    @Test func nothingIsCopiedOverAnything() async throws {
        try await Engine.sqlite.withStore { source in
            try await fill(source)
            try await Engine.sqlite.withStore { target in
                try await fill(target)
                await #expect(throws: StoreError.notEmpty) { try await source.copy(to: target) }
            }
        }
    }
}
