import Tables

/// The links from one part of an XLSX file to others.
struct Relationships {
    /// One link.
    struct Link {
        /// The last word of its type (`worksheet`, `comments`), the same in the two dialects of the standard.
        var type: String
        /// The part it leads to.
        var target: String
    }

    private(set) var byID: [String: Link] = [:]

    /// The links of a part; none if the file describes none.
    init(of part: String, in archive: ZipArchive) throws(UnreadableFile) {
        let (folder, name) = Self.split(part)
        let events = RelationshipEvents(folder: folder)
        _ = try archive.read("\(folder)_rels/\(name).rels", as: events)
        byID = events.links
    }

    /// The first part of a type, by the order of identifiers.
    func first(_ type: String) -> String? {
        byID.filter { $0.value.type == type }.min { $0.key < $1.key }?.value.target
    }

    private static func split(_ part: String) -> (folder: String, name: String) {
        guard let slash = part.lastIndex(of: "/") else { return ("", part) }
        return (String(part[...slash]), String(part[part.index(after: slash)...]))
    }
}

private final class RelationshipEvents: XMLEvents {
    private let folder: String
    var links: [String: Relationships.Link] = [:]

    init(folder: String) {
        self.folder = folder
    }

    override func start(_ element: XMLElement) {
        guard "Relationship" ~= element.name, element["TargetMode"] != "External" else { return }
        guard let id = element["Id"], let type = element["Type"], let target = element["Target"] else { return }
        let word = type.split(separator: "/").last.map(String.init) ?? ""
        links[id] = Relationships.Link(type: word, target: resolve(target))
    }

    /// Targets are relative to the folder of the part, or start at the root with a slash.
    private func resolve(_ target: String) -> String {
        let plain = target.removingPercentEscapes
        var steps: [Substring] = plain.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in plain.split(separator: "/") where step != "." {
            if step == ".." {
                _ = steps.popLast()
            } else {
                steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}

extension String {
    /// `sheet%201.xml` as `sheet 1.xml`.
    fileprivate var removingPercentEscapes: String {
        guard contains("%") else { return self }
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            let code = byte == 0x25 ? UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) : nil
            if code != nil { rest = rest.dropFirst(2) }
            bytes.append(code ?? byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
