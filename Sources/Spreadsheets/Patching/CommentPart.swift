import Foundation
import Tables
import Texts

/// The comments of one sheet: their texts in one part, their boxes in another.
///
/// A drawing in VML is no well-formed XML where old versions of Excel wrote it: new boxes are put before its last
/// closing tag, and nothing else of it is looked at.
struct CommentPart {
    let parts: PackageParts
    let isStrict: Bool
    let language: Language
    private let author = Signature.author

    /// Writes comments for a sheet. Where a cell has one already the words are added to it, or take the place of those
    /// that we added earlier. `drawing` is the link of the sheet to its drawing of comments; the answer is the new
    /// link, nil where that one serves.
    func write(
        _ comments: [CellAddress: String], of links: inout PartLinks, drawing: String?, sheet: String,
        types: inout ContentTypes
    ) throws(UnreadableFile) -> String? {
        let inOrder = comments.sorted { $0.key < $1.key }.map {
            (cell: $0.key, words: cellText(Signature.sign($0.value, in: language)))
        }
        let fresh = try writeTexts(inOrder, &links, &types)
        let known = links.links.first { $0.id == drawing }?.path
        let path = known ?? parts.freePath("xl/drawings/vmlDrawing#.vml")
        let old = try known.flatMap { path throws(UnreadableFile) in try parts.read(path) }
        try parts.write(path, VMLBoxes.adding(fresh, to: old))
        guard known == nil else { return nil }
        types.add(OOXML.vmlContentType, forExtension: "vml")
        return links.add("vmlDrawing", to: path, strict: isStrict)
    }

    /// Writes the texts and returns those that need a box.
    private func writeTexts(
        _ comments: [(cell: CellAddress, words: String)], _ links: inout PartLinks, _ types: inout ContentTypes
    ) throws(UnreadableFile) -> [(cell: CellAddress, words: String)] {
        guard let path = links.link("comments")?.path, let bytes = try parts.read(path) else {
            let path = parts.freePath("xl/comments#.xml")
            let list = comments.map { element($0.cell, $0.words, author: 0, prefix: "") }.joined()
            try parts.write(
                path,
                """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <comments xmlns="\(isStrict ? OOXML.strictSpreadsheet : OOXML.spreadsheet)">\
                <authors><author>\(author)</author></authors><commentList>\(list)</commentList></comments>
                """)
            _ = links.add("comments", to: path, strict: isStrict)
            types.add(OOXML.contentType("comments"), for: path)
            return comments
        }
        let outline = try XMLOutline(bytes)
        guard let authors = outline.first("authors"), let list = outline.first("commentList") else {
            throw damagedWorkbook
        }
        let prefix = outline.prefix
        var splices = outline.appending("<\(prefix)author>\(author)</\(prefix)author>", to: authors)
        let number = outline.children(of: authors).count
        var places: [String: Int] = [:]
        let children = outline.childrenByParent
        for place in children[list] ?? [] { places[outline.elements[place].value("ref") ?? ""] = place }
        var added = ""
        var fresh: [(cell: CellAddress, words: String)] = []
        for comment in comments {
            if let place = places[comment.cell.description] {
                splices += prolonging(place, with: comment.words, in: outline, children)
            } else {
                added += element(comment.cell, comment.words, author: number, prefix: prefix)
                fresh.append(comment)
            }
        }
        if !added.isEmpty { splices += outline.appending(added, to: list) }
        try parts.write(path, splices.applied(to: bytes))
        return fresh
    }

    /// Adds words to a comment that is there, or replaces those of an earlier round.
    private func prolonging(
        _ comment: Int, with words: String, in outline: XMLOutline, _ children: [Int: [Int]]
    ) -> [Splice] {
        guard let text = children[comment]?.first(where: { outline.elements[$0].local == "text" }) else { return [] }
        let prefix = outline.prefix
        let parts = children[text] ?? []
        let spoken = outline.words(of: text, children)
        if Signature.ourPlace(in: spoken) != nil {
            let others = Signature.othersWords(in: spoken)
            let kept = others.isEmpty ? "" : escapedRun(others + "\n\n", prefix: prefix)
            let element = outline.elements[text]
            let opening = XMLOutline.tag(element.name, element.attributes, selfClosing: false)
            return [
                Splice(
                    element.tag.lowerBound..<element.end,
                    opening + kept + run(words, prefix: prefix) + "</\(element.name)>")
            ]
        }
        var splices: [Splice] = []
        // Plain text becomes a first run, since words and runs do not mix.
        if let plain = parts.first(where: { outline.elements[$0].local == "t" }) {
            let element = outline.elements[plain]
            splices.append(Splice(element.tag.lowerBound..<element.tag.lowerBound, "<\(prefix)r>"))
            splices.append(Splice(element.end..<element.end, "</\(prefix)r>"))
        }
        return splices + outline.appending(run("\n\n" + words, prefix: prefix), to: text)
    }

    private func element(_ cell: CellAddress, _ words: String, author: Int, prefix: String) -> String {
        """
        <\(prefix)comment ref="\(cell)" authorId="\(author)"><\(prefix)text>\(run(words, prefix: prefix))\
        </\(prefix)text></\(prefix)comment>
        """
    }

    private func run(_ words: String, prefix: String) -> String { escapedRun(escapedCell(words), prefix: prefix) }

    private func escapedRun(_ words: String, prefix: String) -> String {
        """
        <\(prefix)r><\(prefix)rPr><\(prefix)sz val="10"/><\(prefix)color rgb="\(CellEdit.ink.argb)"/>\
        <\(prefix)rFont val="Calibri"/><\(prefix)family val="2"/></\(prefix)rPr>\
        <\(prefix)t xml:space="preserve">\(words)</\(prefix)t></\(prefix)r>
        """
    }
}

extension XMLOutline {
    /// The places of the children of each element.
    fileprivate var childrenByParent: [Int: [Int]] {
        Dictionary(grouping: elements.indices.filter { elements[$0].parent != nil }) { elements[$0].parent ?? 0 }
    }

    /// The words of a text, with or without runs, as they are escaped.
    fileprivate func words(of text: Int, _ children: [Int: [Int]]) -> String {
        (children[text] ?? []).map { place in
            switch elements[place].local {
            case "t": content(of: place)
            case "r": words(of: place, children)
            default: ""
            }
        }.joined()
    }
}
