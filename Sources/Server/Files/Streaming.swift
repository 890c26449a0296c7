import Foundation
import Hummingbird

/// Answers that are written while they are made.
enum Streaming {
    /// A part of a file on the disk.
    static func body(of file: OpenFile, bytes: Range<Int>) -> ResponseBody {
        ResponseBody(contentLength: bytes.count) { writer in
            var rest = bytes
            while !rest.isEmpty {
                let piece = try file.piece(rest)
                rest = (rest.lowerBound + piece.readableBytes)..<rest.upperBound
                try await writer.write(piece)
            }
            try await writer.finish(nil)
        }
    }

    /// A file that is still written, as far as it comes.
    static func body(of file: GrowingFile) -> ResponseBody {
        ResponseBody { writer in
            var sent = 0
            while true {
                let size = try await file.size(above: sent)
                guard size > sent else { break }
                while sent < size {
                    let piece = try file.piece(sent..<size)
                    sent += piece.readableBytes
                    try await writer.write(piece)
                }
            }
            try await writer.finish(nil)
        }
    }

    /// A body whose pieces are made on a thread of its own, never more than a few of them ahead of the client.
    static func body(
        _ produce: @escaping @Sendable (_ write: (UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) -> ResponseBody {
        ResponseBody { writer in
            let pieces = PieceQueue()
            let thread = Thread {
                do {
                    try produce { piece in
                        guard pieces.put(ByteBuffer(bytes: piece)) else { throw CancellationError() }
                    }
                    pieces.end(with: nil)
                } catch {
                    pieces.end(with: error)
                }
            }
            thread.start()
            defer { pieces.abandon() }
            while let piece = try await pieces.take() { try await writer.write(piece) }
            try await writer.finish(nil)
        }
    }
}

/// Pieces on their way from a thread that makes them to a task that sends them.
private final class PieceQueue: @unchecked Sendable {
    private let condition = NSCondition()
    private var waiting: [ByteBuffer] = []
    private var taker: CheckedContinuation<ByteBuffer?, any Error>?
    private var isOver = false
    private var isAbandoned = false
    private var failure: (any Error)?

    /// How many pieces may wait.
    private static let most = 8

    /// Waits until there is room; false once nobody wants more.
    func put(_ piece: ByteBuffer) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        while waiting.count >= Self.most, !isAbandoned { condition.wait() }
        guard !isAbandoned else { return false }
        if let taker {
            self.taker = nil
            taker.resume(returning: piece)
        } else {
            waiting.append(piece)
        }
        return true
    }

    func end(with error: (any Error)?) {
        condition.lock()
        defer { condition.unlock() }
        isOver = true
        failure = error
        guard let taker else { return }
        self.taker = nil
        if let error { taker.resume(throwing: error) } else { taker.resume(returning: nil) }
    }

    /// The next piece; nil after the last.
    func take() async throws -> ByteBuffer? {
        try await withCheckedThrowingContinuation { continuation in
            condition.lock()
            defer { condition.unlock() }
            if !waiting.isEmpty {
                continuation.resume(returning: waiting.removeFirst())
                condition.signal()
            } else if let failure {
                continuation.resume(throwing: failure)
            } else if isOver {
                continuation.resume(returning: nil)
            } else {
                taker = continuation
            }
        }
    }

    func abandon() {
        condition.lock()
        isAbandoned = true
        condition.signal()
        condition.unlock()
    }
}
