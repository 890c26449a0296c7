/// Reads the cells of one type. One file of this folder a type; `FieldPlan` chooses among them.
protocol CellReader: Sendable {
    /// The value that a cell stands for; nil where it is none of the type. The cell is not a missing value.
    func read(_ cell: Bytes) -> Logical?
    /// The value that a JSON document writes for this type: a bound, an allowed value, an item of an array.
    func read(_ tree: JSONTree) -> Logical?
}

extension CellReader {
    func read(_ tree: JSONTree) -> Logical? {
        guard case .text(let text) = tree else { return nil }
        return text.withBytes(read)
    }
}
