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
#endif
