public import Pipeline
public import Schemas

/// All classes over all models.
public struct Measurement: Sendable {
    private let schemas: [Schema]
    private let world: World
    private let rows: Int
    private let files: Int
    private let seed: UInt64

    /// So many files of so many rows for each class and model.
    public init(schemas: [Schema], world: World, rows: Int, files: Int, seed: UInt64) {
        self.schemas = schemas
        self.world = world
        self.rows = rows
        self.files = files
        self.seed = seed
    }

    /// What became of the cells. `progress` is told of each model when it is done.
    public func score(classes: [Corruption] = Corruption.all, progress: (Schema) -> Void = { _ in }) throws -> Score {
        var score = Score()
        for schema in schemas {
            let trial = Trial(schema: schema, rows: rows, world: world)
            for corruption in classes {
                for file in 0..<files { try trial.run(corruption, seed: seed + UInt64(file), score: &score) }
            }
            progress(schema)
        }
        return score
    }

    /// What is wrong with the clean files, by model.
    public func faultsOfCleanFiles() throws -> [(model: String, faults: [String])] {
        try schemas.map { schema in
            let trial = Trial(schema: schema, rows: rows, world: world)
            return (schema.name, try (0..<files).flatMap { try trial.faultsOfCleanFile(seed: seed + UInt64($0)) })
        }
    }
}
