/// Cuts text into records and cells, byte by byte, as Python's `csv` does: Validata relies on it.
///
/// A quote opens a cell only where it comes first; what follows a closing quote belongs to the cell; a cell that nothing
/// closes goes on to the end. Line feed, carriage return, or both end a record. An empty line is a record of no cell.
struct RecordCutter {
    private let text: Bytes
    private let delimiter: UInt8
    private let skipsInitialSpace: Bool
    /// The byte at which the next record begins.
    private(set) var place: Int
    /// The cells of the last record. They point into the text, or, where a quote was doubled, into the room beside it.
    let cells = CellList()
    private let room = ScratchRoom()

    init(_ text: Bytes, dialect: Dialect, at place: Int = 0) {
        self.text = text
        self.place = place
        delimiter = dialect.delimiter
        skipsInitialSpace = dialect.skipsInitialSpace
    }

    /// Goes to a byte at which a record begins.
    mutating func move(to place: Int) { self.place = place }

    /// Cuts the next record; false at the end of the text.
    mutating func next() -> Bool {
        guard place < text.count, let base = text.baseAddress else { return false }
        cells.removeAll()
        room.removeAll()
        let end = text.count
        let delimiter = self.delimiter
        var here = place
        if base[here] == 0x0A || base[here] == 0x0D {
            place = afterLineEnd(here)
            return true
        }
        while true {
            if skipsInitialSpace {
                while here < end, base[here] == 0x20 { here += 1 }
            }
            let start = here
            if here < end, base[here] == 0x22 {
                here = quoted(from: here)
            } else {
                while here < end {
                    let byte = base[here]
                    if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
                    here += 1
                }
                cells.append(Bytes(start: base + start, count: here - start))
            }
            guard here < end else { break }
            if base[here] != delimiter {
                place = afterLineEnd(here)
                return true
            }
            here += 1
        }
        place = end
        return true
    }

    private func afterLineEnd(_ here: Int) -> Int {
        text[here] == 0x0D && here + 1 < text.count && text[here + 1] == 0x0A ? here + 2 : here + 1
    }

    /// Adds a cell that begins with a quote; the place of what ends it.
    private func quoted(from start: Int) -> Int {
        var here = start + 1
        let first = here
        while here < text.count, text[here] != 0x22 { here += 1 }
        let afterQuote = here + 1
        if afterQuote >= text.count || endsCell(text[afterQuote]) {
            cells.append(text.part(first..<min(here, text.count)))
            return min(afterQuote, text.count)
        }
        return mended(from: first)
    }

    /// Adds a cell with doubled quotes, or with text after its closing quote.
    private func mended(from first: Int) -> Int {
        var here = first
        var bytes: [UInt8] = []
        var isInside = true
        while here < text.count {
            let byte = text[here]
            if isInside, byte == 0x22 {
                if here + 1 < text.count, text[here + 1] == 0x22 {
                    bytes.append(byte)
                    here += 1
                } else {
                    isInside = false
                    if here + 1 < text.count, !endsCell(text[here + 1]) {
                        // Text after the quote: whatever comes now is part of it, quotes too.
                        here += 1
                        while here < text.count, !endsCell(text[here]) {
                            bytes.append(text[here])
                            here += 1
                        }
                        break
                    }
                }
            } else if !isInside {
                break
            } else {
                bytes.append(byte)
            }
            here += 1
        }
        cells.append(room.keep(bytes))
        return here
    }

    private func endsCell(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }
}

/// The cells of a record, in memory that is used again for the next.
final class CellList {
    private(set) var count = 0
    private var capacity = 64
    private(set) var cells = UnsafeMutablePointer<Bytes>.allocate(capacity: 64)

    deinit { cells.deallocate() }

    @inline(__always) subscript(_ place: Int) -> Bytes { cells[place] }

    @inline(__always) func append(_ cell: Bytes) {
        if count == capacity { grow() }
        (cells + count).initialize(to: cell)
        count += 1
    }

    func removeAll() { count = 0 }

    private func grow() {
        let larger = UnsafeMutablePointer<Bytes>.allocate(capacity: capacity * 2)
        larger.update(from: cells, count: count)
        cells.deallocate()
        cells = larger
        capacity *= 2
    }
}

/// Room for the few cells that cannot be read where they lie.
private final class ScratchRoom {
    private var pieces: [UnsafeMutableBufferPointer<UInt8>] = []

    deinit { removeAll() }

    func keep(_ bytes: [UInt8]) -> Bytes {
        let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
        _ = piece.initialize(from: bytes)
        pieces.append(piece)
        return Bytes(start: piece.baseAddress, count: bytes.count)
    }

    func removeAll() {
        guard !pieces.isEmpty else { return }
        for piece in pieces { piece.deallocate() }
        pieces.removeAll(keepingCapacity: true)
    }
}
