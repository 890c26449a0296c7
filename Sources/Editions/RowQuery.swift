public import Catalog
public import Tables

/// Which rows of a dataset are asked for.
public struct RowQuery: Sendable, Hashable {
    /// The name of the schema.
    public var schema: String
    /// The commune; nil is the whole territory. A commune with districts means its districts too.
    public var commune: String?
    /// Words that must all be in the row, whatever the accents and capitals.
    public var search: String
    /// Values that fields must have, or hold where a cell holds several. Unknown fields are ignored.
    public var equals: [String: String]
    /// The field to sort by; nil is by commune, in the order of the file.
    public var sort: String?
    /// Whether the greatest comes first.
    public var descending: Bool
    /// How many rows to leave out at the beginning.
    public var offset: Int
    /// How many rows to give at most; nil is all.
    public var limit: Int?

    /// A question about a dataset.
    public init(
        schema: String, commune: String? = nil, search: String = "", equals: [String: String] = [:],
        sort: String? = nil, descending: Bool = false, offset: Int = 0, limit: Int? = nil
    ) {
        self.schema = schema
        self.commune = commune
        self.search = search
        self.equals = equals
        self.sort = sort
        self.descending = descending
        self.offset = offset
        self.limit = limit
    }
}

/// Some rows, and how many there are in all.
public struct RowPage: Sendable {
    /// The rows.
    public var table: CleanTable
    /// How many rows answer the question, without offset and limit.
    public var total: Int
    /// The identifier of the object that each row is.
    public var uids: [String]

    /// Some of `total` rows.
    public init(table: CleanTable, total: Int, uids: [String]) {
        precondition(uids.count == table.rowCount, "a row misses its identifier")
        self.table = table
        self.total = total
        self.uids = uids
    }
}

/// One object: one row, with the release that holds it.
public struct PublishedObject: Sendable {
    /// A table of exactly one row.
    public var table: CleanTable
    /// The release that holds it.
    public var release: Release

    /// An object.
    public init(table: CleanTable, release: Release) {
        precondition(table.rowCount == 1, "an object is one row")
        self.table = table
        self.release = release
    }
}
