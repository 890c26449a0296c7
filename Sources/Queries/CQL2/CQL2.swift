/// The Common Query Language of OGC (CQL2, 21-065r2), in both its writings.
///
/// What is read is a ``FilterExpression``; whether its properties and functions exist, and whether its types go
/// together, is judged when it is evaluated over an edition.
public enum CQL2 {
    /// Reads CQL2 text (`nom LIKE 'Parc%' AND surface > 100`).
    public static func text(_ text: String) throws(QueryError) -> FilterExpression {
        var reader = TextReader(text)
        return try reader.whole()
    }

    /// Reads CQL2 JSON (`{"op":"=","args":[{"property":"nom"},"Parc"]}`).
    public static func json(_ bytes: [UInt8]) throws(QueryError) -> FilterExpression {
        try JSONReading.expression(JSONTree(reading: bytes))
    }

    /// How deep a filter may be nested: far more than people write, and far less than a stack holds.
    static let deepest = 128

    /// The operators by their JSON names, in lower case: what is written in any mixture of cases is one of these.
    static let operators: [String: String] = Dictionary(
        uniqueKeysWithValues: [
            "and", "or", "not", "=", "<>", "<", ">", "<=", ">=", "like", "between", "in", "isNull", "casei", "accenti",
            "+", "-", "*", "/", "%", "div", "^",
            "s_intersects", "s_equals", "s_disjoint", "s_touches", "s_within", "s_overlaps", "s_crosses", "s_contains",
            "t_after", "t_before", "t_contains", "t_disjoint", "t_during", "t_equals", "t_finishedBy", "t_finishes",
            "t_intersects", "t_meets", "t_metBy", "t_overlappedBy", "t_overlaps", "t_startedBy", "t_starts",
            "a_equals", "a_contains", "a_containedBy", "a_overlaps",
        ].map { ($0.lowercased(), $0) })
}
