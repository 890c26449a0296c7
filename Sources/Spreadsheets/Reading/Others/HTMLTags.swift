/// Cuts a web page into tags and the text between them. Comments, scripts and styles are passed over.
struct HTMLTags {
    /// What comes by.
    enum Piece: Equatable {
        /// Text, by its place.
        case text(Range<Int>)
        /// A tag that opens: its name in small letters, and the place of what follows its name.
        case opens(String, Range<Int>)
        /// A tag that closes: its name in small letters.
        case closes(String)
    }

    private static let hidden: Set<String> = ["script", "style", "xml", "head", "title"]

    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// The next piece; nil at the end.
    mutating func next() -> Piece? {
        while place < bytes.count {
            let start = place
            guard bytes[place] == UInt8(ascii: "<"), isTag(place + 1) else {
                place += 1
                while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
                return .text(start..<place)
            }
            if bytes.hasBytes("<!--", at: place) {
                skip(past: "-->")
            } else if let tag = readTag() {
                return tag
            }
        }
        return nil
    }

    private func isTag(_ place: Int) -> Bool {
        guard place < bytes.count else { return false }
        let byte = bytes[place]
        return (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
            || byte == UInt8(ascii: "?")
    }

    private mutating func readTag() -> Piece? {
        let isClosing = bytes[place + 1] == UInt8(ascii: "/")
        let start = place + (isClosing ? 2 : 1)
        var end = start
        while end < bytes.count, end - start < 40, (bytes[end] | 0x20) &- 0x61 < 26 || bytes[end] &- 0x30 <= 9 {
            end += 1
        }
        let name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
        var close = end
        while close < bytes.count, bytes[close] != UInt8(ascii: ">") { close += 1 }
        place = min(close + 1, bytes.count)
        guard !name.isEmpty else { return nil }
        if isClosing { return .closes(name) }
        // A head that is never closed must not hide the page.
        if Self.hidden.contains(name), name != "head" { skip(past: "</" + name) }
        return .opens(name, end..<close)
    }

    private mutating func skip(past words: String) {
        let rest = place
        while place < bytes.count {
            if bytes.hasBytes(words, at: place) {
                place += words.utf8.count
                if words.hasPrefix("</") {
                    while place < bytes.count, bytes[place] != UInt8(ascii: ">") { place += 1 }
                    place = min(place + 1, bytes.count)
                }
                return
            }
            place += 1
        }
        place = words == "-->" ? bytes.count : rest
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the given words, in small letters, stand at a place.
    fileprivate func hasBytes(_ words: String, at place: Int) -> Bool {
        guard place + words.utf8.count <= count else { return false }
        for (offset, byte) in words.utf8.enumerated() {
            let here = self[place + offset]
            guard here == byte || (here &- 0x41 < 26 && here | 0x20 == byte) else { return false }
        }
        return true
    }
}
