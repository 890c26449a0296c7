public import Texts

/// A file could not be written: a program misses, the disk is full, the format cannot hold so much.
public struct UnwritableFile: Error, Sendable, CustomStringConvertible {
    /// What to tell the caller.
    public let text: Text

    init(_ text: Text) { self.text = text }

    public var description: String { text.fr }
}
