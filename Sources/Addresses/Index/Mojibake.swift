import Foundation

/// Names of a base that were written as UTF-8 and read as Windows-1252 once too often: `CÃ©sar`.
enum Mojibake {
    /// Whether the bytes of a name hold `Ã` or `â€`, which no French name does.
    static func isLikely(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        for place in name.indices.dropLast() where name[place] == 0xC3 {
            if name[place + 1] == 0x83 || name[place + 1] == 0x82 { return true }
            if name[place + 1] == 0xA2, place + 2 < name.count, name[place + 2] == 0xE2 { return true }
        }
        return false
    }

    /// The name as it was meant; the name itself where it cannot be told.
    static func mended(_ name: String) -> String {
        guard let bytes = name.data(using: .windowsCP1252), let mended = String(data: bytes, encoding: .utf8) else {
            return name
        }
        return mended
    }
}
