import Tables
import Texts

/// The text of a file as UTF-8, whatever its encoding. Bytes that are already good UTF-8 are used where they lie.
struct DecodedText {
    let encoding: TextEncoding
    /// Whether zero bytes were left out.
    private(set) var droppedZeros = false
    private let start: Int
    private var written: [UInt8]?

    init(_ bytes: UnsafeRawBufferPointer) {
        let survey = TextSurvey(of: bytes) { _ in }
        encoding = survey.encoding
        start = survey.markLength
        let text = UnsafeRawBufferPointer(rebasing: bytes[start...])
        switch encoding {
        case .utf8: if survey.bad > 0 { written = Array(String(decoding: text, as: UTF8.self).utf8) }
        case .utf16LittleEndian, .utf16BigEndian: written = Self.narrowed(text, as: encoding)
        case .windows1252, .macintosh, .ibm850:
            written = Self.translated(text, table: encoding.singleBytes.map { Array(String(Character($0)).utf8) })
        }
        guard survey.hasZeros || (encoding.isWide && written?.contains(0) == true) else { return }
        written = (written ?? Array(text)).filter { $0 != 0 }
        droppedZeros = true
    }

    /// Calls `body` with the UTF-8, given the bytes of the file.
    func withBytes<Result, Failure: Error>(
        of file: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let written else { return try body(UnsafeRawBufferPointer(rebasing: file[start...])) }
        return try written.withUnsafeBufferPointer { (bytes) throws(Failure) in try body(UnsafeRawBufferPointer(bytes))
        }
    }

    /// A text in UTF-16 as UTF-8.
    static func narrowed(_ bytes: UnsafeRawBufferPointer, as encoding: TextEncoding) -> [UInt8] {
        encoding == .utf16BigEndian
            ? narrowed(bytes) { UInt16($1) | UInt16($0) << 8 } : narrowed(bytes) { UInt16($0) | UInt16($1) << 8 }
    }

    private static func narrowed(_ bytes: UnsafeRawBufferPointer, _ unit: (UInt8, UInt8) -> UInt16) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for place in stride(from: 0, to: bytes.count - 1, by: 2) { units.append(unit(bytes[place], bytes[place + 1])) }
        var narrow: [UInt8] = []
        narrow.reserveCapacity(units.count)
        _ = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) {
            narrow.append($0)
        }
        return narrow
    }

    /// A text as UTF-8, by what the bytes 128 to 255 of its encoding stand for.
    static func translated(_ bytes: UnsafeRawBufferPointer, table: [[UInt8]]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        var place = 0
        while place < bytes.count {
            let next = bytes.skipASCII(from: place)
            text.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[place..<next]))
            if next < bytes.count { text.append(contentsOf: table[Int(bytes[next]) - 128]) }
            place = next + 1
        }
        return text
    }
}
