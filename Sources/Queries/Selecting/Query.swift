/// Which rows of an edition are asked for, and in which order.
public struct Query: Sendable, Hashable {
    /// What must be true of a row; nil asks for all.
    public var filter: FilterExpression?
    /// The only rows that may be given; nil is all. Their order does not matter.
    public var rows: [Int]?
    /// What to sort by; none is the order of the edition, which also decides between equals.
    public var sort: [SortKey]
    /// How many rows to leave out at the beginning.
    public var offset: Int
    /// How many rows to give at most; nil is all.
    public var limit: Int?

    /// A question.
    public init(
        filter: FilterExpression? = nil, rows: [Int]? = nil, sort: [SortKey] = [], offset: Int = 0, limit: Int? = nil
    ) {
        self.filter = filter
        self.rows = rows
        self.sort = sort
        self.offset = offset
        self.limit = limit
    }
}

/// What rows are sorted by. Rows without a value come last, in both directions.
public struct SortKey: Sendable, Hashable {
    /// What is compared.
    public var expression: FilterExpression
    /// Whether the greatest comes first.
    public var descending: Bool

    /// Sorted by an expression.
    public init(_ expression: FilterExpression, descending: Bool = false) {
        self.expression = expression
        self.descending = descending
    }

    /// Sorted by a property.
    public init(property: String, descending: Bool = false) {
        self.init(.property(property), descending: descending)
    }
}

/// The rows that answer a question.
public struct Selection: Sendable, Hashable {
    /// The rows, in the order that was asked for, without what `offset` and `limit` leave out.
    public var rows: [Int]
    /// How many rows answer the question in all.
    public var matched: Int

    /// Some of `matched` rows.
    public init(rows: [Int], matched: Int) {
        self.rows = rows
        self.matched = matched
    }
}
