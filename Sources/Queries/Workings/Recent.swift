import Synchronization

/// The last few values that were worked out. What is asked for once must not stay in memory for ever.
final class Recent<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let kept = Mutex<[(key: Key, value: Value)]>([])
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// The value of a key. Two who ask at once may both work it out.
    func callAsFunction(_ key: Key, _ make: () -> Value) -> Value {
        if let known = kept.withLock({ kept in kept.first { $0.key == key }?.value }) { return known }
        let made = make()
        kept.withLock { kept in
            guard !kept.contains(where: { $0.key == key }) else { return }
            if kept.count >= limit { kept.removeFirst() }
            kept.append((key, made))
        }
        return made
    }
}
