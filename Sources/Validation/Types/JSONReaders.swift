/// JSON objects.
struct ObjectReader: CellReader {
    func read(_ cell: Bytes) -> Logical? { JSONTree(cell).flatMap(read) }
    func read(_ tree: JSONTree) -> Logical? {
        if case .text(let text) = tree { return text.withBytes(read) }
        return tree.isObject ? .json(tree) : nil
    }
}

/// JSON arrays.
struct ArrayReader: CellReader {
    func read(_ cell: Bytes) -> Logical? { JSONTree(cell).flatMap(array) }
    func read(_ tree: JSONTree) -> Logical? {
        if case .text(let text) = tree { return text.withBytes(read) }
        return array(tree)
    }

    private func array(_ tree: JSONTree) -> Logical? { tree.items == nil ? nil : .json(tree) }
}

/// Values of one type, separated by a sign (Table Schema 2).
struct ListReader: CellReader {
    var delimiter = ","
    let item: any CellReader

    func read(_ cell: Bytes) -> Logical? {
        var items: [Logical] = []
        for part in cell.split(separator: Array(delimiter.utf8), omittingEmptySubsequences: false) {
            guard let value = item.read(Bytes(rebasing: part)) else { return nil }
            items.append(value)
        }
        return .list(items)
    }
}
