import Catalog
import Editions
import Store
import Tables

/// Looks at a store after a crash, and says what is wrong with it.
struct Examination {
    let store: ReleaseStore
    var dice: Dice
    private(set) var faults: [String] = []

    init(_ store: ReleaseStore, dice: Dice) {
        self.store = store
        self.dice = dice
    }

    /// - Returns: whether the step that was open came about; nil where none was.
    mutating func run(_ expectation: inout Expectation) async throws -> Bool? {
        let cameAbout = try await settle(&expectation)
        let releases = try await store.releases()
        for commune in Parks.communes {
            let now = releases.filter { $0.commune.code == commune.code }
            if now.map(\.id) != [expectation.current[commune.code]].compactMap({ $0 }) {
                faults.append("\(commune.code): current is \(now.map(\.id)), expected \(expectation.current)")
            }
            try await readAgain(commune, expectation)
        }
        try await readEdition(expectation)
        expectation.looked()
        return cameAbout
    }

    /// Whether the open step is there: then it must be whole, and nobody may have been told the contrary.
    private mutating func settle(_ expectation: inout Expectation) async throws -> Bool? {
        var strangers: [Release] = []
        for commune in Parks.communes {
            let history = try await store.history(schema: Parks.schema, commune: commune.code)
            let known = expectation.releases.filter { $0.value.commune == commune.code }
            let missing = Set(known.keys).subtracting(history.map(\.id))
            if !missing.isEmpty { faults.append("lost: \(missing.sorted())") }
            strangers += history.filter { known[$0.id] == nil }
        }
        let open = expectation.open
        guard let stranger = strangers.first else {
            expectation.forget()
            return open.map { _ in false }
        }
        if strangers.count > 1 || open?.commune != stranger.commune.code {
            faults.append("releases that nobody made: \(strangers.map(\.id))")
        }
        if open?.isDenied == true { faults.append("\(stranger.id) is there, although it was said that it is not") }
        expectation.settle(stranger.id)
        return true
    }

    /// Reads the releases that are new since the last look, and some old ones.
    private mutating func readAgain(_ commune: Place, _ expectation: Expectation) async throws {
        let own = expectation.releases.filter { $0.value.commune == commune.code }.keys.sorted()
        let chosen = Set(own.shuffled(using: &dice).prefix(3)).union(
            expectation.fresh.filter { expectation.releases[$0]?.commune == commune.code })
        for id in chosen.sorted() {
            let rows = try await store.internalRows(release: id)
            let expected = Parks.table(expectation.releases[id]?.state ?? 0, of: commune)
            if rows.map({ table in (0..<table.rowCount).map(table.row) }) != (0..<expected.rowCount).map(expected.row)
                || rows?.geometries != expected.geometries
            {
                faults.append("\(id) is not whole")
            }
        }
    }

    /// What everybody sees is the current state of each commune, without what is secret.
    private mutating func readEdition(_ expectation: Expectation) async throws {
        let edition = try await store.edition(of: Parks.schema)
        let seen = edition.map { edition in (0..<edition.rowCount).map { edition.table.row($0) } } ?? []
        let expected = Parks.communes.flatMap { commune in
            expectation.state(of: commune.code).map { Parks.rows($0, of: commune).map { Array($0.dropLast()) } } ?? []
        }
        if Set(seen) != Set(expected) || seen.count != expected.count {
            faults.append("the edition has \(seen.count) rows, or others than the \(expected.count) of the releases")
        }
    }
}
