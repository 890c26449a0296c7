/// Bytes that take the place of others.
struct Splice {
    /// What is replaced; empty where something is only inserted.
    var range: Range<Int>
    var bytes: [UInt8]

    init(_ range: Range<Int>, _ words: String) {
        self.range = range
        bytes = Array(words.utf8)
    }
}

extension [Splice] {
    /// From the first place to the last; insertions at the same place keep their order. Splices must not overlap.
    var inOrder: [Splice] {
        let sorted = enumerated().sorted {
            ($0.element.range.lowerBound, $0.element.range.isEmpty ? 0 : 1, $0.offset)
                < ($1.element.range.lowerBound, $1.element.range.isEmpty ? 0 : 1, $1.offset)
        }.map(\.element)
        for (first, second) in zip(sorted, sorted.dropFirst()) {
            precondition(second.range.lowerBound >= first.range.upperBound, "two splices overlap")
        }
        return sorted
    }

    /// The bytes with everything spliced in.
    func applied(to bytes: [UInt8]) -> [UInt8] {
        var spliced: [UInt8] = []
        spliced.reserveCapacity(bytes.count + reduce(0) { $0 + $1.bytes.count - $1.range.count })
        var done = 0
        for splice in inOrder {
            spliced += bytes[done..<splice.range.lowerBound]
            spliced += splice.bytes
            done = splice.range.upperBound
        }
        return spliced + bytes[done...]
    }
}

/// Splices bytes that come in pieces.
struct Seam {
    private var splices: ArraySlice<Splice>
    /// How many bytes have come.
    private var come = 0
    /// Up to which byte everything is written or left out.
    private var done = 0

    /// A seam of splices in their order.
    init(_ splices: [Splice]) { self.splices = splices[...] }

    /// Passes a piece on, with everything that is spliced into it.
    mutating func pass(_ piece: UnsafeRawBufferPointer, _ put: (UnsafeRawBufferPointer) -> Void) {
        let start = come
        come += piece.count
        func copy(upTo end: Int) {
            guard end > done else { return }
            put(UnsafeRawBufferPointer(rebasing: piece[(done - start)..<(end - start)]))
            done = end
        }
        while let splice = splices.first, splice.range.lowerBound < come {
            copy(upTo: splice.range.lowerBound)
            splice.bytes.withUnsafeBytes(put)
            done = max(done, splice.range.upperBound)
            splices.removeFirst()
        }
        copy(upTo: come)
    }

    /// What is spliced in after the last byte.
    mutating func finish(_ put: (UnsafeRawBufferPointer) -> Void) {
        for splice in splices { splice.bytes.withUnsafeBytes(put) }
        splices = []
    }
}
