import Foundation

/// A file that is there whole or not at all.
enum WholeFile {
    /// Writes beside the file first, and puts it in its place when it is whole.
    static func write(to file: URL, _ body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void) throws {
        let draft = file.deletingLastPathComponent().appendingPathComponent(".\(file.lastPathComponent).\(UUID())")
        defer { try? FileManager.default.removeItem(at: draft) }
        try Data().write(to: draft)
        let handle = try FileHandle(forWritingTo: draft)
        defer { try? handle.close() }
        try body { try $0.write(to: handle.fileDescriptor) }
        try handle.synchronize()
        guard rename(draft.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}

extension UnsafeRawBufferPointer {
    /// Writes all bytes to a file.
    func write(to descriptor: Int32) throws {
        var rest = self
        while !rest.isEmpty {
            let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw CocoaError(errno == ENOSPC ? .fileWriteOutOfSpace : .fileWriteUnknown) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}
