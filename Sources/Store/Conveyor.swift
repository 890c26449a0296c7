import Foundation

/// Rows on their way from a thread of one database, which reads, to a thread of another, which writes. A few batches
/// at most wait between them, and no thread but these two.
final class Conveyor: @unchecked Sendable {
    private let condition = NSCondition()
    private var waiting: [CopiedTable.Batch] = []
    private var isOver = false
    private var reason: (any Error)?

    private static let most = 4

    /// The first thing that went wrong.
    var failure: (any Error)? {
        condition.withLock { reason }
    }

    /// Does the work of one side; where it fails, also before it has begun, the other side ends too.
    func stopping(_ work: () async throws -> Void) async throws {
        do { try await work() } catch {
            stop(because: error)
            throw error
        }
    }

    /// Runs a body that hands on batches; each waits until there is room.
    func fill(_ body: ((CopiedTable.Batch) throws -> Void) throws -> Void) throws {
        try body(put)
        condition.withLock {
            isOver = true
            condition.broadcast()
        }
    }

    /// Hands each batch to a body, until the last one; throws what went wrong on the other side.
    func empty(_ body: (CopiedTable.Batch) throws -> Void) throws {
        while let batch = try next() {
            // At once: an engine may run a body again whose connection was lost, and this batch would be missing.
            do { try body(batch) } catch {
                stop(because: error)
                throw error
            }
        }
    }

    /// Ends the work of both sides.
    func stop(because error: any Error) {
        condition.withLock {
            if reason == nil { reason = error }
            condition.broadcast()
        }
    }

    private func put(_ batch: CopiedTable.Batch) throws {
        try condition.withLock {
            while waiting.count >= Self.most, reason == nil { condition.wait() }
            if let reason { throw reason }
            waiting.append(batch)
            condition.signal()
        }
    }

    private func next() throws -> CopiedTable.Batch? {
        try condition.withLock {
            while waiting.isEmpty, !isOver, reason == nil { condition.wait() }
            if let reason { throw reason }
            defer { condition.signal() }
            return waiting.isEmpty ? nil : waiting.removeFirst()
        }
    }
}
