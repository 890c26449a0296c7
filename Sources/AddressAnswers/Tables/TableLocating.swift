public import Addresses
import Spreadsheets
import Synchronization
import Tables
public import Texts

/// How many rows were located.
public struct LocatedCounts: Sendable, Codable, Equatable {
    /// All rows.
    public var rows = 0
    public var accepted = 0
    public var doubt = 0
    public var none = 0

    /// Nothing yet.
    public init() {}

    /// The counts of two parts of a table together.
    public static func + (first: LocatedCounts, second: LocatedCounts) -> LocatedCounts {
        var sum = first
        sum.rows += second.rows
        sum.accepted += second.accepted
        sum.doubt += second.doubt
        sum.none += second.none
        return sum
    }

    /// « 1 000 lignes : 930 localisées, 50 à vérifier, 20 non trouvées »
    public var text: Text {
        let all = Text.rows(rows)
        let found = Text.count(accepted, fr: ("localisée", "localisées"), en: ("located", "located"))
        let doubtful = Text.number(doubt)
        let lost = Text.count(none, fr: ("non trouvée", "non trouvées"), en: ("not found", "not found"))
        return Text(
            fr: "\(all.fr) : \(found.fr), \(doubtful.fr) à vérifier, \(lost.fr).",
            en: "\(all.en): \(found.en), \(doubtful.en) to verify, \(lost.en).")
    }
}

/// Locates the rows of a table, block by block, on several threads; what comes out is in the order of the rows.
public struct TableLocating: Sendable {
    private let table: AddressTable
    private let index: AddressIndex
    private let workers: Int

    /// A block of a table is small enough that little is done again after an interruption.
    private static let blockSize = 1 << 18
    /// How many answers a thread remembers: tables say the same address over and over.
    private static let memoSize = 8_000

    /// Locates a table on so many threads.
    public init(_ table: AddressTable, _ index: AddressIndex, workers: Int = 2) {
        self.table = table
        self.index = index
        self.workers = workers
    }

    /// How far it is.
    public struct Step: Sendable {
        /// The number of the last block that is written, from 0.
        public var block: Int
        /// What was counted in it.
        public var counts: LocatedCounts
        /// The share of the table that is done.
        public var share: Double

        /// A step.
        public init(block: Int, counts: LocatedCounts, share: Double) {
            self.block = block
            self.counts = counts
            self.share = share
        }
    }

    /// The bytes of what comes out, in pieces and in order: `write` gets each of them once, and stops the work with
    /// false. The first `skipped` blocks were written before.
    ///
    /// - Throws: What `write` throws.
    public func run(
        skipping skipped: Int = 0, write: @escaping @Sendable ([UInt8], Step) throws -> Bool
    ) throws {
        let table = table, index = index
        let writers = Lending { LocatedRows(table: table, desk: AddressDesk(index), memoSize: Self.memoSize) }
        let order = OrderedBlocks(from: skipped, write: write)
        let done = Mutex(0)
        let size = max(table.text.size, 1)
        table.text.forEachBlock(ofBytes: Self.blockSize, workers: workers) { block in
            let read = done.withLock { sum in
                sum += block.bytes.count
                return sum
            }
            guard block.number >= skipped else { return true }
            let (bytes, counts) = writers.with { located(block, &$0) }
            let step = Step(block: block.number, counts: counts, share: min(1, Double(read) / Double(size)))
            return order.hand(bytes, step)
        }
        try order.check()
    }

    private func located(_ block: RecordBlock, _ rows: inout LocatedRows) -> ([UInt8], LocatedCounts) {
        rows.begin()
        if block.number == 0 { rows.writeHeader() }
        var isHeader = block.number == 0
        block.forEachRecord { record in
            if record.isBlank { return true }
            if isHeader {
                isHeader = false
            } else {
                rows.write(record)
            }
            return true
        }
        return (rows.bytes, rows.counts)
    }
}

/// Puts blocks that end in any order into theirs.
private final class OrderedBlocks: Sendable {
    private struct State {
        var next: Int
        var waiting: [Int: ([UInt8], TableLocating.Step)] = [:]
        var failure: (any Error)?
        var isStopped = false
    }

    private let state: Mutex<State>
    private let write: @Sendable ([UInt8], TableLocating.Step) throws -> Bool

    init(from next: Int, write: @escaping @Sendable ([UInt8], TableLocating.Step) throws -> Bool) {
        state = Mutex(State(next: next))
        self.write = write
    }

    /// False where no further block is wanted.
    func hand(_ bytes: [UInt8], _ step: TableLocating.Step) -> Bool {
        state.withLock { state in
            state.waiting[step.block] = (bytes, step)
            while !state.isStopped, let (bytes, step) = state.waiting.removeValue(forKey: state.next) {
                state.next += 1
                do {
                    if try !write(bytes, step) { state.isStopped = true }
                } catch {
                    state.failure = error
                    state.isStopped = true
                }
            }
            return !state.isStopped
        }
    }

    func check() throws {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }
}
