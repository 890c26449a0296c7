public import Foundation

/// An address that is told of every change.
public struct Webhook: Sendable, Hashable {
    /// A short name of ours.
    public let id: String
    /// Where the changes are sent.
    public let address: String
    /// What the messages are signed with.
    public let secret: String
    /// The dataset; empty is all of them.
    public let schema: String
    /// The cursor of the last change that was received there.
    public var cursor: Int64
    /// How many times in a row it did not answer.
    public var failures: Int
    /// When it is tried again, at the earliest.
    public var nextTry: Date
    /// When it was given up; nil while it is not.
    public var stoppedAt: Date?

    /// After how many failures in a row it is given up: with the waits below, about three days.
    static let patience = 20

    /// How long to wait after some failures in a row: doubled from ten seconds up to six hours.
    static func wait(after failures: Int) -> TimeInterval {
        min(21_600, 10 * Double(1 << min(max(failures - 1, 0), 20)))
    }
}
