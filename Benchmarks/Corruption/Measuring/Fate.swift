/// What became of a cell.
public enum Fate: String, Sendable, CaseIterable {
    /// What stood there before the corruption is published, and it was said to be certain (or nothing had to be done).
    case rightCertain
    /// The same, and it was said to be likely.
    case rightLikely
    /// A question asks what it was.
    case asked
    /// A remark names it, and nothing wrong is published.
    case flagged
    /// It is published as it was sent, or left empty, and nothing is said.
    case missed
    /// Something else is published, as certain.
    case wrongCertain
    /// Something else is published, as likely.
    case wrongLikely
}

/// How many cells had each fate.
public struct Fates: Sendable {
    private var counts: [Fate: Int] = [:]

    /// How many cells there were.
    public var cells: Int { counts.values.reduce(0, +) }

    /// How many cells had a fate.
    public subscript(fate: Fate) -> Int { counts[fate] ?? 0 }

    /// How many were right, however sure.
    public var right: Int { self[.rightCertain] + self[.rightLikely] }

    /// How many were right, asked about or remarked: none of them misleads anybody.
    public var told: Int { right + self[.asked] + self[.flagged] }

    mutating func add(_ fate: Fate) { counts[fate, default: 0] += 1 }
    mutating func add(_ other: Fates) { counts.merge(other.counts, uniquingKeysWith: +) }
}
