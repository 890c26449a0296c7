import Foundation

/// A pattern of LIKE: `%` is any text, `_` one character, a backslash takes the meaning off what follows.
struct LikePattern: Sendable {
    /// What stands between two `%`.
    private struct Piece {
        /// Its bytes; 0xFF, which no UTF-8 has, is one character.
        var bytes: [UInt8] = []
        var hasAny: Bool { bytes.contains(LikePattern.anyCharacter) }
    }

    private static let anyCharacter: UInt8 = 0xFF
    /// The pieces; the first begins the text and the last ends it.
    private let pieces: [Piece]
    /// No shorter text fits.
    private let shortest: Int

    init(_ pattern: String) {
        var pieces = [Piece()]
        var isEscaped = false
        for byte in pattern.utf8 {
            if isEscaped {
                pieces[pieces.count - 1].bytes.append(byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "%") {
                // Several are one.
                if pieces.count == 1 || !pieces[pieces.count - 1].bytes.isEmpty { pieces.append(Piece()) }
            } else {
                pieces[pieces.count - 1].bytes.append(byte == UInt8(ascii: "_") ? Self.anyCharacter : byte)
            }
        }
        if isEscaped { pieces[pieces.count - 1].bytes.append(UInt8(ascii: "\\")) }
        self.pieces = pieces
        shortest = pieces.reduce(0) { $0 + $1.bytes.count }
    }

    /// Whether the whole text fits. Each piece is taken where it comes first: what it leaves is the most that the next
    /// ones can have, so that nothing is tried twice and the work is at most the product of the two lengths.
    func fits(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= shortest, let start = Self.end(of: pieces[0], in: text, at: 0) else { return false }
        guard pieces.count > 1 else { return start == text.count }
        var place = start
        for piece in pieces[1..<(pieces.count - 1)] {
            guard let end = Self.find(piece, in: text, from: place) else { return false }
            place = end
        }
        return Self.ends(text, with: pieces[pieces.count - 1], from: place)
    }

    func fits(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { fits($0) }
    }

    /// Where a piece ends that stands at a place; nil where another text stands there.
    private static func end(of piece: Piece, in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        var place = start
        for byte in piece.bytes {
            guard place < text.count else { return nil }
            if byte == anyCharacter {
                place = next(text, place)
            } else {
                guard text[place] == byte else { return nil }
                place += 1
            }
        }
        return place
    }

    /// Where the first occurrence of a piece ends.
    private static func find(_ piece: Piece, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        if piece.hasAny {
            var place = start
            while place < text.count {
                if let end = end(of: piece, in: text, at: place) { return end }
                place = next(text, place)
            }
            return nil
        }
        guard let base = text.baseAddress, let first = piece.bytes.first else { return start }
        var place = start
        while text.count - place >= piece.bytes.count {
            guard let found = memchr(base + place, Int32(first), text.count - place - piece.bytes.count + 1) else {
                return nil
            }
            place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if memcmp(base + place, piece.bytes, piece.bytes.count) == 0 { return place + piece.bytes.count }
            place += 1
        }
        return nil
    }

    private static func ends(_ text: UnsafeBufferPointer<UInt8>, with piece: Piece, from start: Int) -> Bool {
        if !piece.hasAny {
            let place = text.count - piece.bytes.count
            return place >= start && end(of: piece, in: text, at: place) == text.count
        }
        // From the end backwards, character by character.
        var place = text.count
        for byte in piece.bytes.reversed() {
            guard place > start else { return false }
            place -= 1
            if byte == anyCharacter {
                while place > start, text[place] & 0xC0 == 0x80 { place -= 1 }
            } else if text[place] != byte {
                return false
            }
        }
        return true
    }

    /// The byte at which the next character begins.
    private static func next(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        var place = place + 1
        while place < text.count, text[place] & 0xC0 == 0x80 { place += 1 }
        return place
    }
}
