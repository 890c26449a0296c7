public import Catalog
public import Tables

/// A question about a row, or a value worked out of it, as CQL2's JSON has it: an operator with arguments.
///
/// CQL2 and ODSQL both end here, so that they are evaluated, checked and written back once.
public indirect enum FilterExpression: Sendable, Hashable {
    /// The value of a property of the row: a field of the schema, `geometry` or `uid`.
    case property(String)
    case text(String)
    case number(Double)
    case boolean(Bool)
    case null
    /// A day: `2019-12-31`.
    case date(String)
    /// An instant: `2019-12-31T08:30:00Z` (RFC 3339).
    case timestamp(String)
    /// What lies between two dates or instants; `.text("..")` is an open end.
    case interval(FilterExpression, FilterExpression)
    /// A shape, in WGS 84 with longitudes first.
    case geometry(Geometry)
    /// Several shapes that make one.
    case geometryCollection([Geometry])
    /// A rectangle; where its west is greater than its east, it spans the antimeridian.
    case box(Extent)
    case array([FilterExpression])
    /// An operator or a function, by its CQL2 JSON name: `and`, `=`, `like`, `isNull`, `s_intersects`, `+`, `search`…
    case call(String, [FilterExpression])
}
