public import Foundation

/// The days that a dataset is about, the first and the last of them included (`2019-01-01`).
public struct Period: Sendable, Hashable {
    /// The first day, in ISO 8601.
    public var start: String
    /// The last day, in ISO 8601.
    public var end: String

    /// A period; its days are put in their order.
    public init(start: String, end: String) {
        self.start = min(start, end)
        self.end = max(start, end)
    }

    /// The days of two moments, in universal time.
    public init(from first: Date, to last: Date) {
        self.init(start: first.isoDay, end: last.isoDay)
    }
}

extension Date {
    /// The day of a moment in universal time: `2019-03-31`.
    public var isoDay: String { formatted(.iso8601.year().month().day()) }
    /// A moment in universal time: `2019-03-31T08:30:00Z`.
    public var isoInstant: String { formatted(.iso8601) }
}
