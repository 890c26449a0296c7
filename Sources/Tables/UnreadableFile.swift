public import Texts

/// The bytes cannot be read as what they claim to be. The sentence says what is wrong and what to do.
public struct UnreadableFile: Error, Sendable, CustomStringConvertible {
    /// What to tell the sender.
    public let text: Text

    /// An unreadable file.
    public init(_ text: Text) { self.text = text }

    public var description: String { text.fr }
}
