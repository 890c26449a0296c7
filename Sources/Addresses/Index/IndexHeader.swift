import Foundation

/// The beginning of an index file: what it is, how long it is, and where each section stands.
struct IndexHeader {
    /// The first bytes of every index; the number of the form is their end.
    static let magic = Array("GABADR02".utf8)
    /// The bytes before the first section.
    static let size = 16 + Section.allCases.count * 16

    private let file: MappedFile

    /// Checks that a file is an index, of this form and whole.
    static func read(_ file: MappedFile, _ url: URL) throws(AddressBaseError) -> IndexHeader {
        guard file.bytes.count >= size, file.bytes.prefix(6).elementsEqual(magic.prefix(6)) else {
            throw .notAnIndex(url.lastPathComponent)
        }
        guard file.bytes.prefix(8).elementsEqual(magic) else { throw .otherVersion(url.lastPathComponent) }
        let header = IndexHeader(file: file)
        guard header.number(8) == UInt64(file.bytes.count), header.isInside else {
            throw .truncated(url.lastPathComponent)
        }
        return header
    }

    /// The records of a section.
    func section<Entry: BitwiseCopyable>(_ section: Section) -> UnsafeBufferPointer<Entry> {
        let start = Int(number(16 + section.rawValue * 16))
        let length = Int(number(24 + section.rawValue * 16))
        let stretch = UnsafeRawBufferPointer(rebasing: file.bytes[start..<start + length])
        return stretch.bindMemory(to: Entry.self)
    }

    private var isInside: Bool {
        Section.allCases.allSatisfy { section in
            let start = number(16 + section.rawValue * 16), length = number(24 + section.rawValue * 16)
            return start % 8 == 0 && start <= UInt64(file.bytes.count) && length <= UInt64(file.bytes.count) - start
        }
    }

    private func number(_ place: Int) -> UInt64 {
        UInt64(littleEndian: file.bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
}
