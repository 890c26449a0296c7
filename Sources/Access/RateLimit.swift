import Synchronization

/// How often each token may ask: a bucket that fills evenly over the minute.
public final class RateLimit: Sendable {
    private struct Bucket {
        var level: Double
        var at: Double
    }

    private let buckets = Mutex<[String: Bucket]>([:])

    /// No token has asked yet.
    public init() {}

    /// Takes one request of a token. Nil where it may be answered; else in how many seconds it may be asked again.
    ///
    /// - Parameter moment: Seconds since any fixed moment.
    public func take(_ token: String, perMinute: Int, at moment: Double) -> Int? {
        let rate = Double(max(1, perMinute)) / 60
        let room = Double(max(1, perMinute))
        return buckets.withLock { buckets in
            var bucket = buckets[token] ?? Bucket(level: room, at: moment)
            bucket.level = min(room, bucket.level + max(0, moment - bucket.at) * rate)
            bucket.at = moment
            defer { buckets[token] = bucket }
            guard bucket.level >= 1 else { return Int(((1 - bucket.level) / rate).rounded(.up)) }
            bucket.level -= 1
            return nil
        }
    }
}
