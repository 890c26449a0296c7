/// How many objects a release touched, as far as an audience may know of them.
public struct ChangeTally: Sendable, Hashable {
    /// How many were added.
    public var added: Int
    /// How many were changed.
    public var changed: Int
    /// How many were removed.
    public var removed: Int

    /// A count.
    public init(added: Int = 0, changed: Int = 0, removed: Int = 0) {
        self.added = added
        self.changed = changed
        self.removed = removed
    }

    /// Whether nothing changed.
    public var isEmpty: Bool { self == ChangeTally() }
}
