import Tables

/// How the cells of an XLSX file show their numbers, by the number of their style.
struct CellStyles {
    private var formats: [any CellFormat] = []
    private var plain: [Bool] = []

    /// No styles: every number is plain.
    init() {}

    /// The styles of a part; none if there is no such part.
    init(
        part: String, in archive: ZipArchive, as formats: CellFormats, limits: ReadingLimits
    ) throws(UnreadableFile) {
        let events = CellStyleEvents(formats, limit: limits.annotations)
        _ = try archive.read(part, as: events)
        self.formats = events.read
        plain = events.read.map(\.isPlain)
    }

    /// Whether numbers of a style are shown as they are.
    @inline(__always)
    func isPlain(_ style: Int) -> Bool { style >= plain.count || plain[style] }

    subscript(style: Int) -> any CellFormat {
        formats.indices.contains(style) ? formats[style] : NumberFormat.plain
    }
}

private final class CellStyleEvents: XMLEvents {
    var read: [any CellFormat] = []
    private let formats: CellFormats
    private let limit: Int
    private var codes: [Int: any CellFormat] = [:]
    private var isInCellFormats = false

    init(_ formats: CellFormats, limit: Int) {
        self.formats = formats
        self.limit = limit
    }

    override func start(_ element: XMLElement) throws(UnreadableFile) {
        switch element.name {
        case "numFmt":
            guard let id = element.integer("numFmtId"), let code = element["formatCode"] else { return }
            codes[id] = formats.described(code)
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            guard read.count < limit else { throw .tooLargeOnceOpened }
            let id = element.integer("numFmtId") ?? 0
            read.append(codes[id] ?? formats.builtIn(id))
        default: break
        }
    }

    override func end(_ name: XMLName) {
        if "cellXfs" ~= name { isInCellFormats = false }
    }
}
