/// What the rows of one group have in common.
public enum GroupKey: Sendable, Hashable {
    /// The value of an expression: a property, `year(date)`. A list counts as one value.
    case value(FilterExpression)
    /// Each item of a list property: a row stands in as many groups as it has items.
    case items(String)
    /// The range of a number: between two bounds that follow one another, the upper one left out. Beyond the first
    /// and the last bound, ranges are open.
    case ranges(FilterExpression, bounds: [Double])
    /// The range of a number, all of one width, counted from zero.
    case width(FilterExpression, Double)
}

/// What is worked out of the rows of one group. Rows without a value do not count.
public enum Measure: Sendable, Hashable {
    /// How many rows there are.
    case count
    /// How many rows have a value.
    case countOf(FilterExpression)
    case countDistinct(FilterExpression)
    case sum(FilterExpression)
    case average(FilterExpression)
    case minimum(FilterExpression)
    case maximum(FilterExpression)
    case median(FilterExpression)
    /// The value below which so many percent of the values lie, between neighbours in a straight line.
    case percentile(FilterExpression, Double)
}

/// Rows that have the same keys.
public struct Group: Sendable, Hashable {
    /// The keys, in the order that was asked for.
    public var keys: [QueryValue]
    /// The measures, in the order that was asked for.
    public var measures: [QueryValue]
    /// How many rows there are.
    public var count: Int

    /// A group.
    public init(keys: [QueryValue], measures: [QueryValue], count: Int) {
        self.keys = keys
        self.measures = measures
        self.count = count
    }
}
