public import Editions
public import Foundation

/// What an application was given to see more than everybody, within limits.
public struct AccessToken: Sendable, Hashable {
    /// A short name of ours, not secret (`t-7k2m9x`).
    public let id: String
    /// What it is for, in the words of whoever made it.
    public let name: String
    /// What it may see.
    public let audience: Audience
    /// How many requests a minute it may make.
    public let perMinute: Int
    /// When it was made.
    public let madeAt: Date
    /// When it ends by itself; nil is never.
    public let endsAt: Date?
    /// When it was taken back; nil where it was not.
    public let revokedAt: Date?

    /// Whether it opens anything at a moment.
    public func isValid(at moment: Date) -> Bool {
        revokedAt == nil && endsAt.map { moment < $0 } ?? true
    }
}

/// One use of a token.
public struct AccessUse: Sendable, Hashable {
    /// The token.
    public let token: String
    /// When it was used.
    public let at: Date
    /// What was asked for.
    public let path: String
    /// The status of the answer.
    public let status: Int
    /// The size of the answer.
    public let bytes: Int

    /// One use of a token.
    public init(token: String, at: Date, path: String, status: Int, bytes: Int) {
        self.token = token
        self.at = at
        self.path = path
        self.status = status
        self.bytes = bytes
    }
}
