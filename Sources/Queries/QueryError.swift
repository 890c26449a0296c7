/// A question that cannot be understood: what is wrong with it, and where.
public struct QueryError: Error, Sendable, Hashable {
    /// What is wrong, in one English sentence for developers.
    public var message: String
    /// Where in the text of the question it was seen, counted in bytes from zero; nil where there is no text.
    public var position: Int?

    /// An error.
    public init(_ message: String, at position: Int? = nil) {
        self.message = message
        self.position = position
    }
}
