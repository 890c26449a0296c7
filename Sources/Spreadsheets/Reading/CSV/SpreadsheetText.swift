/// The text of a file, for the room that judges files without making a table of them.
package enum SpreadsheetText {
    /// The text as UTF-8, whatever its encoding, without the mark that may stand before it.
    package static func utf8(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
        DecodedText(bytes).withBytes(of: bytes) { Array($0) }
    }

    /// Whether every byte is good UTF-8.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - step: After how many bytes `passed` is called, so that the pages of a large file can be given back.
    ///   - passed: Called with each range that was read.
    package static func isUTF8(
        _ bytes: UnsafeRawBufferPointer, step: Int = .max, passed: (Range<Int>) -> Void = { _ in }
    ) -> Bool {
        var start = 0
        while start < bytes.count {
            var end = bytes.count - start > step ? start + step : bytes.count
            // A block ends where a character does.
            while end < bytes.count, end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            guard isWhole(UnsafeRawBufferPointer(rebasing: bytes[start..<end])), end > start else { return false }
            passed(start..<end)
            start = end
        }
        return true
    }

    private static func isWhole(_ bytes: UnsafeRawBufferPointer) -> Bool {
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
