#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Cuts a text into blocks of whole records, one after the other.
///
/// Only quotes are looked at, because a line end outside them ends a record. Whether a quote opens a field, and where
/// that field closes, `FieldScanner` says, so that a block never ends inside what a reader of the whole text takes for
/// one field.
struct BlockCutter {
    private static let quote = UInt8(ascii: "\"")

    private let bytes: UnsafeRawBufferPointer
    private let delimiter: UInt8
    private let size: Int
    private var scanner: FieldScanner
    private var position: Int
    private var number = 0

    init(
        _ bytes: UnsafeRawBufferPointer, delimiter: UInt8, delimitersOfRow: Int, from position: Int, blocksOf size: Int
    ) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.size = size
        self.position = position
        scanner = FieldScanner(bytes, delimiter: delimiter, delimitersOfRow: delimitersOfRow, from: position)
    }

    /// The next block and its number, from 0; nil at the end.
    mutating func next() -> (number: Int, range: Range<Int>)? {
        guard position < bytes.count else { return nil }
        let start = position
        position = start + size < bytes.count ? endOfRecord(from: start, past: start + size) : bytes.count
        defer { number += 1 }
        return (number, start..<position)
    }

    /// The first end of a record that is not before `target`, from the start of a record on.
    private mutating func endOfRecord(from start: Int, past target: Int) -> Int {
        var place = start
        while place < target {
            guard let quote = nextQuote(from: place, to: target) else { break }
            place = passed(quote, from: start)
        }
        // Outside quoted fields now: the next line end ends a record, unless another field opens before.
        var end = max(place, target) - 1
        while end < bytes.count {
            if bytes[end] == Self.quote, end >= place {
                place = passed(end, from: start)
                // What was passed may be a field that ends its line.
                if place > end + 1, isLineEnd(place - 1) { return place }
                end = place
            } else if isLineEnd(end) {
                let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
                return end + (isPair ? 2 : 1)
            } else {
                end += 1
            }
        }
        return bytes.count
    }

    /// The place behind a quote, or behind the whole field that it opens with what closes it.
    private mutating func passed(_ quote: Int, from start: Int) -> Int {
        var field = quote
        while field > start, bytes[field - 1] == 0x20 || bytes[field - 1] == 0x09, bytes[field - 1] != delimiter {
            field -= 1
        }
        let opens = field == start || bytes[field - 1] == delimiter || isLineEnd(field - 1)
        guard opens, scanner.skipQuoted(from: field) else { return quote + 1 }
        return min(scanner.position, bytes.count)
    }

    private func nextQuote(from place: Int, to target: Int) -> Int? {
        guard let base = bytes.baseAddress, let found = memchr(base + place, Int32(Self.quote), target - place) else {
            return nil
        }
        return UnsafeRawPointer(found) - base
    }

    private func isLineEnd(_ place: Int) -> Bool { bytes[place] == 0x0A || bytes[place] == 0x0D }
}
