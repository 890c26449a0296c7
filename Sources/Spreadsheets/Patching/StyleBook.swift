import Tables

/// The styles of a workbook, to which new ones are added. Those that are there keep their numbers.
struct StyleBook {
    let path: String?
    let outline: XMLOutline
    var added: [String: [String]] = [:]
    var known: [Key: Int] = [:]
    var places: [String: [Int]] = [:]

    enum Key: Hashable {
        case clone(base: Int, fill: CellEdit.Highlight?, format: Int?)
        case style(CellStyle)
        case part(String, String)
    }

    /// The sections to which we add, in the order of the standard, with what each must begin with.
    private static let sections: [(name: String, seed: [String])] = [
        ("numFmts", []),
        ("fonts", ["<font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"]),
        (
            "fills",
            ["<fill><patternFill patternType=\"none\"/></fill>", "<fill><patternFill patternType=\"gray125\"/></fill>"]
        ),
        ("borders", ["<border><left/><right/><top/><bottom/><diagonal/></border>"]),
        ("cellStyleXfs", ["<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"]),
        ("cellXfs", ["<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"]),
    ]

    init(path: String?, in parts: PackageParts) throws(UnreadableFile) {
        self.path = path
        let bytes = path.flatMap { try? parts.read($0) } ?? []
        outline = try XMLOutline(
            bytes.isEmpty ? Array("<styleSheet xmlns=\"\(OOXML.spreadsheet)\"></styleSheet>".utf8) : bytes)
        for (name, seed) in Self.sections {
            if let section = outline.children(of: 0).first(where: { outline.elements[$0].local == name }) {
                places[name] = outline.children(of: section)
            } else if !seed.isEmpty {
                added[name] = seed.map(prefixed)
            }
        }
    }

    /// The number of a style like that of a cell, with a highlight and the format that a new value needs.
    mutating func style(like base: Int, highlight: CellEdit.Highlight?, format: Int?) -> Int {
        if highlight == nil, format == nil { return base }
        let key = Key.clone(base: base, fill: highlight, format: format)
        if let number = known[key] { return number }
        let original = places["cellXfs"].flatMap { $0.indices.contains(base) ? $0[base] : $0.first }
        var attributes = original.map { outline.elements[$0].attributes } ?? []
        func set(_ name: String, _ value: String) {
            attributes.removeAll { $0.name == name }
            attributes.append(.init(name: name, value: value))
        }
        if let highlight {
            set("fillId", String(part("fills", fill(highlight.fill))))
            set("applyFill", "1")
            if let font = darkFont(of: original) {
                set("fontId", String(font))
                set("applyFont", "1")
            }
        }
        if let format {
            set("numFmtId", String(format))
            set("applyNumberFormat", "1")
        }
        let inner = original.map { outline.content(of: $0) } ?? ""
        let number = append(
            "cellXfs",
            XMLOutline.tag(outline.prefix + "xf", attributes, selfClosing: inner.isEmpty)
                + (inner.isEmpty ? "" : inner + "</\(outline.prefix)xf>"))
        known[key] = number
        return number
    }

    /// The number of a style of ours.
    mutating func style(_ style: CellStyle) -> Int {
        if style == .plain { return 0 }
        if let number = known[.style(style)] { return number }
        let format = style.numberFormat.map { numberFormat($0) } ?? 0
        let xml = """
            <xf numFmtId="\(format)" fontId="\(part("fonts", font(style)))" \
            fillId="\(style.fill.map { part("fills", fill($0)) } ?? 0)" \
            borderId="\(style.isFramed ? part("borders", frame) : 0)" xfId="0" applyNumberFormat="1" applyFont="1" \
            applyFill="1" applyBorder="1" applyAlignment="1">\
            <alignment\(style.isCentred ? " horizontal=\"center\"" : "")\
            \(style.isIndented ? " horizontal=\"left\" indent=\"1\"" : "") \
            vertical="\(style.isAtTop ? "top" : "center")"\(style.wraps ? " wrapText=\"1\"" : "")/></xf>
            """
        let number = append("cellXfs", prefixed(xml))
        known[.style(style)] = number
        return number
    }

    /// The bytes of the part with everything that was added.
    func bytes() -> [UInt8] {
        var splices: [Splice] = []
        for (rank, section) in Self.sections.enumerated() {
            guard let fresh = added[section.name] else { continue }
            let count = (places[section.name]?.count ?? 0) + fresh.count
            if let place = outline.children(of: 0).first(where: { outline.elements[$0].local == section.name }) {
                splices += outline.appending(fresh.joined(), to: place, setting: ["count": String(count)])
            } else {
                let name = outline.prefix + section.name
                let xml = "<\(name) count=\"\(count)\">\(fresh.joined())</\(name)>"
                let at = insertionPoint(rank: rank)
                splices += at.map { [Splice($0..<$0, xml)] } ?? outline.appending(xml, to: 0)
            }
        }
        return splices.applied(to: outline.bytes)
    }

    private func insertionPoint(rank: Int) -> Int? {
        let earlier = Set(Self.sections.prefix(rank).map { Substring($0.name) })
        let next = outline.children(of: 0).first { !earlier.contains(outline.elements[$0].local) }
        return next.map { outline.elements[$0].tag.lowerBound }
    }
}
