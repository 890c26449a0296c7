#if PostgreSQL
    import CPQ
    import Foundation

    /// One connection to a server, used on one thread. Nothing of libpq blocks: whatever takes time is waited for here,
    /// beside a bell that somebody rings to stop it.
    final class Link {
        /// What happens when the job is cancelled while an answer is awaited.
        enum WhenCancelled { case leave, stopStatement, carryOn }

        let connection: OpaquePointer
        let address: ServerAddress
        private let bell: Bell
        /// For whom the link works.
        var job: Job?
        var whenCancelled = WhenCancelled.leave
        /// How long an answer is awaited; nil is without end.
        var patience: Duration?
        /// The connection cannot be used any more.
        var isLost = false
        /// The server was told to stop the statement.
        private var stopping: StopRequest?
        /// When the statement that runs was begun.
        var begun = ContinuousClock.now
        var statements = StatementCache()
        /// The rows that are on their way.
        var stream: RowStream?
        var isCopying = false

        init(_ connection: OpaquePointer, _ address: ServerAddress, _ bell: Bell, _ job: Job?) {
            self.connection = connection
            self.address = address
            self.bell = bell
            self.job = job
        }

        deinit { PQfinish(connection) }

        /// Waits until the socket can be read or written. Whenever this throws, the connection is lost.
        @discardableResult
        func wait(for events: Int32) throws -> Int32 {
            var deadline = patience.map { ContinuousClock.now + $0 }
            while true {
                if job?.isCancelled == true { try heed(&deadline) }
                let (socket, bellRang) = poll(events, until: deadline)
                if bellRang { bell.hush() }
                if socket != 0 { return socket }
                if let deadline, ContinuousClock.now >= deadline {
                    isLost = true
                    throw stopping != nil
                        ? CancellationError() : DatabaseError(.timeout, "The server of the database does not answer.")
                }
            }
        }

        private func heed(_ deadline: inout ContinuousClock.Instant?) throws {
            switch whenCancelled {
            case .leave:
                isLost = true
                throw CancellationError()
            case .stopStatement:
                if stopping == nil { stopping = StopRequest(connection, bell) }
                deadline = min(
                    deadline ?? .now + Limits.stopping, (stopping?.begun ?? .now) + Limits.stopping)
            case .carryOn: break
            }
        }

        /// What the socket is ready for, and whether the bell rang.
        private func poll(_ events: Int32, until deadline: ContinuousClock.Instant?) -> (Int32, Bool) {
            let time = deadline.map { Int32(clamping: max(0, (ContinuousClock.now.duration(to: $0)).milliseconds)) }
            return withUnsafeTemporaryAllocation(of: pollfd.self, capacity: 2) { polled in
                polled[0] = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
                polled[1] = pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)
                guard Foundation.poll(polled.baseAddress, 2, time ?? -1) > 0 else { return (0, false) }
                return (Int32(polled[0].revents), polled[1].revents != 0)
            }
        }

        /// Once a statement ended: waits until the request to stop it cannot hit the next one.
        func awaitStopRequest() {
            guard let stopping else { return }
            while !stopping.isOver {
                let left = Limits.stopping - stopping.begun.duration(to: .now)
                guard left > .zero else {
                    isLost = true
                    break
                }
                bell.wait(left)
            }
            self.stopping = nil
        }

        /// Sees to it that what was handed to libpq goes out.
        /// - Parameter accepted: what libpq answered when it was handed over.
        func send(_ accepted: Int32) throws {
            guard accepted == 1 else { throw broken() }
            while true {
                switch PQflush(connection) {
                case 0: return
                case 1:
                    if try wait(for: POLLIN | POLLOUT) & POLLOUT == 0, PQconsumeInput(connection) != 1 {
                        throw broken()
                    }
                default: throw broken()
                }
            }
        }

        /// The next result of what was sent, to be cleared by the caller; nil after the last, and where the connection
        /// was given up.
        func receive() throws -> OpaquePointer? {
            guard !isLost else { return nil }
            while PQisBusy(connection) == 1 {
                try wait(for: POLLIN)
                guard PQconsumeInput(connection) == 1 else { throw broken() }
            }
            return PQgetResult(connection)
        }

        /// The error of a connection that does not do what it must.
        func broken() -> DatabaseError {
            isLost = true
            return DatabaseError(.unreachable, said)
        }

        /// What libpq says about the connection.
        var said: String {
            PQerrorMessage(connection).map { address.cleaned(String(cString: $0), of: connection) } ?? ""
        }

        /// Looks at a connection that waits for work: whether the server closed it.
        func look() {
            if PQconsumeInput(connection) != 1 || PQstatus(connection) != CONNECTION_OK { isLost = true }
        }
    }

#endif
