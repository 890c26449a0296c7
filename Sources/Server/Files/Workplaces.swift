/// A number of places at which work is done; who came first is served first.
actor Workplaces {
    /// Too many wait for a place already.
    struct Full: Error {}

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private let mostWaiting: Int

    /// - Parameter mostWaiting: How many may wait for a place; whoever comes after them is sent away.
    init(_ count: Int, mostWaiting: Int = .max) {
        free = count
        self.mostWaiting = mostWaiting
    }

    /// Does some work as soon as a place is free.
    func take<Result: Sendable>(_ work: @Sendable () async throws -> Result) async throws -> Result {
        try await enter()
        defer { leave() }
        return try await work()
    }

    private func enter() async throws {
        guard free == 0 else {
            free -= 1
            return
        }
        guard waiting.count < mostWaiting else { throw Full() }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
