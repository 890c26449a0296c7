/// How the characters of a text file are written.
enum TextEncoding: String {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1252 = "windows-1252"
    /// What Excel writes on old Macs.
    case macintosh
    /// What programs of the MS-DOS age write in western Europe.
    case ibm850

    /// How much of a file is looked at where the whole is not needed.
    private static let sample = 1 << 20
    /// From how many good characters to a bad one a file is UTF-8 with a few damaged bytes.
    private static let goodToBad = 20

    /// Whether each character takes two bytes or more, so that ASCII does not stand as it is.
    var isWide: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

    /// The encoding that the first bytes of a text say, and the length of the mark that says it.
    static func marked(_ bytes: UnsafeRawBufferPointer) -> (encoding: TextEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return unmarkedUTF16(bytes).map { ($0, 0) }
    }

    /// Finds the encoding of a text, by its mark or by what its bytes are as UTF-8.
    static func found(
        in bytes: UnsafeRawBufferPointer, validity: UTF8Validity
    ) -> (encoding: TextEncoding, markLength: Int) {
        if let marked = marked(bytes) { return (marked.encoding, marked.length) }
        if validity.bad == 0 || validity.good >= goodToBad * validity.bad { return (.utf8, 0) }
        return (mostPlausible(UnsafeRawBufferPointer(rebasing: bytes.prefix(sample))), 0)
    }

    /// Every other byte of a western text in UTF-16 is zero.
    private static func unmarkedUTF16(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? {
        guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
        var zeros = [0, 0]
        for place in 0..<min(bytes.count, 4_096) where bytes[place] == 0 { zeros[place % 2] += 1 }
        let half = min(bytes.count, 4_096) / 2
        if zeros[1] > half * 7 / 10, zeros[0] <= half / 20 { return .utf16LittleEndian }
        if zeros[0] > half * 7 / 10, zeros[1] <= half / 20 { return .utf16BigEndian }
        return nil
    }

    /// The encoding under which the bytes beyond ASCII are letters that French words have, where they have them.
    private static func mostPlausible(_ bytes: UnsafeRawBufferPointer) -> TextEncoding {
        var candidates: [(encoding: TextEncoding, score: Int)] = []
        for encoding in [windows1252, macintosh, ibm850] {
            candidates.append((encoding, FrenchPlausibility(encoding.singleBytes).score(bytes)))
        }
        // The first is kept when another is not better: it is by far the most common.
        return candidates.reduce(candidates[0]) { $1.score > $0.score ? $1 : $0 }.encoding
    }
}

/// How many characters beyond ASCII are good UTF-8, and how many stretches of bytes are not.
struct UTF8Validity {
    private(set) var good = 0
    private(set) var bad = 0

    /// Adds the characters that start in a range; the end of the last one.
    mutating func add(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
        var place = start
        while place < end {
            place = bytes.skipASCII(from: place, to: end)
            guard place < end else { break }
            let length = bytes.lengthOfUTF8Character(at: place)
            if length > 0 { good += 1 } else { bad += 1 }
            place += max(1, length)
        }
        return place
    }
}

extension UnsafeRawBufferPointer {
    /// The place of the next byte beyond ASCII, or the end.
    func skipASCII(from start: Int) -> Int { skipASCII(from: start, to: count) }

    /// The place of the next byte beyond ASCII before `end`, or `end`.
    func skipASCII(from start: Int, to end: Int) -> Int {
        var place = start
        while place + 8 <= end,
            loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            place += 8
        }
        while place < end, self[place] < 0x80 { place += 1 }
        return place
    }

    /// How many bytes the character at a place has in UTF-8; 0 if there is none (Unicode, table 3-7).
    func lengthOfUTF8Character(at place: Int) -> Int {
        let first = self[place]
        let length: Int
        switch first {
        case 0..<0x80: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 0
        }
        guard place + length <= count else { return 0 }
        let second = self[place + 1]
        switch first {
        case 0xE0 where second < 0xA0, 0xED where second > 0x9F: return 0
        case 0xF0 where second < 0x90, 0xF4 where second > 0x8F: return 0
        default: break
        }
        for next in place + 1..<place + length where self[next] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
