#if PostgreSQL
    import CPQ
    import Foundation

    /// What a connection's thread does: holds the connection, makes it anew when it is lost, runs transactions.
    final class Worker {
        private let address: ServerAddress
        private let bell: Bell
        private var link: Link?
        private var job: Job?

        init(_ address: ServerAddress, _ bell: Bell) {
            self.address = address
            self.bell = bell
        }

        func perform(_ job: Job) {
            self.job = job
            job.work(self)
            self.job = nil
            link?.job = nil
        }

        /// Waits for work, and looks at the connection when the server says something unasked: mostly that it goes.
        func rest() {
            if let link, link.isLost { self.link = nil }
            withUnsafeTemporaryAllocation(of: pollfd.self, capacity: 2) { polled in
                polled[0] = pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)
                // A negative descriptor is not looked at.
                polled[1] = pollfd(
                    fd: link.map { PQsocket($0.connection) } ?? -1, events: Int16(POLLIN), revents: 0)
                guard poll(polled.baseAddress, 2, -1) > 0 else { return }
                if polled[0].revents != 0 { bell.hush() }
                if polled[1].revents != 0 { link?.look() }
            }
        }

        /// Runs a body inside a transaction. Where the connection is lost before the body was given anything, it is run
        /// once more over a new one: nothing can have been written then.
        func transact<Result>(_ kind: Transaction, _ body: (any Session) throws -> Result) throws -> Result {
            var mayRepeat = true
            while true {
                let link = try connected()
                let session = PostgreSQLSession(link)
                do {
                    return try transact(kind, link, session, body)
                } catch {
                    guard link.isLost, mayRepeat, !session.hasGiven, !(error is CancellationError),
                        job?.isCancelled != true, (error as? DatabaseError)?.kind != .timeout
                    else { throw error }
                    mayRepeat = false
                }
            }
        }

        private func transact<Result>(
            _ kind: Transaction, _ link: Link, _ session: PostgreSQLSession,
            _ body: (any Session) throws -> Result
        ) throws -> Result {
            let result: Result
            do {
                defer { session.isOver = true }
                try link.script(kind.opening(address))
                result = try body(session)
                // The body may have swallowed the error that ended the transaction.
                if let failure = session.failure { throw failure }
                if kind == .write, job?.isCancelled == true { throw CancellationError() }
            } catch {
                link.rollBack()
                throw error
            }
            switch kind {
            case .read: link.rollBack()
            case .write: try link.commit()
            }
            return result
        }

        private func connected() throws -> Link {
            if let link, !link.isLost, PQstatus(link.connection) == CONNECTION_OK {
                link.job = job
                return link
            }
            link = nil
            let made = try Link.open(address, bell, job)
            made.whenCancelled = .stopStatement
            link = made
            return made
        }
    }
#endif
