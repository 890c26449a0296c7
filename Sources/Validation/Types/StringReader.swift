/// Text, in one of the formats of Table Schema.
struct StringReader: CellReader {
    let format: String

    func read(_ cell: Bytes) -> Logical? {
        switch format {
        case "email": MailAddress.accepts(cell) ? .text(cell.text) : nil
        case "uri": WebAddress.accepts(cell) ? .text(cell.text) : nil
        case "uuid": UniversalIdentifier.accepts(cell) ? .text(cell.text) : nil
        case "binary": Base64.accepts(cell) ? .text(cell.text) : nil
        case "wkt": WellKnownText.accepts(cell) ? .text(cell.text) : nil
        default: .text(cell.text)
        }
    }
}

/// Any value at all.
struct AnyReader: CellReader {
    func read(_ cell: Bytes) -> Logical? { .text(cell.text) }
    func read(_ tree: JSONTree) -> Logical? {
        if case .text(let text) = tree { .text(text) } else { .json(tree) }
    }
}
