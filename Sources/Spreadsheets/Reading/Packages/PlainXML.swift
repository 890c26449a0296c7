/// A stretch of XML read by hand: elements without prefix, attributes between quotes, text with the five entities and
/// character references. Whatever else XML allows is left to expat: every method says false, and stands anywhere.
///
/// A zero byte follows the last one, and no method goes beyond it: a stretch may end in the middle of a tag.
struct PlainXML {
    /// Some text: where it lies, or what it becomes once its entities are replaced.
    enum Content {
        case here(UnsafeRawBufferPointer)
        case rewritten([UInt8])
    }

    let base: UnsafePointer<UInt8>
    let end: Int
    var place = 0

    /// The byte at a distance from where we stand. Not beyond the zero that ends the stretch.
    @inline(__always)
    subscript(distance: Int) -> UInt8 { base[place &+ distance] }

    /// Goes behind a word; false, without moving, if it does not stand here.
    @inline(__always)
    mutating func skip(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard place &+ count <= end else { return false }
        for distance in 0..<count where base[place &+ distance] != word.utf8Start[distance] { return false }
        place &+= count
        return true
    }

    @inline(__always)
    mutating func skipBlanks() {
        while Self.isBlank(base[place]) { place &+= 1 }
    }

    /// Reads the attributes of a tag and goes behind it. `body` gets each name and value.
    mutating func readAttributes(
        _ body: (_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Bool
    ) -> (isRead: Bool, isEmpty: Bool) {
        while true {
            let hasBlank = Self.isBlank(base[place])
            skipBlanks()
            if base[place] == 0x3E {
                place &+= 1
                return (true, false)
            }
            if base[place] == 0x2F {
                place &+= 2
                return (base[place &- 1] == 0x3E, true)
            }
            guard hasBlank, let (name, value) = attribute(), body(name, value) else { return (false, false) }
        }
    }

    /// Goes behind a tag whose attributes say nothing.
    mutating func skipAttributes() -> (isRead: Bool, isEmpty: Bool) { readAttributes { _, _ in true } }

    /// Reads one attribute of plain ASCII, without entities.
    private mutating func attribute() -> (name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer)? {
        let start = place
        while Self.isNameByte(base[place]) { place &+= 1 }
        let name = UnsafeRawBufferPointer(start: base + start, count: place &- start)
        guard place > start, base[place] == 0x3D else { return nil }
        let quote = base[place &+ 1]
        guard quote == 0x22 || quote == 0x27 else { return nil }
        place &+= 2
        let first = place
        while base[place] != quote {
            let byte = base[place]
            guard byte >= 0x20, byte < 0x80, byte != 0x3C, byte != 0x26 else { return nil }
            place &+= 1
        }
        place &+= 1
        return (name, UnsafeRawBufferPointer(start: base + first, count: place &- 1 &- first))
    }

    /// Reads text up to the next tag.
    @inline(__always)
    mutating func readText() -> Content? {
        let start = place
        while true {
            let byte = base[place]
            if byte == 0x3C { return .here(UnsafeRawBufferPointer(start: base + start, count: place &- start)) }
            if byte == 0x26 { return readRewrittenText(from: start).map { .rewritten($0) } }
            if byte < 0x80 {
                guard byte >= 0x20 || byte == 0x09 || byte == 0x0A else { return nil }
                place &+= 1
            } else {
                guard skipCharacter() else { return nil }
            }
        }
    }

    /// Reads text that holds entities.
    @inline(never)
    private mutating func readRewrittenText(from start: Int) -> [UInt8]? {
        var text = Array(UnsafeBufferPointer(start: base + start, count: place - start))
        while true {
            let byte = base[place]
            if byte == 0x3C { return text }
            if byte == 0x26 {
                guard let character = readEntity() else { return nil }
                text.append(contentsOf: String(Character(character)).utf8)
            } else if byte < 0x80 {
                guard byte >= 0x20 || byte == 0x09 || byte == 0x0A else { return nil }
                text.append(byte)
                place += 1
            } else {
                let first = place
                guard skipCharacter() else { return nil }
                text.append(contentsOf: UnsafeBufferPointer(start: base + first, count: place - first))
            }
        }
    }

    private mutating func readEntity() -> Unicode.Scalar? {
        if skip("&amp;") { return "&" }
        if skip("&lt;") { return "<" }
        if skip("&gt;") { return ">" }
        if skip("&quot;") { return "\"" }
        if skip("&apos;") { return "'" }
        let radix: UInt32 = skip("&#x") ? 16 : 10
        guard radix == 16 || skip("&#") else { return nil }
        var code: UInt32 = 0
        let first = place
        while let digit = Self.digit(base[place], radix: radix), place - first < 8 {
            code = code &* radix &+ digit
            place += 1
        }
        guard place > first, skip(";"), code >= 0x20 || [0x09, 0x0A, 0x0D].contains(code), code < 0xFFFE else {
            return nil
        }
        return Unicode.Scalar(code)
    }

    /// Goes behind a character beyond ASCII; false if the bytes are none.
    private mutating func skipCharacter() -> Bool {
        let length = UnsafeRawBufferPointer(start: base, count: end).lengthOfUTF8Character(at: place)
        place += length
        return length > 0
    }

    private static func digit(_ byte: UInt8, radix: UInt32) -> UInt32? {
        if byte &- 0x30 <= 9 { return UInt32(byte) - 0x30 }
        let letter = (byte | 0x20) &- 0x61
        return radix == 16 && letter < 6 ? UInt32(letter) + 10 : nil
    }

    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    @inline(__always)
    private static func isNameByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x2D <= 13 && byte != 0x2F || byte == 0x5F
    }
}
