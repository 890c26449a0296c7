public import Editions
public import Tables

/// The rows of a file to write, a few thousand at a time: a file of any length is written in the memory of one batch.
public struct RowBatches {
    /// The names of the fields, in the order of the columns: those of every batch.
    public let fields: [String]
    private let take: () throws -> CleanTable?

    /// Rows that come from elsewhere. `next` gives the next batch, nil after the last one; what it throws ends the file.
    public init(fields: [String], next: @escaping () throws -> CleanTable?) {
        self.fields = fields
        take = next
    }

    /// The rows of a table, all at once: its distinct values are written once.
    public init(_ table: CleanTable) {
        var rest: CleanTable? = table
        self.init(fields: table.fields) {
            defer { rest = nil }
            return rest
        }
    }

    /// Some rows of an edition, by their places; all of them where it is nil.
    public init(_ edition: Edition, rows: [Int]? = nil) {
        self.init(edition.table, rows: rows)
    }

    /// Some rows of a table, by their places; all of them where it is nil.
    public init(_ table: CleanTable, rows: [Int]?) {
        guard let rows else {
            self.init(table)
            return
        }
        var place = 0
        self.init(fields: table.fields) {
            guard place < rows.count else { return nil }
            let end = min(place + Self.usualCount, rows.count)
            defer { place = end }
            return table.keeping(rows: Array(rows[place..<end]))
        }
    }

    /// How many rows a batch should have: enough to profit from values that come again, few enough to stay in the
    /// caches of the processor.
    public static let usualCount = 8192

    /// The next rows; nil after the last ones.
    public func next() throws -> CleanTable? {
        while let batch = try take() {
            precondition(batch.fields == fields, "a batch has other fields than it was said")
            if batch.rowCount > 0 { return batch }
        }
        return nil
    }
}
