/// A sentence for people, in every language of the house.
///
/// Whatever a person reads is a `Text`, so that a sentence cannot exist in one language only.
/// Which language is shown is decided at the edge: a page, a workbook, a command.
public struct Text: Hashable, Sendable {
    /// French, the language of our users.
    public let fr: String
    /// English.
    public let en: String

    /// A sentence in both languages.
    public init(fr: String, en: String) {
        self.fr = fr
        self.en = en
    }

    /// Words that are the same in every language: a name, a number, what somebody typed.
    public init(verbatim words: String) {
        self.init(fr: words, en: words)
    }

    /// The sentence in one language.
    public func `in`(_ language: Language) -> String {
        switch language {
        case .french: fr
        case .english: en
        }
    }

    /// Two sentences, one after the other.
    public static func + (first: Text, second: Text) -> Text {
        Text(fr: first.fr + " " + second.fr, en: first.en + " " + second.en)
    }
}

/// A language in which Gabarit speaks to people. French comes first.
public enum Language: String, Sendable, CaseIterable, Codable {
    case french = "fr"
    case english = "en"
}
