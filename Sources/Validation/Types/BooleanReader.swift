/// True and false, in the words that the schema gives.
struct BooleanReader: CellReader {
    static let usualTrue = ["true", "True", "TRUE", "1"]
    static let usualFalse = ["false", "False", "FALSE", "0"]

    private let words: [(bytes: [UInt8], truth: Bool)]

    // Where a word is on both sides, it is false: the schema that says so is read as Validata reads it.
    init(trueWords: [String] = usualTrue, falseWords: [String] = usualFalse) {
        words = falseWords.map { (Array($0.utf8), false) } + trueWords.map { (Array($0.utf8), true) }
    }

    func read(_ cell: Bytes) -> Logical? {
        for word in words where cell.equals(word.bytes) { return .truth(word.truth) }
        return nil
    }

    func read(_ tree: JSONTree) -> Logical? {
        switch tree {
        case .truth(let truth): .truth(truth)
        case .text(let text): text.withBytes(read)
        default: nil
        }
    }
}
