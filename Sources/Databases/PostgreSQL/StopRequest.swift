#if PostgreSQL
    import CPQ
    import Foundation
    import Synchronization

    /// Tells a server to stop the statement of a connection. libpq does so over a second connection and blocks
    /// meanwhile, so that it is done on a thread of its own.
    final class StopRequest: Sendable {
        let begun = ContinuousClock.now
        private let over = Atomic(false)

        /// - Parameter bell: is rung when the server has heard it.
        init(_ connection: OpaquePointer, _ bell: Bell) {
            guard let handle = PQgetCancel(connection).map(Handle.init) else {
                over.store(true, ordering: .releasing)
                return
            }
            Thread.detachNewThread { [self] in
                withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { words in
                    // Where it fails, the statement goes on; whoever waits for it gives the connection up.
                    _ = PQcancel(handle.pointer, words.baseAddress, 256)
                }
                PQfreeCancel(handle.pointer)
                over.store(true, ordering: .releasing)
                bell.ring()
            }
        }

        /// The server has heard it: what it stops, if anything, is stopped.
        var isOver: Bool { over.load(ordering: .acquiring) }

        /// libpq lets another thread use it.
        private struct Handle: @unchecked Sendable {
            let pointer: OpaquePointer
        }
    }
#endif
