import Foundation
import Markup
import Tables

/// What a part refers to, in its `.rels` part, which is made if there is none.
struct PartLinks {
    struct Link {
        var id: String
        /// The last word of the type (`worksheet`, `comments`): the rest differs between the two variants of OOXML.
        var type: String
        /// The path of the other part; nil if it is outside the file.
        var path: String?
    }

    let path: String
    private(set) var links: [Link] = []
    private let folder: String
    private let outline: XMLOutline
    private var added = ""
    private var removed: [Splice] = []
    private let parts: PackageParts

    /// The relationships of a part; those of the whole file for the empty path.
    init(of part: String, in parts: PackageParts) throws(UnreadableFile) {
        let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        folder = String(part[..<cut])
        path = "\(folder)_rels/\(part[cut...]).rels"
        self.parts = parts
        outline = try XMLOutline(
            try parts.read(path)
                ?? Array("<Relationships xmlns=\"\(OOXML.packageRelationships)\"></Relationships>".utf8))
        for place in outline.all("Relationship") {
            let element = outline.elements[place]
            guard let id = element.value("Id"), let type = element.value("Type"), let target = element.value("Target")
            else { continue }
            let isInside = element.value("TargetMode") != "External"
            links.append(
                Link(
                    id: id, type: String(type.split(separator: "/").last ?? ""), path: isInside ? resolve(target) : nil)
            )
        }
    }

    func link(_ type: String) -> Link? { links.first { $0.type == type && $0.path != nil } }

    /// Adds a link to a part and returns its identifier.
    mutating func add(_ type: String, to part: String, strict: Bool = false) -> String {
        var number = links.count + 1
        while links.contains(where: { $0.id == "rId\(number)" }) { number += 1 }
        let id = "rId\(number)"
        links.append(Link(id: id, type: type, path: part))
        added += """
            <\(outline.prefix)Relationship Id="\(id)" Type="\(OOXML.relationships(strict: strict))/\(type)" \
            Target="/\(XMLText.attribute(part))"/>
            """
        return id
    }

    /// Takes away the links of a type and returns the parts to which they led.
    mutating func remove(_ type: String) -> [String] {
        let gone = links.filter { $0.type == type }
        links.removeAll { $0.type == type }
        for place in outline.all("Relationship") {
            let element = outline.elements[place]
            if gone.contains(where: { $0.id == element.value("Id") }) {
                removed.append(Splice(element.tag.lowerBound..<element.end, ""))
            }
        }
        return gone.compactMap(\.path)
    }

    func save() throws(UnreadableFile) {
        guard !added.isEmpty || !removed.isEmpty else { return }
        let splices = removed + (added.isEmpty ? [] : outline.appending(added, to: 0))
        try parts.write(path, splices.applied(to: outline.bytes))
    }

    private func resolve(_ target: String) -> String {
        let target = target.removingPercentEncoding ?? target
        let path = target.hasPrefix("/") ? target : folder + target
        var steps: [Substring] = []
        for step in path.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}

/// The names of Office Open XML that we write.
enum OOXML {
    static let packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    static let spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let strictSpreadsheet = "http://purl.oclc.org/ooxml/spreadsheetml/main"

    /// The namespace of relationships, which the strict variant of the standard writes in another way.
    static func relationships(strict: Bool) -> String {
        strict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    }

    /// The content type of a part of a workbook (`worksheet`, `comments`, `styles`).
    static func contentType(_ kind: String) -> String {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.\(kind)+xml"
    }

    static let vmlContentType = "application/vnd.openxmlformats-officedocument.vmlDrawing"
}
