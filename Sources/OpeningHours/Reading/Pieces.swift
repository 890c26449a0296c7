import Spelling

/// The smallest parts of a text: a word, a number, a mark, or a quoted comment.
struct Piece: Hashable {
    enum Kind { case word, number, mark, comment }

    var kind: Kind
    /// A word in lower case without accents, the digits of a number, a mark in its plain form.
    var key: String
    /// What is written.
    var raw: String
    var spaceBefore: Bool
}

/// Cuts a text into pieces. `8h30` is three of them: a number, a word, a number.
func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Substring(text)
    var space = false
    while let first = rest.first {
        let kind = kind(of: first)
        if kind == nil {
            space = true
            if first.isNewline { pieces.append(Piece(kind: .mark, key: ";", raw: "\n", spaceBefore: true)) }
            rest.removeFirst()
            continue
        }
        if let comment = comment(at: rest) {
            let inner = comment.dropFirst().dropLast().trimmingSpaces
            pieces.append(Piece(kind: .comment, key: inner, raw: inner, spaceBefore: space))
            rest = rest[comment.endIndex...]
        } else {
            let raw = kind == .mark ? rest.prefix(1) : rest.prefix { OpeningHours.kind(of: $0) == kind }
            let key = kind == .mark ? plainMark(first) : raw.folded
            if !key.isEmpty {
                pieces.append(Piece(kind: kind ?? .mark, key: key, raw: String(raw), spaceBefore: space))
            }
            rest = rest[raw.endIndex...]
        }
        space = false
    }
    return pieces
}

private func kind(of character: Character) -> Piece.Kind? {
    if character.isWhitespace { return nil }
    if character.isNumber { return character.wholeNumberValue == nil ? .mark : .number }
    return character.isLetter ? .word : .mark
}

/// The comment that starts here, with its quotes.
private func comment(at text: Substring) -> Substring? {
    let closing: [Character: Character] = ["\"": "\"", "“": "”", "«": "»", "„": "“"]
    guard let first = text.first, let last = closing[first] else { return nil }
    guard let end = text.dropFirst().firstIndex(of: last), text.index(after: text.startIndex) < end else { return nil }
    return text[...end]
}

/// One mark for all those that mean the same.
private func plainMark(_ mark: Character) -> String {
    switch mark {
    case "-", "‐", "‑", "‒", "–", "—", "―", "−", "－", "ー", "~", "→": "-"
    case ":", "：": ":"
    case ";", "；", "|", "•": ";"
    case ",", "，": ","
    case "'", "’", "‘", "`": ""
    default: String(mark)
    }
}

extension Substring {
    var trimmingSpaces: String {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
