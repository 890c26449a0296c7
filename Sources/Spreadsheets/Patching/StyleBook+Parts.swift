import Markup
import Tables

/// The parts of which styles are made, each added once.
extension StyleBook {
    mutating func append(_ section: String, _ xml: String) -> Int {
        added[section, default: []].append(xml)
        return (places[section]?.count ?? 0) + added[section, default: []].count - 1
    }

    mutating func part(_ section: String, _ xml: String) -> Int {
        if let number = known[.part(section, xml)] { return number }
        let number = append(section, prefixed(xml))
        known[.part(section, xml)] = number
        return number
    }

    /// Our own tags carry no prefix; the sender's part may want one.
    func prefixed(_ xml: String) -> String {
        guard !outline.prefix.isEmpty else { return xml }
        return xml.replacing(/<(\/?)(?=[a-zA-Z])/) { "<\($0.output.1)\(outline.prefix)" }
    }

    func fill(_ colour: Colour) -> String {
        """
        <fill><patternFill patternType="solid"><fgColor rgb="\(colour.argb)"/>\
        <bgColor indexed="64"/></patternFill></fill>
        """
    }

    func font(_ style: CellStyle) -> String {
        """
        <font>\(style.isBold ? "<b/>" : "")\(style.isItalic ? "<i/>" : "")<sz val="\(style.size ?? 11)"/>\
        \(style.ink.map { "<color rgb=\"\($0.argb)\"/>" } ?? "")<name val="Calibri"/><family val="2"/></font>
        """
    }

    var frame: String {
        let sides = ["left", "right", "top", "bottom"].map {
            "<\($0) style=\"thin\"><color rgb=\"\(frameColour.argb)\"/></\($0)>"
        }
        return "<border>\(sides.joined())<diagonal/></border>"
    }

    mutating func numberFormat(_ code: String) -> Int {
        if let builtIn = FormatChange.builtIn(code) { return builtIn }
        let xml = "<numFmt numFmtId=\"#\" formatCode=\"\(XMLText.attribute(code))\"/>"
        if let number = known[.part("numFmts", xml)] { return number }
        let taken = (places["numFmts"] ?? []).compactMap { outline.elements[$0].value("numFmtId").flatMap(Int.init) }
        let number = max(163, taken.max() ?? 0) + 1 + (added["numFmts"]?.count ?? 0)
        added["numFmts", default: []].append(prefixed(xml.replacing("#", with: String(number), maxReplacements: 1)))
        known[.part("numFmts", xml)] = number
        return number
    }

    /// The number format of a style.
    func format(of base: Int) -> FormatChange {
        guard let list = places["cellXfs"], list.indices.contains(base),
            let id = outline.elements[list[base]].value("numFmtId").flatMap(Int.init)
        else { return FormatChange(id: 0, code: nil) }
        let custom = places["numFmts"]?.first { outline.elements[$0].value("numFmtId") == String(id) }
        return FormatChange(id: id, code: custom.flatMap { outline.elements[$0].value("formatCode") })
    }

    /// White letters would vanish on a light highlight: the same font, dark. Nil where the letters are dark already.
    mutating func darkFont(of original: Int?) -> Int? {
        guard let original, let id = outline.elements[original].value("fontId").flatMap(Int.init),
            let fonts = places["fonts"], fonts.indices.contains(id)
        else { return nil }
        let children = outline.children(of: fonts[id])
        guard let colour = children.first(where: { outline.elements[$0].local == "color" }),
            isLight(outline.elements[colour])
        else { return nil }
        let inner = children.map { place -> String in
            if place == colour { return "<\(outline.prefix)color rgb=\"\(CellEdit.ink.argb)\"/>" }
            return String(
                decoding: outline.bytes[outline.elements[place].tag.lowerBound..<outline.elements[place].end],
                as: UTF8.self)
        }
        let xml = "<\(outline.prefix)font>\(inner.joined())</\(outline.prefix)font>"
        if let number = known[.part("fonts", xml)] { return number }
        let number = append("fonts", xml)
        known[.part("fonts", xml)] = number
        return number
    }

    private func isLight(_ colour: XMLOutline.Element) -> Bool {
        if let rgb = colour.value("rgb").flatMap({ UInt32($0.suffix(6), radix: 16) }) {
            let (red, green, blue) = (rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF)
            return 299 * red + 587 * green + 114 * blue > 140_000
        }
        // The theme's colours 0 and 2 are its light ones; of the old palette, white, yellow and cyan.
        if let theme = colour.value("theme") {
            let tint = colour.value("tint").flatMap(Double.init) ?? 0
            return ["0", "2"].contains(theme) ? tint > -0.4 : tint > 0.5
        }
        return ["1", "5", "7", "9", "13", "15", "26", "27", "41", "42", "43", "65"].contains(colour.value("indexed"))
    }
}
