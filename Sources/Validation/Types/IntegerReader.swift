/// Whole numbers.
struct IntegerReader: CellReader {
    var groupSign = ""
    /// Whether nothing may stand around the number (`95 %`).
    var isBare = true

    func read(_ cell: Bytes) -> Logical? {
        if isBare, groupSign.isEmpty { return ExactNumber(integer: cell).map(Logical.number) }
        var text = cell.stripped.text
        if !isBare { text = Unit.removed(from: text) }
        if !groupSign.isEmpty { text = text.replacing(groupSign, with: "") }
        return text.withBytes { ExactNumber(integer: $0) }.map(Logical.number)
    }

    func read(_ tree: JSONTree) -> Logical? {
        switch tree {
        case .number(let number, _): number.isWhole ? .number(number) : nil
        case .text(let text): text.withBytes(read)
        default: nil
        }
    }
}
