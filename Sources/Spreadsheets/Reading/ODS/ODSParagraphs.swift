/// The text of a cell or of a comment: paragraphs one below the other.
///
/// OpenDocument says that runs of white space count once (ODF 1.2, part 1, 6.1.2), but LibreOffice writes the spaces of
/// its own cells as they are. So spaces stay, and only line ends, which are there to lay out the XML, count once.
struct ODSParagraphs {
    private(set) var bytes: [UInt8] = []
    private var isOpen = false
    private var paragraphs = 0
    private var start = 0
    private var isAfterLineEnd = true

    /// The most spaces that one element may stand for.
    private static let mostSpaces = 1_000

    /// The text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        isOpen = false
        paragraphs = 0
    }

    mutating func start(_ element: XMLElement) {
        switch element.name {
        case "p", "h":
            if paragraphs > 0 { bytes.append(0x0A) }
            paragraphs += 1
            isOpen = true
            isAfterLineEnd = false
            start = bytes.count
        case "s" where isOpen: write(0x20, count: min(max(1, element.integer("c") ?? 1), Self.mostSpaces))
        case "tab" where isOpen: write(0x09, count: 1)
        case "line-break" where isOpen: write(0x0A, count: 1)
        default: break
        }
    }

    mutating func endParagraph() {
        isOpen = false
    }

    mutating func add(_ text: UnsafeRawBufferPointer) {
        guard isOpen else { return }
        for byte in text {
            if byte == 0x0A || byte == 0x0D || byte == 0x09 {
                if bytes.count > start, bytes.last != 0x20 { bytes.append(0x20) }
                isAfterLineEnd = true
            } else if byte != 0x20 || !isAfterLineEnd {
                bytes.append(byte)
                isAfterLineEnd = false
            }
        }
    }

    private mutating func write(_ byte: UInt8, count: Int) {
        bytes.append(contentsOf: repeatElement(byte, count: count))
        isAfterLineEnd = false
    }
}
