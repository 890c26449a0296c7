import Spelling

/// The words of a column of free lists: what stands alone somewhere can be told from its neighbours elsewhere.
struct FreeWords {
    /// What stands alone somewhere, in the singular.
    private var alone: Set<String>
    /// By its singular, how often each spelling was met.
    private var spellings: [String: [String: Int]] = [:]

    init(_ column: Set<String>) {
        let short = column.filter { $0.utf8.count <= 200 }
        let parts = short.map { Self.parts(of: $0, at: ["|", ";", ",", "\n", "+", "•"]) }
        alone = Set(parts.joined().map(\.singularKey))
        // What a known neighbour cuts off stands alone from then on.
        var pieces: [[String]] = []
        for cells in parts { pieces.append(cells.flatMap { cut($0) }) }
        alone.formUnion(pieces.joined().map(\.singularKey))
        for piece in pieces.joined() { spellings[piece.singularKey, default: [:]][piece, default: 0] += 1 }
    }

    /// The spelling that most others of the column use, where there is one.
    func usual(_ piece: String) -> String {
        guard let others = spellings[piece.singularKey], others.count > 1,
            let most = others.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
        else { return piece }
        return most.value >= 3 && most.value >= 2 * (others[piece] ?? 0) ? most.key : piece
    }

    /// The parts of a text at hyphens, slashes and « et » where what stands on both sides is known from elsewhere; a
    /// name of several words on one side is enough.
    func cut(_ text: String) -> [String] {
        guard text.utf8.count <= 400 else { return [text] }
        let pieces = Self.pieces(of: text)
        guard pieces.count > 1, pieces.count <= 20 else { return [text] }
        if pieces.allSatisfy({ isKnown($0) }) || isRow(pieces) { return pieces.map { String($0).withoutOuterSpace } }
        for length in 1..<pieces.count {
            for start in 0...(pieces.count - length) {
                let known = Self.spelling(pieces[start..<start + length], in: text)
                guard isName(known) else { continue }
                let sides = [pieces[..<start], pieces[(start + length)...]].map { Self.spelling($0, in: text) }
                // What « et » has parted once, it parts again.
                let isParted = text.contains(" et \(known)")
                let rests = sides.map { side in
                    side.isEmpty ? [] : cut(side).flatMap { isParted ? $0.split(" et ") : [$0] }
                }
                return rests[0] + [known] + rests[1]
            }
        }
        return isLedByKnown(pieces) ? pieces.map { String($0).withoutOuterSpace } : [text]
    }

    /// The text between hyphens, slashes and « et ».
    private static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let isMark = text[index] == "-" || text[index] == "/"
            let isWord = text[index] == " " && text[index...].hasPrefix(" et ")
            let end = isMark ? text.index(after: index) : isWord ? text.index(index, offsetBy: 4) : nil
            if let end {
                if start < index { pieces.append(text[start..<index]) }
                start = end
                index = end
            } else {
                index = text.index(after: index)
            }
        }
        if start < text.endIndex { pieces.append(text[start...]) }
        return pieces
    }

    private func isKnown(_ piece: Substring) -> Bool { alone.contains(String(piece).singularKey) }

    /// Three pieces or more, known at both ends: what stands between them is one of the row.
    private func isRow(_ pieces: [Substring]) -> Bool {
        guard pieces.count > 2, let first = pieces.first, let last = pieces.last else { return false }
        return isKnown(first) && isKnown(last)
            && zip(pieces, pieces.dropFirst()).allSatisfy { isKnown($0) || isKnown($1) }
    }

    /// `observatoire-potager pédagogique`: a known word, a hyphen, and several words that no hyphen would join to it.
    private func isLedByKnown(_ pieces: [Substring]) -> Bool {
        pieces.count == 2 && isKnown(pieces[0]) && pieces[1].contains(" ") && String(pieces[0]).folded.utf8.count > 6
            && !pieces[0].contains(" ")
    }

    private func isName(_ words: String) -> Bool {
        let key = words.singularKey
        return key.contains(" ") && alone.contains(key)
    }

    /// The pieces as the text spells them, with whatever stands between them.
    private static func spelling(_ pieces: ArraySlice<Substring>, in text: String) -> String {
        guard let first = pieces.first, let last = pieces.last else { return "" }
        return String(text[first.startIndex..<last.endIndex]).withoutOuterSpace
    }

    /// The parts between separators; what stands in parentheses stays whole, and so does a decimal comma.
    static func parts(of text: String, at separators: Set<Character>) -> [String] {
        var parts = [""]
        var depth = 0
        var last: Character = " "
        var rest = text[...]
        while let character = rest.popFirst() {
            if character == "(" { depth += 1 }
            if character == ")" { depth = max(0, depth - 1) }
            let isDecimal = character == "," && last.isNumber && rest.first?.isNumber == true
            if depth == 0, !isDecimal, separators.contains(character) {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
            last = character
        }
        return parts.map(\.withoutOuterSpace).filter { !$0.isEmpty }
    }
}

extension String {
    fileprivate func split(_ word: String) -> [String] {
        split(separator: word).map { String($0).withoutOuterSpace }
    }
}
