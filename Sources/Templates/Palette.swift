import Spreadsheets
import Texts

/// The looks of the workbooks that we write: dark blue, greys, and tints that stay legible in print.
enum Palette {
    static let ink: Colour = 0x1F2933
    static let navy: Colour = 0x1B3A57
    static let steel: Colour = 0x4F7CA3
    static let mist: Colour = 0xE3EBF3
    static let grey: Colour = 0xF0F2F4
    static let greyInk: Colour = 0x5B6770
    static let white: Colour = 0xFFFFFF

    static let title = CellStyle().with {
        $0.size = 22
        $0.isBold = true
        $0.ink = navy
    }
    static let subtitle = CellStyle().with {
        $0.size = 13
        $0.ink = steel
    }
    static let heading = CellStyle().with {
        $0.size = 14
        $0.isBold = true
        $0.ink = navy
    }
    static let words = CellStyle().with { $0.ink = ink }
    static let tableHead = CellStyle().with {
        $0.isBold = true
        $0.ink = white
        $0.fill = navy
        $0.isFramed = true
        $0.isIndented = true
        $0.wraps = true
    }
    static let tableCell = CellStyle().with {
        $0.ink = ink
        $0.isFramed = true
        $0.wraps = true
        $0.isIndented = true
        $0.isAtTop = true
        $0.numberFormat = "@"
    }
}

extension Text {
    /// The sentence in one language, with the spaces of French that may not break.
    func typeset(in language: Language) -> String {
        guard language == .french else { return en }
        var words = fr
        for sign in [":", "?", "!", ";", "»"] { words = words.replacing(" \(sign)", with: "\u{00A0}\(sign)") }
        return words.replacing("« ", with: "«\u{00A0}")
    }
}

/// The height of a row, in points, in which every text fits the width of its column (in characters). Not every
/// spreadsheet program measures the rows of a file that it opens.
func height(of texts: [(words: String, width: Double)]) -> Double {
    let counts = texts.map { text in
        text.words.split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(0) { $0 + max(1, Int((Double($1.count) / (text.width - 3)).rounded(.up))) }
    }
    return Double(min(26, counts.max() ?? 1)) * 15 + 5
}

/// Words in lines of at most so many characters, cut between words.
func lines(of words: String, upTo limit: Int) -> [String] {
    var lines: [String] = []
    for word in words.split(separator: " ") {
        if let last = lines.last, last.count + 1 + word.count <= limit {
            lines[lines.count - 1] = last + " " + word
        } else {
            lines.append(String(word))
        }
    }
    return lines
}
