import Foundation
import Spreadsheets

/// The text of a file in UTF-8, mapped from the disk where it is UTF-8 already.
final class TextFile: @unchecked Sendable {
    /// The text, without the mark that may stand before it.
    let text: Bytes
    private let mapped: UnsafeMutableRawPointer?
    private let mappedCount: Int
    private let decoded: UnsafeMutableBufferPointer<UInt8>?

    /// Opens a file; nil where it cannot be read.
    init?(path: String) {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        mappedCount = Int(status.st_size)
        guard mappedCount > 0 else {
            (mapped, decoded, text) = (nil, nil, Bytes(start: nil, count: 0))
            return
        }
        guard let address = mmap(nil, mappedCount, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
            return nil
        }
        madvise(address, mappedCount, MADV_SEQUENTIAL)
        mapped = address
        let bytes = UnsafeRawBufferPointer(start: address, count: mappedCount)
        if let mark = PlainText.markLength(of: bytes) {
            decoded = nil
            text = Bytes(rebasing: bytes.bindMemory(to: UInt8.self)[mark...])
        } else {
            let copy = Self.kept(SpreadsheetText.utf8(of: bytes))
            decoded = copy
            text = Bytes(copy)
        }
    }

    /// The text of something that is no file.
    init(_ bytes: [UInt8]) {
        (mapped, mappedCount) = (nil, 0)
        let copy = Self.kept(bytes)
        decoded = copy
        text = Bytes(copy)
    }

    deinit {
        if let mapped { munmap(mapped, mappedCount) }
        decoded?.deallocate()
    }

    private static func kept(_ bytes: [UInt8]) -> UnsafeMutableBufferPointer<UInt8> {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
        _ = copy.initialize(from: bytes)
        return UnsafeMutableBufferPointer(rebasing: copy[..<bytes.count])
    }

    /// Lets the system take back the pages of a part that was read: a large file then needs no more memory than a small
    /// one. They are read again from the disk if they are looked at once more.
    func release(_ range: Range<Int>) {
        guard let mapped, mappedCount > Self.large, let start = text.baseAddress else { return }
        let skipped = UnsafeRawPointer(start) - UnsafeRawPointer(mapped)
        Self.giveBack(
            UnsafeRawBufferPointer(start: mapped, count: mappedCount),
            range.lowerBound + skipped..<range.upperBound + skipped)
    }

    /// From how many bytes on the memory that a file takes is watched.
    static let large = 32 << 20

    static func giveBack(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
        let page = 4_096
        let first = (range.lowerBound + page - 1) / page * page
        let last = range.upperBound / page * page
        guard last > first, let start = bytes.baseAddress else { return }
        madvise(UnsafeMutableRawPointer(mutating: start + first), last - first, MADV_DONTNEED)
    }
}

/// Whether bytes are UTF-8 as they lie.
private enum PlainText {
    /// How many bytes stand before the text; nil where the bytes are not UTF-8, or hold zeros that no text holds.
    static func markLength(of bytes: UnsafeRawBufferPointer) -> Int? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
        // UTF-16 without a mark shows in the first bytes.
        if bytes.prefix(4_096).contains(0) { return nil }
        // The pages of a large file are given back as it is read.
        let isLarge = bytes.count > TextFile.large
        let isUTF8 = SpreadsheetText.isUTF8(bytes, step: 8 << 20) { range in
            if isLarge { TextFile.giveBack(bytes, range) }
        }
        guard isUTF8 else { return nil }
        return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
}
