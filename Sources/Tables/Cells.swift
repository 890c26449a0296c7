import Foundation

/// The cells of one column: every distinct value once, and for each row which of them it holds.
///
/// Checks and repairs run once per distinct value, so their work grows with the number of different problems and
/// not with the number of rows. The bytes of all distinct values lie in one UTF-8 buffer.
public struct Cells: Sendable {
    /// For each row, the number of its value among the distinct ones.
    public private(set) var codes: [UInt32] = []
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var kinds: [Value.Kind] = []
    /// For each value its hash, then its number from 1; zero where there is none.
    private var slots: [UInt64] = []
    private let hash = TextHash.ofThisRun

    /// A column with no rows.
    public init() {}

    /// A column of the given values.
    public init(_ values: some Sequence<Value>) {
        for value in values { append(value) }
    }

    /// How many rows there are.
    public var count: Int { codes.count }

    /// How many different values there are. Value 0 is whatever came first.
    public var distinctCount: Int { ends.count }

    /// The value of a row.
    public subscript(row: Int) -> Value { distinct(Int(codes[row])) }

    /// One of the distinct values.
    public func distinct(_ code: Int) -> Value {
        withBytes(of: code) { Value(String(decoding: $0, as: UTF8.self), kind: kinds[code]) }
    }

    /// The kind of one of the distinct values.
    public func kind(of code: Int) -> Value.Kind { kinds[code] }

    /// The UTF-8 bytes of one of the distinct values.
    public func withBytes<Result>(of code: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(.init(rebasing: $0[(code == 0 ? 0 : ends[code - 1])..<ends[code]])) }
    }

    /// Which of the distinct values a text is; nil where no row ever held it.
    public func code(of value: Value) -> Int? {
        var text = value.text
        return text.withUTF8 { known(UnsafeRawBufferPointer($0), kind: value.kind) }.map(Int.init)
    }

    /// How many rows hold each distinct value.
    public func counts() -> [Int] {
        var counts = [Int](repeating: 0, count: distinctCount)
        for code in codes { counts[Int(code)] += 1 }
        return counts
    }

    /// The rows that hold each distinct value, in order.
    public func rowsByCode() -> [[Int]] {
        var rows = [[Int]](repeating: [], count: distinctCount)
        for (row, code) in codes.enumerated() { rows[Int(code)].append(row) }
        return rows
    }

    /// Adds a row.
    public mutating func append(_ value: Value) {
        var text = value.text
        text.withUTF8 { append(UnsafeRawBufferPointer($0), kind: value.kind) }
    }

    /// Adds a row from UTF-8 bytes, which must be valid UTF-8. Empty bytes make a blank cell.
    public mutating func append(_ text: UnsafeRawBufferPointer, kind: Value.Kind) {
        codes.append(code(of: text, kind: text.isEmpty ? .blank : kind))
    }

    /// Adds a row that holds one of the distinct values.
    public mutating func append(code: UInt32) {
        precondition(code < distinctCount)
        codes.append(code)
    }

    /// Adds empty rows, so that the column reaches `count` rows.
    public mutating func pad(to count: Int) {
        guard codes.count < count else { return }
        let blank = code(of: UnsafeRawBufferPointer(start: nil, count: 0), kind: .blank)
        codes.append(contentsOf: repeatElement(blank, count: count - codes.count))
    }

    /// The column with only some of its rows, in the given order, and only the values that they hold.
    public func keeping(rows: [Int]) -> Cells {
        var kept = Cells()
        var translation = [UInt32?](repeating: nil, count: distinctCount)
        kept.codes.reserveCapacity(rows.count)
        for row in rows {
            let code = Int(codes[row])
            if let known = translation[code] {
                kept.codes.append(known)
            } else {
                withBytes(of: code) { kept.append(UnsafeRawBufferPointer($0), kind: kinds[code]) }
                translation[code] = kept.codes[kept.codes.count - 1]
            }
        }
        return kept
    }

    /// The column with each distinct value replaced. `replace` is asked once per distinct value.
    public func mapDistinct(_ replace: (Value) -> Value) -> Cells {
        var mapped = Cells()
        var translation: [UInt32] = []
        for code in 0..<distinctCount {
            let value = replace(distinct(code))
            var text = value.text
            translation.append(text.withUTF8 { mapped.code(of: UnsafeRawBufferPointer($0), kind: value.kind) })
        }
        mapped.codes = codes.map { translation[Int($0)] }
        return mapped
    }

    /// Puts another value in one row.
    public mutating func set(_ value: Value, row: Int) {
        var text = value.text
        codes[row] = text.withUTF8 { code(of: UnsafeRawBufferPointer($0), kind: value.kind) }
    }
}

// MARK: - The hash table of distinct values (open addressing, at most half full)

extension Cells {
    private mutating func code(of text: UnsafeRawBufferPointer, kind: Value.Kind) -> UInt32 {
        // People fill columns downwards: the value above is the best guess.
        if let last = codes.last, kinds[Int(last)] == kind, equals(Int(last), text) { return last }
        if slots.count < 2 * (ends.count + 1) { grow() }
        let number = hash.of(text, kind: kind.rawValue)
        var place = Int(number) & (slots.count - 1)
        while slots[place] != 0 {
            // Only values with the same hash are worth a look at their bytes, which lie elsewhere.
            if UInt32(slots[place] &>> 32) == number {
                let code = Int(UInt32(truncatingIfNeeded: slots[place])) - 1
                if kinds[code] == kind, equals(code, text) { return UInt32(code) }
            }
            place = (place + 1) & (slots.count - 1)
        }
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        kinds.append(kind)
        slots[place] = UInt64(number) &<< 32 | UInt64(ends.count)
        return UInt32(ends.count - 1)
    }

    private func known(_ text: UnsafeRawBufferPointer, kind: Value.Kind) -> UInt32? {
        guard !slots.isEmpty else { return nil }
        let number = hash.of(text, kind: kind.rawValue)
        var place = Int(number) & (slots.count - 1)
        while slots[place] != 0 {
            let code = Int(UInt32(truncatingIfNeeded: slots[place])) - 1
            if UInt32(slots[place] &>> 32) == number, kinds[code] == kind, equals(code, text) { return UInt32(code) }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    private func equals(_ code: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        let start = code == 0 ? 0 : ends[code - 1]
        guard ends[code] - start == text.count else { return false }
        guard let other = text.baseAddress, text.count > 0 else { return true }
        return bytes.withUnsafeBytes { mine in
            guard let base = mine.baseAddress else { return false }
            return memcmp(base + start, other, text.count) == 0
        }
    }

    private mutating func grow() {
        let size = max(16, slots.count * 2)
        var fresh = [UInt64](repeating: 0, count: size)
        for slot in slots where slot != 0 {
            var place = Int(slot &>> 32) & (size - 1)
            while fresh[place] != 0 { place = (place + 1) & (size - 1) }
            fresh[place] = slot
        }
        slots = fresh
    }
}
