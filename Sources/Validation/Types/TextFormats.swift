/// Addresses of mailboxes, with the verdict of the library `validators`, on which Validata relies.
enum MailAddress {
    private static let name = Pattern.required(
        #"(^[\u0100-\u017F\u0180-\u024F\u00A0-\u00FF]"#
            + #"|[\u0100-\u017F\u0180-\u024F\u00A0-\u00FF0-9a-z!#$%&'*+/=?^_`{}|~\-]+"#
            + #"(\.[\u0100-\u017F\u0180-\u024F\u00A0-\u00FF0-9a-z!#$%&'*+/=?^_`{}|~\-]+)*$"#
            + #"|^"([\u0100-\u017F\u0180-\u024F\u00A0-\u00FF\x01-\x08\x0b\x0c\x0e-\x1f!#-\[\]-\x7f]|\\[\x09.])*")$"#,
        ignoringCase: true)
    // A name of letters beyond ASCII is written in ASCII by its registrar; here its letters count as letters.
    private static let domain = Pattern.required(
        #"^(?:[a-z0-9\x{80}-\x{10FFFF}](?:[a-z0-9\x{80}-\x{10FFFF}-]{0,61}[a-z0-9\x{80}-\x{10FFFF}])?\.)+"#
            + #"[a-z0-9\x{80}-\x{10FFFF}][a-z0-9\x{80}-\x{10FFFF}-]{0,61}[a-z\x{80}-\x{10FFFF}]$"#,
        ignoringCase: true)
    private static let blanks = Pattern.required(#"\s|__+"#)

    static func accepts(_ cell: Bytes) -> Bool {
        if isPlain(cell) { return true }
        guard let at = cell.firstIndex(of: 0x40), cell.lastIndex(of: 0x40) == at else { return false }
        let (name, domain) = (cell.part(0..<at), cell.part(at + 1..<cell.count))
        guard name.codePoints <= 64, domain.codePoints <= 253, !domain.isEmpty else { return false }
        return Self.name.matchesStart(of: name) && Self.domain.matchesStart(of: domain)
            && !blanks.isFound(in: domain)
    }

    /// Whether an address is one of the usual ones: small letters, digits, points and hyphens between letters.
    private static func isPlain(_ cell: Bytes) -> Bool {
        var at = -1
        var lastPoint = -1
        var before: UInt8 = 0x2E
        for (place, byte) in cell.enumerated() {
            if byte == 0x40 {
                guard at < 0, before != 0x2E, place <= 64 else { return false }
                at = place
            } else if byte == 0x2E || byte == 0x2D {
                guard before.isLetter || before.isDigit else { return false }
                if byte == 0x2E { lastPoint = place }
            } else if !byte.isLetter, !byte.isDigit {
                return false
            } else if at >= 0, place - max(lastPoint, at) > 60 {
                return false
            }
            before = byte
        }
        return at > 0 && lastPoint > at + 1 && cell.count - lastPoint > 2 && before.isLetter && cell.count - at < 250
    }
}

/// Addresses with a scheme (`https:`, `mailto:`), which is all that Validata asks of a URI.
enum WebAddress {
    static func accepts(_ cell: Bytes) -> Bool {
        guard let first = cell.first, first.isLetter else { return false }
        for byte in cell {
            if byte == 0x3A { return true }
            guard byte.isLetter || byte.isDigit || byte == 0x2B || byte == 0x2E || byte == 0x2D else { return false }
        }
        return false
    }
}

/// UUIDs as Python's `uuid.UUID` reads them: 32 hexadecimal digits, braces and hyphens aside.
enum UniversalIdentifier {
    static func accepts(_ cell: Bytes) -> Bool {
        var text = cell.text.replacing("urn:", with: "").replacing("uuid:", with: "")
        while let first = text.first, first == "{" || first == "}" { text.removeFirst() }
        while let last = text.last, last == "{" || last == "}" { text.removeLast() }
        let digits = text.replacing("-", with: "").utf8
        return digits.count == 32 && digits.allSatisfy { $0.isDigit || ($0 | 0x20) &- 0x61 < 6 }
    }
}

/// Base64, as Python's lenient `b64decode` reads it: foreign characters are skipped, only the end must fit.
enum Base64 {
    static func accepts(_ cell: Bytes) -> Bool {
        var place = 0
        var pads = 0
        for byte in cell {
            guard byte < 0x80 else { return false }
            if byte == 0x3D {
                if place >= 2 {
                    pads += 1
                    if place + pads >= 4 { return true }
                }
            } else if byte.isLetter || byte.isDigit || byte == 0x2B || byte == 0x2F {
                pads = 0
                place = (place + 1) % 4
            }
        }
        return place == 0
    }
}

/// Shapes in well-known text: `POINT (30 10)`.
enum WellKnownText {
    private static let number = #"\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"#
    private static let shape: Pattern = {
        let position = "\(number)(?:\\s+\(number)){1,3}\\s*"
        let line = #"\s*(?:EMPTY|\(\#(position)(?:,\#(position))*\))\s*"#
        let lines = #"\s*(?:EMPTY|\(\#(line)(?:,\#(line))*\))\s*"#
        let areas = #"\s*(?:EMPTY|\(\#(lines)(?:,\#(lines))*\))\s*"#
        let points =
            #"\s*(?:EMPTY|\((?:\#(position)|\s*\(\#(position)\)\s*)(?:,(?:\#(position)|\s*\(\#(position)\)\s*))*\))\s*"#
        let mark = #"\s*(?:Z|M|ZM)?"#
        let simple =
            #"\s*(?:POINT\#(mark)\s*(?:EMPTY|\(\#(position)\))|LINESTRING\#(mark)\#(line)|POLYGON\#(mark)\#(lines)"#
            + #"|MULTIPOINT\#(mark)\#(points)|MULTILINESTRING\#(mark)\#(lines)|MULTIPOLYGON\#(mark)\#(areas))\s*"#
        return Pattern.required(
            #"^(?:\#(simple)|\s*GEOMETRYCOLLECTION\#(mark)\s*(?:EMPTY|\(\#(simple)(?:,\#(simple))*\))\s*)$"#,
            ignoringCase: true)
    }()

    static func accepts(_ cell: Bytes) -> Bool { shape.matchesStart(of: cell) }
}
