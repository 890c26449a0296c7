import Foundation
import Tables

/// The boxes in which comments are shown, in the drawing language of 1998 that spreadsheets still use for them.
enum VMLBoxes {
    private static let namespaces = [
        "v": "urn:schemas-microsoft-com:vml", "o": "urn:schemas-microsoft-com:office:office",
        "x": "urn:schemas-microsoft-com:office:excel",
    ]
    private static let noteType = "_x0000_t202"

    /// A drawing with boxes added; a new one where there is none.
    static func adding(_ comments: [(cell: CellAddress, words: String)], to drawing: [UInt8]?) -> [UInt8] {
        guard !comments.isEmpty else { return drawing ?? Array(empty(boxes: 0).utf8) }
        guard let drawing, let end = lastClosingTag(of: drawing) else {
            let words = empty(boxes: comments.count)
            return adding(comments, to: Array(words.utf8))
        }
        let known = String(decoding: drawing, as: UTF8.self)
        let taken = known.matches(of: /_x0000_s(\d{1,9})/).compactMap { Int($0.output.1) }.max() ?? 1024
        let missing = namespaces.filter { !known.contains("xmlns:\($0.key)=") }
            .sorted { $0.key < $1.key }.map { " xmlns:\($0.key)=\"\($0.value)\"" }.joined()
        var added = known.contains("id=\"\(noteType)\"") ? "" : shapeType(missing)
        for (number, comment) in comments.enumerated() {
            added += box(comment.cell, CommentBox(comment.words), number: max(1024, taken) + 1 + number, missing)
        }
        return [Splice(end..<end, added)].applied(to: drawing)
    }

    private static func lastClosingTag(of drawing: [UInt8]) -> Int? {
        let tag = Array("</xml>".utf8)
        guard drawing.count >= tag.count else { return nil }
        return stride(from: drawing.count - tag.count, through: 0, by: -1).first {
            drawing[$0..<$0 + tag.count].elementsEqual(tag)
        }
    }

    /// Identifiers of shapes come in blocks of 1,024, which the drawing declares.
    private static func empty(boxes: Int) -> String {
        let blocks = (1...(boxes / 1024 + 1)).map(String.init).joined(separator: ",")
        let declared = namespaces.sorted { $0.key < $1.key }.map { " xmlns:\($0.key)=\"\($0.value)\"" }.joined()
        return """
            <xml\(declared)><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="\(blocks)"/></o:shapelayout></xml>
            """
    }

    private static func shapeType(_ missing: String) -> String {
        """
        <v:shapetype\(missing) id="\(noteType)" coordsize="21600,21600" o:spt="202" \
        path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>\
        <v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
        """
    }

    private static func box(_ cell: CellAddress, _ box: CommentBox, number: Int, _ missing: String) -> String {
        let colour = "#" + CommentBox.colour.argb.dropFirst(2).lowercased()
        let top = max(0, cell.row - 2)
        let left = min(cell.column + 1, 16_378)
        // Columns of 64 pixels and rows of 20: those of the sheet may differ, the box then stretches a little.
        let anchor = [left, 15, top, 4, left + box.width / 64, 15, top + box.height / 20, 4]
        return """
            <v:shape\(missing) id="_x0000_s\(number)" type="#\(noteType)" style="position:absolute;margin-left:80pt;\
            margin-top:2pt;width:\(box.width * 3 / 4)pt;height:\(box.height * 3 / 4)pt;z-index:\(number - 1024);\
            visibility:hidden" fillcolor="\(colour)" o:insetmode="auto"><v:fill color2="\(colour)"/>\
            <v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>\
            <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>\
            <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
            <x:Anchor>\(anchor.map(String.init).joined(separator: ", "))</x:Anchor><x:AutoFill>False</x:AutoFill>\
            <x:Row>\(cell.row - 1)</x:Row><x:Column>\(cell.column)</x:Column></x:ClientData></v:shape>
            """
    }
}
