import Tables
import Texts

/// The texts that the cells of an XLSX file share, in one buffer.
struct SharedStrings {
    fileprivate(set) var bytes: [UInt8] = []
    fileprivate(set) var ends: [Int] = []

    /// No shared texts: some programs write every text in its cell.
    init() {}

    /// The shared texts of a part; none if there is no such part.
    init(part: String, in archive: ZipArchive, limits: ReadingLimits) throws(UnreadableFile) {
        let events = SharedStringEvents(limit: limits.sharedStrings)
        _ = try archive.read(part, as: events)
        self = events.strings
    }

    /// How many there are.
    var count: Int { ends.count }

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
private final class SharedStringEvents: XMLEvents {
    var strings = SharedStrings()
    private let limit: Int
    private var current: [UInt8] = []
    private var isText = false
    private var phonetic = 0

    init(limit: Int) {
        self.limit = limit
    }

    override func start(_ element: XMLElement) throws(UnreadableFile) {
        switch element.name {
        case "t": isText = phonetic == 0
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
            strings.bytes.append(contentsOf: current)
            strings.ends.append(strings.bytes.count)
        case "rPh": phonetic -= 1
        default: break
        }
    }

    override func text(_ bytes: UnsafeRawBufferPointer) {
        if isText { current.append(contentsOf: bytes) }
    }
}
