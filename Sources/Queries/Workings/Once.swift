import Synchronization

/// A value for each key, worked out at the first use. Whoever needs the same key waits; others do not.
final class Once<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private final class Place: Sendable {
        let value = Mutex<Value?>(nil)
    }

    private let places = Mutex<[Key: Place]>([:])

    /// The keys whose values were asked for.
    var keys: [Key] { places.withLock { Array($0.keys) } }

    /// The value of a key.
    func callAsFunction(_ key: Key, _ make: () -> Value) -> Value {
        let place = places.withLock { places in
            if let known = places[key] { return known }
            let made = Place()
            places[key] = made
            return made
        }
        return place.value.withLock { value in
            if let value { return value }
            let made = make()
            value = made
            return made
        }
    }
}
