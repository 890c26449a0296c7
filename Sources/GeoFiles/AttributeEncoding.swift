import Foundation

/// How the characters of a Shapefile's table (`.dbf`) are written. Half of the files do not say, or say wrong.
enum AttributeEncoding {
    /// The name that GDAL gives to the encoding; nil to trust what the files say.
    static func name(of part: GeoPart) -> String? {
        guard let table = try? Data(contentsOf: part.companion("dbf"), options: .mappedIfSafe), table.count > 32
        else { return nil }
        let declared = (try? Data(contentsOf: part.companion("cpg"))).map { String(decoding: $0, as: UTF8.self) }
        let isDeclaredUTF8 = declared.map { $0.uppercased().contains("UTF") || $0.contains("65001") }
        let start = Int(table[table.startIndex + 8]) | Int(table[table.startIndex + 9]) << 8
        let (good, bad) = count([UInt8](table.dropFirst(start).prefix(16 << 20)))
        guard good + bad > 0 else { return nil }
        let isUTF8 = good > bad
        if let isDeclaredUTF8 {
            return isDeclaredUTF8 == isUTF8 ? nil : isUTF8 ? "UTF-8" : isDeclaredUTF8 ? "CP1252" : nil
        }
        if isUTF8 { return "UTF-8" }
        // Byte 29 names a code page; these are unset, or the Windows one, which programs write whatever they mean.
        return [0x00, 0x03, 0x57].contains(table[table.startIndex + 29]) ? "CP1252" : nil
    }

    /// How many characters beyond ASCII are well formed in UTF-8, and how many bytes are not.
    private static func count(_ bytes: [UInt8]) -> (good: Int, bad: Int) {
        var good = 0
        var bad = 0
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
            if length == 1 {
                position += 1
                continue
            }
            let rest = bytes[position...].dropFirst().prefix(max(0, length - 1))
            if length > 0, rest.count == length - 1, rest.allSatisfy({ $0 >> 6 == 2 }) {
                good += 1
                position += length
            } else {
                bad += 1
                position += 1
            }
        }
        return (good, bad)
    }
}
