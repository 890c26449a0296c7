import Tables
import Texts

/// The texts that the cells of an XLSX file share, in one buffer.
struct SharedStrings {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// No shared texts: some programs write every text in its cell.
    init() {}

    /// The given texts.
    init(_ texts: [String]) {
        for text in texts { Array(text.utf8).withUnsafeBytes { add($0) } }
    }

    /// The shared texts of a part; none if there is no such part.
    init(part: String, in archive: ZipArchive, limits: ReadingLimits) throws(UnreadableFile) {
        let events = SharedStringEvents(limit: limits.sharedStrings)
        _ = try archive.read(part, as: events)
        self = events.strings
    }

    /// How many there are.
    var count: Int { ends.count }

    /// Adds a text behind the others.
    fileprivate mutating func add(_ text: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
    }

    /// Calls `body` with the UTF-8 of a text.
    @inline(__always)
    func with(
        _ place: Int, _ body: (UnsafeRawBufferPointer) throws(UnreadableFile) -> Void
    ) throws(UnreadableFile) {
        let range = (place == 0 ? 0 : ends[place - 1])..<ends[place]
        try bytes.withUnsafeBufferPointer { (all) throws(UnreadableFile) in
            try body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(all)[range]))
        }
    }
}

/// Joins the runs of a rich text; the reading aids of Asian texts are no part of it.
private final class SharedStringEvents: XMLStretchEvents {
    var strings = SharedStrings()
    private let limit: Int
    private var current: [UInt8] = []
    private var isText = false
    private var phonetic = 0
    private var isInList = false

    init(limit: Int) {
        self.limit = limit
    }

    override func start(_ element: XMLElement) throws(UnreadableFile) {
        switch element.name {
        case "t": isText = phonetic == 0
        case "sst": isInList = true
        case "si":
            current.removeAll(keepingCapacity: true)
            guard strings.count < limit else { throw .tooLargeOnceOpened }
        case "rPh": phonetic += 1
        default: break
        }
    }

    override func end(_ name: XMLName) {
        switch name {
        case "t": isText = false
        case "si":
            current.decodeEscapes()
            current.withUnsafeBytes { strings.add($0) }
        case "rPh": phonetic -= 1
        default: break
        }
    }

    override func text(_ bytes: UnsafeRawBufferPointer) {
        if isText { current.append(contentsOf: bytes) }
    }

    // MARK: Reading by hand

    override var opening: StaticString { "<sst" }
    override var isOpened: Bool { isInList }
    override var itemEnd: StaticString { "</si>" }

    override func readPlain(_ xml: inout PlainXML) throws(UnreadableFile) -> Bool {
        while true {
            xml.skipBlanks()
            let item = xml.place
            guard let text = Self.plainText(&xml) else {
                xml.place = item
                let isOver = xml.skip("</sst>")
                xml.place = item
                return isOver
            }
            guard strings.count < limit else { throw .tooLargeOnceOpened }
            switch text {
            case .here(let bytes) where !bytes.contains(0x5F): strings.add(bytes)
            case .here(let bytes): addDecoding(Array(bytes))
            case .rewritten(let bytes): addDecoding(bytes)
            }
        }
    }

    private func addDecoding(_ bytes: [UInt8]) {
        var bytes = bytes
        bytes.decodeEscapes()
        bytes.withUnsafeBytes { strings.add($0) }
    }

    /// The text of `<si><t>…</t></si>`; nil for any other writing.
    private static func plainText(_ xml: inout PlainXML) -> PlainXML.Content? {
        guard xml.skip("<si><t") else { return nil }
        let tag = xml.skipAttributes()
        guard tag.isRead, !tag.isEmpty, let text = xml.readText(), xml.skip("</t></si>") else { return nil }
        return text
    }
}
