/// Bytes on their way to a file, handed on in pieces of 64 KiB.
struct Pieces {
    var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(80 << 10) }

    mutating func write(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func write(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// Hands on what is there, if it is enough.
    mutating func flush(to output: (UnsafeRawBufferPointer) throws -> Void, ifAbove limit: Int = 64 << 10) throws {
        guard bytes.count > limit else { return }
        try bytes.withUnsafeBytes(output)
        bytes.removeAll(keepingCapacity: true)
    }
}
