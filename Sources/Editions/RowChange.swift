public import Foundation

/// What happened to one object, as an audience may know it: a change of a value that it may not see is none.
public struct RowChange: Sendable, Hashable {
    /// What happened.
    public enum Kind: String, Sendable, Hashable {
        case added, changed, removed
    }

    /// Where it stands among all changes of the territory: grows with time.
    public var cursor: Int64
    /// What happened.
    public var kind: Kind
    /// The dataset.
    public var schema: String
    /// The object.
    public var uid: String
    /// The commune that released it.
    public var commune: String
    /// The release.
    public var release: String
    /// When it was released.
    public var date: Date
    /// What the object is now, by field; empty where it was removed.
    public var values: [String: String]
    /// What the object was before, by field; empty where it was added.
    public var before: [String: String]
    /// Whether it stands elsewhere than before.
    public var hasMoved: Bool

    /// A change.
    public init(
        cursor: Int64, kind: Kind, schema: String, uid: String, commune: String, release: String, date: Date,
        values: [String: String], before: [String: String] = [:], hasMoved: Bool = false
    ) {
        self.cursor = cursor
        self.kind = kind
        self.schema = schema
        self.uid = uid
        self.commune = commune
        self.release = release
        self.date = date
        self.values = values
        self.before = before
        self.hasMoved = hasMoved
    }
}

/// Some changes, and where to go on.
public struct ChangePage: Sendable {
    /// The changes, the oldest first.
    public var changes: [RowChange]
    /// The cursor to ask for next: that of the last change that was looked at.
    public var next: Int64
    /// Whether more is there already.
    public var hasMore: Bool

    /// Some changes.
    public init(changes: [RowChange], next: Int64, hasMore: Bool) {
        self.changes = changes
        self.next = next
        self.hasMore = hasMore
    }
}
