/// Texts as JSON writes them (RFC 8259, §7).
public enum JSONString {
    /// Adds a text, given as UTF-8, between quotes.
    @inlinable
    public static func write(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
        let written: Void? = text.withContiguousStorageIfAvailable { write($0, to: &bytes) }
        if written == nil { Array(text).withUnsafeBufferPointer { write($0, to: &bytes) } }
    }

    /// Adds a text, given as UTF-8, between quotes.
    public static func write(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        if text.allSatisfy(standsForItself) { bytes.append(contentsOf: text) } else { escape(text, to: &bytes) }
        bytes.append(0x22)
    }

    private static func standsForItself(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x22 && byte != 0x5C }

    private static func escape(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        for byte in text {
            switch byte {
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case 0x0A: bytes += [0x5C, 0x6E]
            case 0x0D: bytes += [0x5C, 0x72]
            case 0x09: bytes += [0x5C, 0x74]
            case 0..<0x20: bytes += Array("\\u00".utf8) + [hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}
