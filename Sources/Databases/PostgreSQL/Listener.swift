#if PostgreSQL
    import CPQ
    import Foundation
    import Synchronization

    /// A connection that only listens, and is made anew when it is lost.
    final class Listener: Sendable {
        private let address: ServerAddress
        private let channel: String
        private let bell: Bell
        private let job = Job { _ in }
        private let continuation: AsyncStream<String>.Continuation
        private let over = Atomic(false)

        init(
            _ address: ServerAddress, channel: String, _ continuation: AsyncStream<String>.Continuation
        ) throws(DatabaseError) {
            self.address = address
            self.channel = channel
            self.continuation = continuation
            bell = try Bell()
            continuation.onTermination = { [job, bell] _ in
                job.cancel()
                bell.ring()
            }
            let thread = Thread { [self] in listen() }
            thread.name = "postgresql-listen"
            thread.start()
        }

        var isOver: Bool { over.load(ordering: .relaxed) }

        func end() { continuation.finish() }

        private func listen() {
            var pause = Duration.milliseconds(50)
            while !job.isCancelled {
                do {
                    let link = try Link.open(address, bell, job)
                    try link.script("LISTEN \(Link.quoted(address.schema + "." + channel))")
                    link.patience = nil
                    pause = .milliseconds(50)
                    continuation.yield("")
                    while true { try handOn(link) }
                } catch {
                    if !job.isCancelled { bell.wait(pause) }
                    pause = min(pause * 2, .seconds(5))
                }
            }
            over.store(true, ordering: .relaxed)
        }

        private func handOn(_ link: Link) throws {
            try link.wait(for: POLLIN)
            guard PQconsumeInput(link.connection) == 1 else { throw link.broken() }
            while let notification = PQnotifies(link.connection) {
                continuation.yield(String(cString: notification.pointee.extra))
                PQfreemem(notification)
            }
        }
    }
#endif
