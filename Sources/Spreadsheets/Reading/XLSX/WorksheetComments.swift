import Tables

/// The comments of one sheet of an XLSX file, old notes and new conversations alike.
struct WorksheetComments {
    private(set) var texts: [CellAddress: String] = [:]

    /// The comments of the parts to which a sheet is linked.
    ///
    /// A conversation comes twice: as such, and as a note that tells old versions of Excel to be replaced.
    init(links: Relationships, in archive: ZipArchive, limits: ReadingLimits) throws(UnreadableFile) {
        if let notes = links.first("comments") {
            texts = try Self.read(notes, element: "comment", in: archive, limits: limits)
        }
        if let conversations = links.first("threadedComment") {
            let said = try Self.read(conversations, element: "threadedComment", in: archive, limits: limits)
            texts.merge(said) { $1 }
        }
    }

    private static func read(
        _ part: String, element: StaticString, in archive: ZipArchive, limits: ReadingLimits
    ) throws(UnreadableFile) -> [CellAddress: String] {
        let events = CommentEvents(element: element, limit: limits.annotations)
        _ = try archive.read(part, as: events)
        return events.texts
    }
}

private final class CommentEvents: XMLEvents {
    var texts: [CellAddress: String] = [:]
    private let element: StaticString
    private let limit: Int
    private var address: CellAddress?
    private var isText = false
    private var phonetic = 0
    private var current: [UInt8] = []

    init(element: StaticString, limit: Int) {
        self.element = element
        self.limit = limit
    }

    override func start(_ opened: XMLElement) throws(UnreadableFile) {
        switch opened.name {
        case element:
            guard texts.count < limit else { throw .tooLargeOnceOpened }
            address = opened["ref"].flatMap { CellAddress($0) }
            current.removeAll(keepingCapacity: true)
        case "t" where phonetic == 0: isText = true
        case "text" where "threadedComment" ~= element: isText = true
        case "rPh": phonetic += 1
        default: break
        }
    }

    override func end(_ name: XMLName) {
        switch name {
        case "t", "text": isText = false
        case "rPh": phonetic -= 1
        case element: keep()
        default: break
        }
    }

    override func text(_ bytes: UnsafeRawBufferPointer) {
        if isText { current.append(contentsOf: bytes) }
    }

    private func keep() {
        guard let address else { return }
        current.decodeEscapes()
        let text = String(decoding: current, as: UTF8.self)
        guard !text.isEmpty else { return }
        texts[address] = texts[address].map { $0 + "\n" + text } ?? text
    }
}

extension StaticString {
    fileprivate static func ~= (expected: StaticString, other: StaticString) -> Bool {
        expected.description == other.description
    }
}
