import Dispatch
import Synchronization

/// Some whole records of a text, one after the other. Valid only in the call that it is given to.
public struct RecordBlock {
    /// Its place among the blocks of the text, from 0.
    public let number: Int
    /// Its bytes as UTF-8.
    public let bytes: UnsafeRawBufferPointer
    let delimiter: Delimiter

    /// Calls `body` with each record in turn, as long as it returns true.
    public func forEachRecord(_ body: (Record) throws -> Bool) rethrows {
        var cursor = RecordCursor(bytes, delimiter: delimiter.byte, delimitersOfRow: delimiter.width - 1)
        while let record = cursor.next() {
            guard try body(record) else { return }
        }
    }
}

extension SeparatedText {
    /// Reads the whole text in blocks of whole records, by several workers at once, each block once.
    ///
    /// Which block a worker gets, and in which order they end, is not known: `body` gets the number of the block, and
    /// its records are those between the ones of the blocks before and after. What has been read is forgotten.
    ///
    /// - Parameters:
    ///   - bytes: The size of a block, about; a longer record makes a larger one.
    ///   - workers: How many threads read.
    ///   - body: Called on several threads; false asks that no further block be begun.
    public func forEachBlock(
        ofBytes bytes: Int = 1 << 20, workers: Int = 2, _ body: @Sendable (RecordBlock) -> Bool
    ) {
        let queue = BlockQueue(self, blocksOf: bytes)
        DispatchQueue.concurrentPerform(iterations: max(1, workers)) { _ in
            while let (number, range) = queue.next() {
                let goesOn = withUTF8(range) { body(RecordBlock(number: number, bytes: $0, delimiter: sign)) }
                forget(range)
                if !goesOn { queue.close() }
            }
        }
    }

    /// What `body` makes of each block, in the order of the blocks.
    public func mapBlocks<Result: Sendable>(
        ofBytes bytes: Int = 1 << 20, workers: Int = 2, _ body: @Sendable (RecordBlock) -> Result
    ) -> [Result] {
        let results = Mutex<[(number: Int, result: Result)]>([])
        forEachBlock(ofBytes: bytes, workers: workers) { block in
            let result = body(block)
            results.withLock { $0.append((block.number, result)) }
            return true
        }
        return results.withLock { $0.sorted { $0.number < $1.number }.map(\.result) }
    }

    /// The first records, as texts: what a reader looks at to find the header.
    public func firstRecords(_ count: Int) -> [[String]] {
        var records: [[String]] = []
        let start = sign.start..<min(text.count, sign.start + Delimiter.bytesLookedAt)
        withUTF8(start) { bytes in
            RecordBlock(number: 0, bytes: bytes, delimiter: sign).forEachRecord { record in
                guard records.count < count else { return false }
                records.append((0..<record.count).map(record.string))
                return true
            }
        }
        return records
    }
}

/// The blocks that no worker has taken yet.
private final class BlockQueue: Sendable {
    private let cutter: Mutex<BlockCutter?>

    init(_ text: SeparatedText, blocksOf size: Int) {
        let sign = text.sign
        cutter = Mutex(
            BlockCutter(
                text.text, delimiter: sign.byte, delimitersOfRow: sign.width - 1, from: sign.start, blocksOf: size))
    }

    func next() -> (number: Int, range: Range<Int>)? { cutter.withLock { $0?.next() } }

    func close() { cutter.withLock { $0 = nil } }
}
