/// Texts between the tags of XML (XML 1.0, §2.2 and §2.4): what XML cannot hold is left out.
enum XMLText {
    static func escaped(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        Array(text.utf8).withUnsafeBufferPointer { write($0, to: &bytes) }
        return bytes
    }

    static func write(_ value: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var place = 0
        while place < value.count {
            switch value[place] {
            case 0x26: bytes += Array("&amp;".utf8)
            case 0x3C: bytes += Array("&lt;".utf8)
            case 0x3E: bytes += Array("&gt;".utf8)
            case 0x22: bytes += Array("&quot;".utf8)
            // A carriage return as it is would be read as an end of line.
            case 0x0D: bytes += Array("&#13;".utf8)
            case 0x09, 0x0A: bytes.append(value[place])
            case 0..<0x20: break
            case 0xEF where isNoCharacter(value, at: place): place += 2
            default: bytes.append(value[place])
            }
            place += 1
        }
    }

    /// U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    private static func isNoCharacter(_ value: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        place + 2 < value.count && value[place + 1] == 0xBF && value[place + 2] >= 0xBE
    }
}
