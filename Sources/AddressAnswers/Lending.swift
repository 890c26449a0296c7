import Synchronization

/// Things that one thread may use at a time, lent to any number of threads: who needs one borrows it.
// A thing is in the hands of one thread at a time: it is taken out of the list while somebody uses it.
final class Lending<Thing>: @unchecked Sendable {
    private let free = Mutex<[Thing]>([])
    private let make: () -> Thing

    init(_ make: @escaping () -> Thing) { self.make = make }

    /// Lends a thing for as long as `body` takes.
    func with<Result>(_ body: (inout Thing) throws -> Result) rethrows -> Result {
        var thing = take() ?? make()
        defer { give(back: thing) }
        return try body(&thing)
    }

    private struct Box: @unchecked Sendable {
        var thing: Thing?
    }

    private func take() -> Thing? { free.withLock { Box(thing: $0.popLast()) }.thing }

    private func give(back thing: Thing) {
        let box = Box(thing: thing)
        free.withLock { free in
            if let thing = box.thing { free.append(thing) }
        }
    }
}
