import Tables

/// How the cells of an XLSX file show their numbers, by the number of their style.
struct CellStyles {
    private(set) var formats: [NumberFormat] = []
    private var plain: [Bool] = []

    /// No styles: every number is plain.
    init() {}

    /// The styles of a part; none if there is no such part.
    init(part: String, in archive: ZipArchive, limits: ReadingLimits) throws(UnreadableFile) {
        let events = CellStyleEvents(limit: limits.annotations)
        _ = try archive.read(part, as: events)
        formats = events.formats
        plain = formats.map { $0 == .plain }
    }

    /// Whether numbers of a style are shown as they are.
    @inline(__always)
    func isPlain(_ style: Int) -> Bool { style >= plain.count || plain[style] }

    subscript(style: Int) -> NumberFormat {
        formats.indices.contains(style) ? formats[style] : .plain
    }
}

private final class CellStyleEvents: XMLEvents {
    var formats: [NumberFormat] = []
    private let limit: Int
    private var codes: [Int: NumberFormat] = [:]
    private var isInCellFormats = false

    init(limit: Int) {
        self.limit = limit
    }

    override func start(_ element: XMLElement) throws(UnreadableFile) {
        switch element.name {
        case "numFmt":
            guard let id = element.integer("numFmtId"), let code = element["formatCode"] else { return }
            codes[id] = NumberFormat(code: code)
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            guard formats.count < limit else { throw .tooLargeOnceOpened }
            let id = element.integer("numFmtId") ?? 0
            formats.append(codes[id] ?? NumberFormat(builtIn: id))
        default: break
        }
    }

    override func end(_ name: XMLName) {
        if "cellXfs" ~= name { isInCellFormats = false }
    }
}
