#if PostgreSQL
    import CPQ
    import Foundation

    extension Link {
        /// Adds rows by COPY, in pieces of constant size.
        func load(into table: String, columns: [String], _ next: () throws -> [SQLValue]?) throws {
            let sql = "COPY \(Self.folded(table)) (\(columns.map(Self.folded).joined(separator: ", "))) FROM STDIN"
            try begin(sql)
            try send(PQsendQuery(connection, sql))
            guard try copyBegins() else { return }
            isCopying = true
            defer { isCopying = false }
            var text = CopyText(capacity: Self.piece + 4096)
            do {
                while let row = try next() {
                    precondition(row.count == columns.count, "A row has as many values as there are columns.")
                    try text.append(row)
                    guard text.bytes.count >= Self.piece else { continue }
                    try hand(over: text.bytes)
                    text.empty()
                    if job?.isCancelled == true { throw CancellationError() }
                }
                try hand(over: text.bytes)
            } catch {
                try endLoading(because: error)
            }
            try send(PQputCopyEnd(connection, nil))
            _ = try conclude()
        }

        /// How many bytes go out at once.
        private static let piece = 128 << 10

        /// The server says something, which it does while it reads rows only when it does not want them.
        private struct Interrupted: Error {}

        /// Tells the server that no more rows will come.
        private func endLoading(because error: any Error) throws -> Never {
            guard !isLost else { throw error }
            try send(PQputCopyEnd(connection, "the rows ended with an error"))
            do {
                _ = try conclude()
            } catch let fault {
                // The server repeats what it was told, unless it spoke first.
                throw isLost || error is Interrupted ? fault : error
            }
            throw error is Interrupted ? broken() : error
        }

        /// Whether the server is ready for rows; else its error is thrown.
        private func copyBegins() throws -> Bool {
            guard let result = try receive() else { throw broken() }
            defer { PQclear(result) }
            guard PQresultStatus(result) != PGRES_COPY_IN else { return true }
            let fault = fault(result)
            while let more = try receive() { PQclear(more) }
            try settle(fault)
            return false
        }

        private func hand(over bytes: [UInt8]) throws {
            guard !bytes.isEmpty else { return }
            guard !hasSomethingToRead else { throw Interrupted() }
            try send(
                bytes.withUnsafeBytes {
                    PQputCopyData(connection, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
                })
        }

        private var hasSomethingToRead: Bool {
            var polled = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
            return Foundation.poll(&polled, 1, 0) > 0
        }

        /// A name as the engines understand it where it stands without quotes: in small letters.
        private static func folded(_ name: String) -> String { quoted(name.lowercased()) }
    }
#endif
