#if PostgreSQL
    import CPQ
    import Foundation
    import Synchronization

    /// What somebody wants of a connection, until it is done or cancelled.
    final class Job: Sendable {
        private let cancelled = Atomic(false)
        let work: @Sendable (Worker) -> Void

        init(_ work: @escaping @Sendable (Worker) -> Void) { self.work = work }

        var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

        func cancel() { cancelled.store(true, ordering: .relaxed) }
    }

    /// A thread with a connection of its own: bodies block it, and none of Swift's.
    final class ConnectionThread: Sendable {
        private struct Inbox {
            var job: Job?
            var ends = false
            var isOver = false
            var awaiting: [CheckedContinuation<Void, Never>] = []
        }

        private let address: ServerAddress
        private let bell: Bell
        private let inbox = Mutex(Inbox())

        init(_ address: ServerAddress) throws(DatabaseError) {
            self.address = address
            bell = try Bell()
            let thread = Thread { [self] in serve() }
            thread.name = "postgresql"
            thread.stackSize = 8 << 20
            thread.start()
        }

        /// Runs a body on the thread; one at a time. Where the task is cancelled, so is the statement that runs.
        func perform<Result: Sendable>(
            _ body: @escaping @Sendable (Worker) throws -> Result
        ) async throws -> Result {
            // The continuation stands in the job before anybody can cancel it.
            let promise = Promise<Result>()
            let job = Job { worker in promise.keep(Swift.Result { try body(worker) }) }
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    promise.make(continuation)
                    inbox.withLock { $0.job = job }
                    bell.ring()
                }
            } onCancel: {
                job.cancel()
                bell.ring()
            }
        }

        /// Closes the connection, once it does nothing.
        func end() {
            inbox.withLock { $0.ends = true }
            bell.ring()
        }

        /// Waits until the connection is closed.
        func ended() async {
            await withCheckedContinuation { continuation in
                let isOver = inbox.withLock { inbox in
                    if !inbox.isOver { inbox.awaiting.append(continuation) }
                    return inbox.isOver
                }
                if isOver { continuation.resume() }
            }
        }

        private func serve() {
            var worker: Worker? = Worker(address, bell)
            while true {
                let (job, ends) = inbox.withLock { inbox in
                    defer { inbox.job = nil }
                    return (inbox.job, inbox.ends)
                }
                if let job {
                    worker?.perform(job)
                } else if ends {
                    break
                } else {
                    worker?.rest()
                }
            }
            worker = nil
            let awaiting = inbox.withLock { inbox in
                inbox.isOver = true
                return inbox.awaiting
            }
            for continuation in awaiting { continuation.resume() }
        }
    }

    /// Where the result of a job goes.
    private final class Promise<Result: Sendable>: Sendable {
        private let continuation = Mutex<CheckedContinuation<Result, any Error>?>(nil)

        func make(_ continuation: CheckedContinuation<Result, any Error>) {
            self.continuation.withLock { $0 = continuation }
        }

        func keep(_ result: Swift.Result<Result, any Error>) {
            let continuation = continuation.withLock { continuation in
                defer { continuation = nil }
                return continuation
            }
            continuation?.resume(with: result)
        }
    }
#endif
