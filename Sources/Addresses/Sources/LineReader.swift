import CZlib
import Foundation

/// The lines of a file, compressed with gzip or not, one block of memory at a time.
final class LineReader {
    /// How many bytes of the file were read, of how many.
    var progress: (done: Int, of: Int) { (Int(gzoffset(file)), size) }

    private let file: gzFile
    private let name: String
    private let size: Int
    private var block = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 22)
    private var capacity = 1 << 22
    private var start = 0
    private var end = 0
    private var isAtEnd = false

    init(_ url: URL) throws(AddressBaseError) {
        name = url.lastPathComponent
        var folder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &folder), !folder.boolValue,
            let file = gzopen(url.path, "rb")
        else { throw .missing(url.lastPathComponent) }
        self.file = file
        size = (try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
        gzbuffer(file, 1 << 18)
    }

    deinit {
        gzclose(file)
        block.deallocate()
    }

    /// The next line without its end; nil after the last. The bytes live until the next call and may be written over.
    func next() throws(AddressBaseError) -> UnsafeMutableBufferPointer<UInt8>? {
        while true {
            if let found = memchr(block + start, 0x0A, end - start) {
                let place = block.distance(to: found.assumingMemoryBound(to: UInt8.self))
                defer { start = place + 1 }
                return line(start, place)
            }
            if isAtEnd {
                defer { start = end }
                return start < end ? line(start, end) : nil
            }
            try fill()
        }
    }

    private func line(_ from: Int, _ to: Int) -> UnsafeMutableBufferPointer<UInt8> {
        let end = to > from && block[to - 1] == 0x0D ? to - 1 : to
        return UnsafeMutableBufferPointer(start: block + from, count: end - from)
    }

    private func fill() throws(AddressBaseError) {
        if start > 0 {
            memmove(block, block + start, end - start)
            end -= start
            start = 0
        }
        if end == capacity { try grow() }
        let read = gzread(file, block + end, UInt32(capacity - end))
        guard read >= 0 else { throw .truncated(name) }
        end += Int(read)
        isAtEnd = read == 0
        if isAtEnd {
            var status: Int32 = 0
            gzerror(file, &status)
            if status != Z_OK && status != Z_STREAM_END { throw .truncated(name) }
        }
    }

    /// A line longer than a block. One of more than 64 MiB belongs to no address file.
    private func grow() throws(AddressBaseError) {
        guard capacity < 1 << 26 else { throw .foreign(name) }
        let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
        memcpy(wider, block, end)
        block.deallocate()
        block = wider
        capacity *= 2
    }
}
