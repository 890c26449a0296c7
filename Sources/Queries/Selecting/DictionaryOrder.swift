import Foundation
import Spelling
import Tables

/// Texts in the order of a French dictionary: letters and digits decide first, whatever the accents, capitals and
/// punctuation; between the same letters the bytes do.
struct DictionaryOrder {
    private struct Key {
        /// The first eight letters, so that most comparisons are one of numbers.
        var beginning: UInt64
        var number: UInt32
    }

    private var keys: [Key] = []
    private var letters = Pieces()
    private var texts = Pieces()
    private var count = 0

    init(_ cells: Cells) {
        for code in 0..<cells.distinctCount { cells.withBytes(of: code) { add($0) } }
        sort()
    }

    init(_ texts: [String]) {
        for var text in texts { text.withUTF8 { add($0) } }
        sort()
    }

    private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        texts.add { $0.append(contentsOf: text) }
        letters.add { text.fold(into: &$0) }
        if !text.isEmpty {
            let beginning = letters[count].prefix(8).enumerated().reduce(UInt64(0)) {
                $0 | UInt64($1.element) << UInt64(56 - 8 * $1.offset)
            }
            keys.append(Key(beginning: beginning, number: UInt32(count)))
        }
        count += 1
    }

    private mutating func sort() {
        let (letters, texts) = (letters, texts)
        letters.withUnsafe { letters in
            texts.withUnsafe { texts in
                keys.sort { one, other in
                    if one.beginning != other.beginning { return one.beginning < other.beginning }
                    let order = letters.compare(one.number, other.number)
                    return order != 0 ? order < 0 : texts.compare(one.number, other.number) < 0
                }
            }
        }
    }

    /// For each text its rank, the same for the same text, and how many ranks there are. Empty texts have none.
    var ranks: ([UInt32], Int) {
        var ranks = [UInt32](repeating: RowOrder.last, count: count)
        var rank: UInt32 = 0
        texts.withUnsafe { texts in
            for (place, key) in keys.enumerated() {
                if place > 0, texts.compare(keys[place - 1].number, key.number) != 0 { rank += 1 }
                ranks[Int(key.number)] = rank
            }
        }
        return (ranks, keys.isEmpty ? 0 : Int(rank) + 1)
    }
}

/// Many short pieces of bytes, one behind the other.
private struct Pieces {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]

    mutating func add(_ write: (inout [UInt8]) -> Void) {
        write(&bytes)
        ends.append(bytes.count)
    }

    subscript(piece: Int) -> ArraySlice<UInt8> { bytes[ends[piece]..<ends[piece + 1]] }

    func withUnsafe<Result>(_ body: (Comparer) -> Result) -> Result {
        bytes.withUnsafeBytes { bytes in ends.withUnsafeBufferPointer { body(Comparer(bytes: bytes, ends: $0)) } }
    }

    struct Comparer {
        let bytes: UnsafeRawBufferPointer
        let ends: UnsafeBufferPointer<Int>

        func compare(_ one: UInt32, _ other: UInt32) -> Int {
            let first = ends[Int(one)]..<ends[Int(one) + 1]
            let second = ends[Int(other)]..<ends[Int(other) + 1]
            guard let base = bytes.baseAddress else { return 0 }
            let order = memcmp(base + first.lowerBound, base + second.lowerBound, min(first.count, second.count))
            return order != 0 ? Int(order) : first.count - second.count
        }
    }
}
