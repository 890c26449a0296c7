import Markup
import Tables

/// The list of the types of all parts of a file.
struct ContentTypes {
    private static let path = "[Content_Types].xml"
    private let outline: XMLOutline
    private let parts: PackageParts
    private var added = ""
    private var splices: [Splice] = []

    init(_ parts: PackageParts) throws(UnreadableFile) {
        guard let bytes = try parts.read(Self.path) else { throw damagedWorkbook }
        outline = try XMLOutline(bytes)
        self.parts = parts
    }

    mutating func add(_ type: String, for part: String) {
        remove(part)
        added += "<\(outline.prefix)Override PartName=\"/\(XMLText.attribute(part))\" ContentType=\"\(type)\"/>"
    }

    mutating func add(_ type: String, forExtension name: String) {
        let isKnown = outline.all("Default").contains {
            outline.elements[$0].value("Extension")?.lowercased() == name
        }
        let tag = "<\(outline.prefix)Default Extension=\"\(name)\" ContentType=\"\(type)\"/>"
        // Excel wants no particular order, but some readers stop looking for defaults at the first override.
        if !isKnown, !splices.contains(where: { $0.bytes == Array(tag.utf8) }) {
            splices.append(Splice(outline.root.tag.upperBound..<outline.root.tag.upperBound, tag))
        }
    }

    mutating func remove(_ part: String) {
        for place in outline.all("Override") {
            let element = outline.elements[place]
            guard element.value("PartName")?.lowercased() == "/" + part.lowercased(),
                !splices.contains(where: { $0.range.lowerBound == element.tag.lowerBound && !$0.range.isEmpty })
            else { continue }
            splices.append(Splice(element.tag.lowerBound..<element.end, ""))
        }
    }

    func save() throws(UnreadableFile) {
        guard !added.isEmpty || !splices.isEmpty else { return }
        try parts.write(Self.path, (splices + outline.appending(added, to: 0)).applied(to: outline.bytes))
    }
}
