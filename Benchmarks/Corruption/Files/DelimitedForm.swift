import Foundation

/// How a text file separates, quotes and encodes its cells.
struct DelimitedForm: Sendable {
    var delimiter = ";"
    var encoding = Encoding.utf8
    var lineEnd = "\r\n"
    var quotes = Quotes.whereNeeded
    var firstLine: String?
    /// Bytes that do not belong into a text file, put here and there.
    var strewsNUL = false
    /// What stands at the end of each line.
    var trailer = ""
    /// Whether empty cells at the end of a line are left out.
    var dropsEmptyEnds = false

    enum Quotes: Sendable { case whereNeeded, always, never }

    enum Encoding: Sendable, CaseIterable {
        case utf8, utf8WithMark, windows1252, macRoman, utf16LittleWithMark, utf16BigWithMark, utf16Little, dos850,
            latin9
    }

    /// The bytes of a sheet.
    func bytes(of sheet: [[SentCell]]) -> Data {
        var text = firstLine.map { $0 + lineEnd } ?? ""
        for line in sheet {
            var cells = line.map(\.text)
            if dropsEmptyEnds { while cells.count > 1, cells.last == "" { cells.removeLast() } }
            text += cells.map(written).joined(separator: delimiter) + trailer + lineEnd
        }
        if strewsNUL { text = text.replacing("\(delimiter)\(delimiter)", with: "\(delimiter)\0\(delimiter)") }
        return encoding.bytes(of: text)
    }

    private func written(_ cell: String) -> String {
        let needsQuotes = cell.contains(delimiter) || cell.contains("\"") || cell.contains("\n") || cell.contains("\r")
        switch quotes {
        case .always: return "\"" + cell.replacing("\"", with: "\"\"") + "\""
        case .whereNeeded where needsQuotes: return "\"" + cell.replacing("\"", with: "\"\"") + "\""
        default: return cell
        }
    }
}

extension DelimitedForm.Encoding {
    /// The bytes of a text; what the encoding cannot write becomes `?`.
    func bytes(of text: String) -> Data {
        switch self {
        case .utf8: Data(text.utf8)
        case .utf8WithMark: Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)
        case .windows1252: lossy(text, .windowsCP1252)
        case .macRoman: Data(text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : MacRoman.bytes[$0] ?? 0x3F })
        case .utf16LittleWithMark: Data([0xFF, 0xFE]) + wide(text, isBig: false)
        case .utf16BigWithMark: Data([0xFE, 0xFF]) + wide(text, isBig: true)
        case .utf16Little: wide(text, isBig: false)
        case .dos850: Data(text.unicodeScalars.map { Self.dos[$0] ?? ($0.isASCII ? UInt8($0.value) : 0x3F) })
        case .latin9:
            Data(text.unicodeScalars.map { Self.latin9Signs[$0] ?? ($0.value < 256 ? UInt8($0.value) : 0x3F) })
        }
    }

    private func lossy(_ text: String, _ encoding: String.Encoding) -> Data {
        text.data(using: encoding, allowLossyConversion: true) ?? Data()
    }

    private func wide(_ text: String, isBig: Bool) -> Data {
        var bytes = Data()
        for unit in text.utf16 {
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            bytes.append(contentsOf: isBig ? pair.reversed() : pair)
        }
        return bytes
    }

    /// The letters of French in code page 850.
    private static let dos: [Unicode.Scalar: UInt8] = [
        "é": 0x82, "è": 0x8A, "ê": 0x88, "ë": 0x89, "à": 0x85, "â": 0x83, "ä": 0x84, "ç": 0x87, "î": 0x8C, "ï": 0x8B,
        "ô": 0x93, "ö": 0x94, "ù": 0x97, "û": 0x96, "ü": 0x81, "ÿ": 0x98, "É": 0x90, "È": 0xD4, "Ê": 0xD2, "Ë": 0xD3,
        "À": 0xB7, "Â": 0xB6, "Ç": 0x80, "Î": 0xD7, "Ï": 0xD8, "Ô": 0xE2, "Ù": 0xEB, "Û": 0xEA, "°": 0xF8, "²": 0xFD,
        "«": 0xAE, "»": 0xAF, "ñ": 0xA4,
    ]

    /// What ISO 8859-15 writes otherwise than ISO 8859-1.
    private static let latin9Signs: [Unicode.Scalar: UInt8] = ["€": 0xA4, "Œ": 0xBC, "œ": 0xBD, "Ÿ": 0xBE]
}
