#if PostgreSQL
    /// How many connections, and how long one waits for what. Nil is without end.
    struct Limits: Sendable {
        /// How many connections at most.
        var connections = 8
        /// How long a caller waits for a free connection.
        var waiting = Duration.seconds(30)
        /// How long a connection may take to be made.
        var connecting = Duration.seconds(10)
        /// How long one statement may run.
        var statement: Duration? = .seconds(15 * 60)
        /// How long a write waits for those before it, and a statement for a lock.
        var lock: Duration? = .seconds(5 * 60)

        /// How much longer than the server we wait, before we believe that it is gone.
        static let grace = Duration.seconds(10)
        /// How long a statement may take to stop once it was told to.
        static let stopping = Duration.seconds(5)
    }

    extension Duration {
        /// Whole milliseconds, rounded up.
        var milliseconds: Int64 {
            let (seconds, attoseconds) = components
            return seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        }

        /// A time as PostgreSQL writes them in its settings: `1500` (milliseconds), `500ms`, `30s`, `5min`, `1h`.
        init?(postgreSQL text: String) {
            let units: [(String, Int64)] = [("ms", 1), ("min", 60_000), ("s", 1000), ("h", 3_600_000), ("", 1)]
            guard let (unit, factor) = units.first(where: { text.hasSuffix($0.0) }),
                let number = Int64(text.dropLast(unit.count)), number >= 0, number <= Int64(Int32.max) / factor
            else { return nil }
            self = .milliseconds(number * factor)
        }
    }
#endif
