import Tables

/// The names inside the container of old Office files ([MS-CFB]), which tell what the file is.
struct OldContainer {
    /// The names of all streams.
    let names: Set<String>

    private static let entrySize = 128
    private static let mostSectors = 4_096

    init(_ bytes: UnsafeRawBufferPointer) {
        names = Self.names(in: bytes)
    }

    /// Throws a sentence unless this is an old workbook.
    func requireWorkbook(file: String) throws(UnreadableFile) {
        if names.contains("EncryptedPackage") { throw .protectedByPassword }
        if names.contains("Workbook") || names.contains("Book") { return }
        if names.contains("WordDocument") { throw .document(file) }
        if names.contains("PowerPoint Document") { throw .presentation(file) }
        if names.contains("__properties_version1.0") { throw .mail(file) }
        throw .unsuitable(.unknown, file: file)
    }

    /// Whether an old workbook says that it is encrypted: the record FILEPASS follows the first one ([MS-XLS] 2.1.7.20.2).
    /// Excel itself encrypts some files with a password that every program knows, so this alone is no refusal.
    static func isProtected(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let firstRecord: [UInt8] = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]
        for start in stride(from: 512, to: bytes.count - 24, by: 64) {
            let record = UnsafeRawBufferPointer(rebasing: bytes[start..<start + 24])
            if record.starts(with: firstRecord) { return record[20] == 0x2F && record[21] == 0 }
        }
        return false
    }

    private static func names(in bytes: UnsafeRawBufferPointer) -> Set<String> {
        guard bytes.count >= 512 else { return [] }
        let shift = Int(bytes.word(at: 30) & 0xFFFF)
        guard shift == 9 || shift == 12 else { return [] }
        let sectorSize = 1 << shift
        var names: Set<String> = []
        var sector = bytes.word(at: 48)
        var visited = 0
        while sector < 0xFFFF_FFFA, visited < mostSectors {
            let start = (Int(sector) + 1) << shift
            guard start + sectorSize <= bytes.count else { break }
            for entry in stride(from: start, to: start + sectorSize, by: entrySize) {
                if let name = name(at: entry, in: bytes) { names.insert(name) }
            }
            guard let next = nextSector(after: sector, in: bytes, shift: shift) else { break }
            sector = next
            visited += 1
        }
        return names
    }

    private static func name(at entry: Int, in bytes: UnsafeRawBufferPointer) -> String? {
        let length = Int(bytes.word(at: entry + 64) & 0xFFFF)
        guard length >= 4, length <= 64, length % 2 == 0, bytes[entry + 66] != 0 else { return nil }
        let units = stride(from: entry, to: entry + length - 2, by: 2).map {
            UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// The next sector of a chain. Only the part of the allocation table that the header lists is followed, which is
    /// enough for the directory of any usual file.
    private static func nextSector(after sector: UInt32, in bytes: UnsafeRawBufferPointer, shift: Int) -> UInt32? {
        let perSector = (1 << shift) / 4
        let table = Int(sector) / perSector
        guard table < 109 else { return nil }
        let tableSector = bytes.word(at: 76 + 4 * table)
        guard tableSector < 0xFFFF_FFFA else { return nil }
        let place = (Int(tableSector) + 1) << shift + 4 * (Int(sector) % perSector)
        guard place + 4 <= bytes.count else { return nil }
        return bytes.word(at: place)
    }
}

extension UnsafeRawBufferPointer {
    /// A little-endian number; all bits set outside the bytes.
    fileprivate func word(at place: Int) -> UInt32 {
        guard place >= 0, place + 4 <= count else { return .max }
        return UInt32(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
}
