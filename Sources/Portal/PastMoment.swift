public import Foundation
public import Texts

/// A moment of the past at which a page shows what was published.
public struct PastMoment: Sendable {
    /// The moment as an address says it (`2026-10-01`).
    public let asked: String
    /// The moment in words: `1er octobre 2026`.
    public let words: Text

    /// The parameter of an address that asks for a moment.
    public static let parameter = "au"

    /// A moment that was asked for.
    init(asked: String, words: Text) {
        self.asked = asked
        self.words = words
    }

    /// A day that was asked for, or a moment of a day.
    public init(asked: String, date: Date, isDay: Bool) {
        self.init(asked: asked, words: isDay ? Written.day(date) : Written.moment(date))
    }
}
