/// Why the store cannot do what it is asked.
public enum StoreError: Error, Sendable, Hashable {
    /// A newer version of Gabarit made the database.
    case newer(step: String)
    /// The database is half of a copy that was broken off.
    case unfinishedCopy
    /// So much of what is published would be lost that somebody must confirm it first.
    case loss(Difference)
    /// What should be copied into is not empty.
    case notEmpty
}
