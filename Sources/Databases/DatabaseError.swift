/// A database that could not do what was asked. No message holds a password; some hold a value that was refused.
public struct DatabaseError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What a caller can decide upon.
    public enum Kind: String, Sendable {
        /// No connection could be made, or it was lost: nothing was written.
        case unreachable
        /// The server answered and lets nobody in: wrong password, user, database or certificate.
        case refused
        /// No free connection, no lock or no answer within the time that is allowed.
        case timeout
        /// Somebody at the server stopped the statement.
        case cancelled
        /// There is no room left on the disk.
        case full
        /// What lies on the disk is not a database any more, or never was.
        case damaged
        /// The database, its file or its folder may be read only.
        case readOnly
        /// A rule of a table does not allow a row.
        case constraint
        /// Two transactions were in each other's way: trying again may succeed.
        case serialization
        /// The connection was lost after COMMIT was sent: what was written may be there, or not. Look before trying
        /// again.
        case outcomeUnknown
        /// The database was closed by this program.
        case closed
        /// A statement that is wrong, or whatever else.
        case other
    }

    public let kind: Kind
    /// The code of the engine, where it gives one: five letters of the SQL standard, or `SQLITE` and its number.
    public let state: String?
    /// What the engine said, in its own words.
    public let message: String

    public init(_ kind: Kind, state: String? = nil, _ message: String) {
        self.kind = kind
        self.state = state
        self.message = message
    }

    public var description: String {
        "\(kind.rawValue)\(state.map { " (\($0))" } ?? ""): \(message)"
    }
}
