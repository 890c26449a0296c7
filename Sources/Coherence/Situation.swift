public import Schemas
public import Tables

/// A clean table among what is known beside it: the last release of the same dataset, and the other datasets of the
/// commune.
public struct Situation: Sendable {
    /// The schema of the table.
    public let schema: Schema
    /// The table.
    public let table: CleanTable
    /// What was published of the same dataset before, if anything was.
    public let previous: CleanTable?
    /// The other datasets of the same commune.
    public let neighbours: [Neighbour]

    /// Another dataset of the same commune.
    public struct Neighbour: Sendable {
        /// Its schema.
        public let schema: Schema
        /// Its rows.
        public let table: CleanTable

        /// A dataset.
        public init(schema: Schema, table: CleanTable) {
            self.schema = schema
            self.table = table
        }
    }

    /// A table and what is known beside it.
    public init(schema: Schema, table: CleanTable, previous: CleanTable? = nil, neighbours: [Neighbour] = []) {
        self.schema = schema
        self.table = table
        self.previous = previous
        self.neighbours = neighbours
    }

    /// The cells of the first field of a meaning.
    func cells(_ meaning: Field.Meaning) -> Cells? {
        schema.fields.firstIndex { $0.meaning == meaning }.map { table.columns[$0] }
    }

    /// What is said of rows, with their numbers as the spreadsheet shows them.
    func numbers(_ rows: [Int]) -> [Int] { rows.map { table.rowNumbers[$0] } }
}
