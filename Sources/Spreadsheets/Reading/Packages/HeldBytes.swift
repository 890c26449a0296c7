#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The bytes of a part that have come and are not read yet. Zero bytes always follow the last one.
struct HeldBytes: ~Copyable {
    /// How far a reader by hand may look beyond the end.
    private static let zeros = 16

    private var bytes: UnsafeMutableRawBufferPointer
    private var first = 0
    private var end = 0

    init() {
        bytes = .allocate(byteCount: 1 << 18, alignment: 16)
        writeZeros()
    }

    deinit {
        bytes.deallocate()
    }

    /// How many bytes there are.
    var count: Int { end - first }

    /// The bytes, to be read by hand.
    var xml: PlainXML { PlainXML(base: base.assumingMemoryBound(to: UInt8.self), end: count) }

    /// The first bytes.
    func start(_ count: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    /// Adds a piece behind the others.
    mutating func append(_ piece: UnsafeRawBufferPointer) {
        if end + piece.count + Self.zeros > bytes.count { makeRoom(for: piece.count) }
        UnsafeMutableRawBufferPointer(rebasing: bytes[end...]).copyMemory(from: piece)
        end += piece.count
        writeZeros()
    }

    /// Forgets the first bytes.
    mutating func drop(_ count: Int) {
        first += count
        guard first == end else { return }
        (first, end) = (0, 0)
        writeZeros()
    }

    /// Where a word first stands, not before `start`.
    func range(of word: StaticString, from start: Int) -> Range<Int>? {
        let length = word.utf8CodeUnitCount
        var place = start
        while place + length <= count, let found = memchr(base + place, Int32(word.utf8Start[0]), count - place) {
            place = UnsafeRawPointer(found) - base
            guard place + length <= count else { return nil }
            if memcmp(found, word.utf8Start, length) == 0 { return place..<place + length }
            place += 1
        }
        return nil
    }

    /// Whether the first line says that the bytes are UTF-8, or nothing.
    var declaresUTF8: Bool {
        let head = String(decoding: start(min(count, 200)), as: UTF8.self).lowercased()
        guard head.contains("encoding") else { return true }
        return head.contains("encoding=\"utf-8\"") || head.contains("encoding='utf-8'")
    }

    private var base: UnsafeRawPointer {
        guard let base = bytes.baseAddress else { preconditionFailure("the room for held bytes is never empty") }
        return UnsafeRawPointer(base) + first
    }

    private mutating func writeZeros() {
        for place in end..<end + Self.zeros { bytes[place] = 0 }
    }

    /// Moves what there is to the front, of a larger room if need be.
    private mutating func makeRoom(for more: Int) {
        let held = start(count)
        let needed = count + more + Self.zeros
        if needed <= bytes.count {
            bytes.copyMemory(from: held)
        } else {
            let wider = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * needed, alignment: 16)
            wider.copyMemory(from: held)
            bytes.deallocate()
            bytes = wider
        }
        (first, end) = (0, held.count)
    }
}
