import Databases

/// The tables, step by step. A step that was released is never edited; a new one is added at the end.
enum Migrations {
    /// One step: its name stands in the database once it was taken.
    private struct Step {
        let name: String
        let run: @Sendable (any Session) throws -> Void
    }

    /// What stands among the steps while a copy is under way: whoever opens a half is told.
    static let unfinishedCopy = "unfinished-copy"

    private static let steps = [
        Step(name: "0.2-rows-with-a-life", run: LifeTables.create),
        Step(name: "0.2-rows-of-0.1", run: FirstTables.move),
        Step(name: "0.2-access", run: AccessTables.create),
        Step(name: "0.2-hidden-rows", run: LifeTables.indexHiddenRows),
    ]

    /// Brings a database up to date; does nothing, quickly, where it is. A database that a newer version of Gabarit
    /// made is refused, since what it holds could be misread.
    static func migrate(_ database: any Database) async throws {
        try await database.write { session in
            try session.run(script: "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY)")
            let taken = Set(try session.all("SELECT name FROM migration") { $0.text(0) })
            if taken.contains(unfinishedCopy) { throw StoreError.unfinishedCopy }
            if let unknown = taken.subtracting(steps.map(\.name)).min() { throw StoreError.newer(step: unknown) }
            for step in steps where !taken.contains(step.name) {
                try step.run(session)
                try session.run("INSERT INTO migration (name) VALUES (?)", [.text(step.name)])
            }
        }
    }
}
