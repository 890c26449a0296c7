import Foundation

/// A file in memory, read only.
final class MappedFile: @unchecked Sendable {
    // What is mapped is never written to, neither by us nor, since a new index replaces the file, by others.
    let bytes: UnsafeRawBufferPointer

    init(_ url: URL) throws(AddressBaseError) {
        let descriptor = open(url.path, O_RDONLY)
        guard descriptor >= 0 else { throw .missing(url.lastPathComponent) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0,
            let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_SHARED, descriptor, 0), start != MAP_FAILED
        else { throw .notAnIndex(url.lastPathComponent) }
        bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
    }

    /// Lets go of the pages that were read: they stay with the system, which gives them back when they are asked for
    /// again, and no longer count as ours.
    func letGo() {
        madvise(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count, MADV_DONTNEED)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
