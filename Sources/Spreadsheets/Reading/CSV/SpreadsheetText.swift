/// The text of a file, for the room that judges files without making a table of them.
package enum SpreadsheetText {
    /// The text as UTF-8, whatever its encoding, without the mark that may stand before it.
    package static func utf8(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
        DecodedText(bytes).withBytes(of: bytes) { Array($0) }
    }

    /// Whether every byte is good UTF-8.
    package static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var place = 0
        while true {
            place = bytes.skipASCII(from: place)
            guard place < bytes.count else { return true }
            let length = bytes.lengthOfUTF8Character(at: place)
            guard length > 0 else { return false }
            place += length
        }
    }
}
