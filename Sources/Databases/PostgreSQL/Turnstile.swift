#if PostgreSQL
    import Synchronization

    /// A few things that many callers use by turns: who asked first gets first, and nobody waits longer than a limit.
    final class Turnstile<Item: Sendable>: Sendable {
        private let line: Mutex<Line<Item>>
        /// What whoever waited too long is told.
        private let late: String
        private let make: @Sendable () throws -> Item

        init(capacity: Int, late: String, make: @escaping @Sendable () throws -> Item) {
            line = Mutex(Line(capacity: capacity))
            self.late = late
            self.make = make
        }

        /// Runs a body with one of the things.
        /// - Throws: `DatabaseError` of kind `timeout` or `closed`; `CancellationError`; what the body throws.
        func with<Result: Sendable>(
            limit: Duration?, _ body: (Item) async throws -> Result
        ) async throws -> Result {
            try Task.checkCancellation()
            let item = try await stand(limit) ?? madeNow()
            defer { line.withLock { $0.take(back: item) }?.admit(item) }
            return try await body(item)
        }

        /// Lets nobody in any more, and gives all things once they came back.
        func close() async -> [Item] {
            let (free, inUse, left) = line.withLock { $0.close() }
            for caller in left { caller.refuse(Self.closed) }
            var items = free
            for _ in 0..<inUse {
                if let item = try? await stand(nil, closing: true) { items.append(item) }
            }
            return items
        }

        /// How many stand in line.
        var waiting: Int { line.withLock { $0.waiting.count } }

        /// What is free, for the end.
        func abandon() -> [Item] { line.withLock { $0.close() }.free }

        /// Waits for a thing; nil is the right to make one.
        private func stand(_ limit: Duration?, closing: Bool = false) async throws -> Item? {
            let ticket = line.withLock { $0.ticket() }
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    join(Caller(continuation: continuation), ticket, limit, closing: closing)
                    // Whoever was cancelled before standing in line was not found there.
                    if Task.isCancelled, !closing { leave(ticket, CancellationError()) }
                }
            } onCancel: {
                if !closing { leave(ticket, CancellationError()) }
            }
        }

        private func join(_ caller: Caller<Item>, _ ticket: Int, _ limit: Duration?, closing: Bool) {
            let answer = line.withLock { line -> Line<Item>.Answer in
                if line.isClosed, !closing { return .closed }
                let answer = line.join(caller, ticket)
                if case .wait = answer, let limit {
                    line.waiting[ticket]?.clock = Task { [weak self] in
                        try await Task.sleep(for: limit)
                        self?.leave(
                            ticket, DatabaseError(.timeout, "\(self?.late ?? "") within \(limit)."))
                    }
                }
                return answer
            }
            switch answer {
            case .have(let item): caller.admit(item)
            case .make: caller.admit(nil)
            case .closed: caller.refuse(Self.closed)
            case .wait: break
            }
        }

        private func leave(_ ticket: Int, _ reason: any Error) {
            line.withLock { $0.waiting.removeValue(forKey: ticket) }?.refuse(reason)
        }

        private func madeNow() throws -> Item {
            do {
                return try make()
            } catch {
                line.withLock { $0.giveUpMaking() }?.admit(nil)
                throw error
            }
        }

        private static var closed: DatabaseError { DatabaseError(.closed, "The database is closed.") }
    }

    /// Who waits, and what stops the waiting.
    private struct Caller<Item: Sendable> {
        let continuation: CheckedContinuation<Item?, any Error>
        var clock: Task<Void, any Error>?

        func admit(_ item: Item?) {
            clock?.cancel()
            continuation.resume(returning: item)
        }

        func refuse(_ reason: any Error) {
            clock?.cancel()
            continuation.resume(throwing: reason)
        }
    }

    /// The callers in the order in which they came, and the things.
    private struct Line<Item: Sendable> {
        enum Answer { case have(Item), make, wait, closed }

        let capacity: Int
        var made = 0
        var free: [Item] = []
        var isClosed = false
        var waiting: [Int: Caller<Item>] = [:]
        private var tickets = 0
        /// Tickets in the order of their coming, from `head`; who left is skipped.
        private var order: [Int] = []
        private var head = 0

        init(capacity: Int) { self.capacity = capacity }

        mutating func ticket() -> Int {
            tickets += 1
            return tickets
        }

        mutating func join(_ caller: Caller<Item>, _ ticket: Int) -> Answer {
            if let item = free.popLast() { return .have(item) }
            if made < capacity, !isClosed {
                made += 1
                return .make
            }
            waiting[ticket] = caller
            order.append(ticket)
            return .wait
        }

        /// The one who waits longest.
        private mutating func serve() -> Caller<Item>? {
            while head < order.count {
                head += 1
                if let first = waiting.removeValue(forKey: order[head - 1]) {
                    if head > 1000 {
                        order.removeFirst(head)
                        head = 0
                    }
                    return first
                }
            }
            order = []
            head = 0
            return nil
        }

        mutating func take(back item: Item) -> Caller<Item>? {
            let next = serve()
            if next == nil { free.append(item) }
            return next
        }

        mutating func giveUpMaking() -> Caller<Item>? {
            let next = serve()
            if next == nil { made -= 1 }
            return next
        }

        mutating func close() -> (free: [Item], inUse: Int, left: [Caller<Item>]) {
            defer {
                (free, waiting, order, head, made, isClosed) = ([], [:], [], 0, 0, true)
            }
            return (free, made - free.count, Array(waiting.values))
        }
    }
#endif
