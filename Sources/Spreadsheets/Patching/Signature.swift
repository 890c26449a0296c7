public import Texts

/// The words above everything that we say in a comment, as spreadsheet programs put the name of an author there: by
/// them our own words are told from those of others, whatever program the workbook went through.
public enum Signature {
    static let author = "Gabarit"

    /// A comment of ours.
    public static func sign(_ words: String, in language: Language) -> String {
        Text(fr: "\(author)\u{00A0}:", en: "\(author):").in(language) + "\n" + words
    }

    /// What others said in a comment; empty where all of it is ours.
    public static func othersWords(in comment: String) -> String {
        guard let ours = ourPlace(in: comment) else { return comment }
        var others = comment[..<ours]
        while others.last?.isWhitespace == true { others.removeLast() }
        return String(others)
    }

    /// Where our words begin in a comment, or nil.
    static func ourPlace(in comment: String) -> String.Index? {
        comment.firstMatch(of: /(?:^|\n)Gabarit[ \u{00A0}\u{202F}]?:(?:\s|$)/)?.range.lowerBound
    }
}
