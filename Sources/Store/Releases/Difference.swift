public import Foundation

/// What a new state of a dataset changes in the one that is published.
public struct Difference: Sendable, Hashable {
    /// The identifiers of the objects that are new.
    public var added: [String] = []
    /// The identifiers of the objects of which something changes.
    public var changed: [String] = []
    /// The identifiers of the objects that are no longer there.
    public var removed: [String] = []
    /// How many objects stay as they are.
    public var unchanged = 0

    /// No difference.
    public init() {}

    /// Whether nothing changes.
    public var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

    /// How much of what is published would be lost, from 0 to 1.
    public var loss: Double {
        let before = changed.count + removed.count + unchanged
        return before == 0 ? 0 : Double(removed.count) / Double(before)
    }

    /// Whether so much would be lost that people should be told: more than a fifth.
    public var isWorrying: Bool { removed.count > 1 && loss > 0.2 }

    /// Whether so much would be lost that somebody must confirm it: more than four fifths. Source of both limits: the
    /// national address bases (*validateur-bal*). In lists of a few lines a change of most of them is usual.
    public var mustBeConfirmed: Bool { removed.count > 4 && loss > 0.8 }
}
