#if PostgreSQL
    import CPQ

    /// The results of one statement, one row each, as they arrive. Where another statement is run before the last row,
    /// the rest is set aside in memory: a connection does one thing at a time.
    final class RowStream {
        private unowned let link: Link
        private var aside: [OpaquePointer]?
        private var given = 0

        init(_ link: Link) { self.link = link }

        deinit { aside?[given...].forEach { PQclear($0) } }

        /// The next result, to be cleared by the caller.
        func next() throws -> OpaquePointer? {
            guard let aside else { return try link.receive() }
            guard given < aside.count else { return nil }
            given += 1
            return aside[given - 1]
        }

        func setAside() throws {
            guard aside == nil else { return }
            var results: [OpaquePointer] = []
            defer { aside = results }
            while let result = try link.receive() { results.append(result) }
        }
    }
#endif
