/// A regular expression that is compiled once and may be shared.
///
/// A regex literal inside a function is parsed and compiled anew at each call, which costs a hundred times the match.
/// Keep it in a `static let` of this type instead.
public struct Shape<Output>: @unchecked Sendable {
    // A literal holds no closure: nothing in it changes but the compiled program, which is set atomically.
    private let regex: Regex<Output>

    /// The shape that a regex literal describes.
    public init(_ regex: Regex<Output>) { self.regex = regex }

    /// The match of the whole text.
    public func wholeMatch(in text: some StringProtocol) -> Regex<Output>.Match? {
        try? regex.wholeMatch(in: Substring(text))
    }

    /// The first match in the text.
    public func firstMatch(in text: some StringProtocol) -> Regex<Output>.Match? {
        try? regex.firstMatch(in: Substring(text))
    }

    /// The match at the beginning of the text.
    public func prefixMatch(in text: some StringProtocol) -> Regex<Output>.Match? {
        try? regex.prefixMatch(in: Substring(text))
    }

    /// Whether the whole text has the shape.
    public func fits(_ text: some StringProtocol) -> Bool { wholeMatch(in: text) != nil }

    /// The text with every match replaced.
    public func replacing(in text: String, with replacement: String) -> String {
        text.replacing(regex, with: replacement)
    }

    /// All matches, from left to right.
    public func matches(in text: some StringProtocol) -> [Regex<Output>.Match] { Substring(text).matches(of: regex) }
}
