import Tables

/// What a file is, from its first bytes: its name may lie.
enum FileKind: Equatable {
    case empty
    case zip
    /// The container of old Office files, and of new ones with a password.
    case oldContainer
    /// A binary Excel file of before 1995, which has no container.
    case ancientWorkbook
    /// A table of a web page, which many programs name `.xls`.
    case html
    /// Excel's XML of 2003, or a flat OpenDocument file.
    case xmlWorkbook
    case text
    case unsuitable(Unsuitable)

    /// Kinds of files that hold no spreadsheet.
    enum Unsuitable: Equatable {
        case pdf, image, richText, compressed, database, json, xml, webArchive, geographic, unknown
    }

    private static let sample = 1 << 16
    private static let signatures: [(bytes: [UInt8], kind: FileKind)] = [
        (Array("PK\u{03}\u{04}".utf8), .zip),
        (Array("PK\u{05}\u{06}".utf8), .zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldContainer),
        ([0x09, 0x08, 0x08, 0x00], .ancientWorkbook),
        ([0x09, 0x04, 0x06, 0x00], .ancientWorkbook),
        ([0x09, 0x02, 0x06, 0x00], .ancientWorkbook),
        ([0x09, 0x00, 0x04, 0x00], .ancientWorkbook),
        (Array("%PDF".utf8), .unsuitable(.pdf)),
        ([0x89, 0x50, 0x4E, 0x47], .unsuitable(.image)),
        ([0xFF, 0xD8, 0xFF], .unsuitable(.image)),
        (Array("GIF8".utf8), .unsuitable(.image)),
        ([0x49, 0x49, 0x2A, 0x00], .unsuitable(.image)),
        ([0x4D, 0x4D, 0x00, 0x2A], .unsuitable(.image)),
        (Array("RIFF".utf8), .unsuitable(.image)),
        (Array("{\\rtf".utf8), .unsuitable(.richText)),
        ([0x1F, 0x8B], .unsuitable(.compressed)),
        (Array("Rar!".utf8), .unsuitable(.compressed)),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .unsuitable(.compressed)),
        (Array("BZh".utf8), .unsuitable(.compressed)),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .unsuitable(.compressed)),
        ([0x28, 0xB5, 0x2F, 0xFD], .unsuitable(.compressed)),
        (Array("SQLite format 3".utf8), .unsuitable(.database)),
        (Array("PAR1".utf8), .unsuitable(.database)),
        ([0x00, 0x00, 0x27, 0x0A], .unsuitable(.geographic)),
    ]

    init(of bytes: UnsafeRawBufferPointer) {
        if let known = Self.signatures.first(where: { bytes.starts(with: $0.bytes) }) {
            self = known.kind
            return
        }
        let text = DecodedText(UnsafeRawBufferPointer(rebasing: bytes.prefix(Self.sample & ~1)))
        self = text.withBytes(of: bytes) { utf8 in
            let start = UnsafeRawBufferPointer(rebasing: utf8.prefix(Self.sample))
            return Self.kind(ofText: start, decoded: text, bytes: bytes)
        }
    }

    private static func kind(
        ofText text: UnsafeRawBufferPointer, decoded: DecodedText, bytes: UnsafeRawBufferPointer
    ) -> FileKind {
        let visible = text.drop { $0 <= 0x20 }
        guard !visible.isEmpty else { return decoded.droppedZeros ? .unsuitable(.unknown) : .empty }
        if holdsControls(text) || (decoded.droppedZeros && holdsZeros(bytes)) { return .unsuitable(.unknown) }
        let start = String(decoding: visible.prefix(2_000), as: UTF8.self).lowercased()
        let opening = start.prefix(200)
        if opening.hasPrefix("<?xml") || opening.hasPrefix("<workbook") { return kind(ofXML: start) }
        if ["<html", "<!doctype html", "<table", "<meta", "<head", "<body", "<style"].contains(where: opening.hasPrefix)
        {
            return .html
        }
        if opening.hasPrefix("mime-version:") { return .unsuitable(.webArchive) }
        if isJSON(opening) { return .unsuitable(.json) }
        return .text
    }

    private static func kind(ofXML start: String) -> FileKind {
        if start.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .xmlWorkbook }
        if start.contains("opendocument.spreadsheet") || start.contains("office:document") { return .xmlWorkbook }
        if start.contains("<html") || start.contains("<!doctype html") { return .html }
        return .unsuitable(.xml)
    }

    private static func isJSON(_ start: Substring) -> Bool {
        let dense = start.filter { !$0.isWhitespace }
        return dense.hasPrefix("{\"") || dense.hasPrefix("[{") || dense.hasPrefix("[[")
    }

    /// Whether so many control characters come by that this is no text.
    private static func holdsControls(_ text: UnsafeRawBufferPointer) -> Bool {
        text.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1A && $0 != 0x1B } * 50 > text.count
    }

    private static func holdsZeros(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.prefix(sample).count { $0 == 0 } * 4 > min(bytes.count, sample)
    }
}
