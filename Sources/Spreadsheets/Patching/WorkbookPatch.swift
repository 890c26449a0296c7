public import Foundation
public import Tables
public import Texts

/// Edits to write into the workbook that somebody sent, of which everything else stays as it is: formats, widths,
/// formulas, images, filters, other sheets.
public struct WorkbookPatch: Sendable {
    private var edits: [String: [CellAddress: CellEdit]] = [:]
    private var sheets: [SheetDraft] = []
    private let language: Language

    /// No edits yet. The language is that of the few sentences that are added to comments.
    public init(language: Language = .french) { self.language = language }

    /// Whether nothing is to be changed.
    public var isEmpty: Bool { edits.isEmpty && sheets.isEmpty }

    /// Edits a cell. A second edit of the same cell takes the place of the first.
    ///
    /// A formula gives way to the new value, unless other cells hang on it (shared and array formulas): then the value
    /// is only suggested in the comment. So it is for the headers of Excel's tables.
    public mutating func edit(sheet: String, cell: CellAddress, _ edit: CellEdit) {
        edits[sheet, default: [:]][cell] = edit
    }

    /// Edits a cell. A nil value keeps the old one, the empty text empties the cell.
    public mutating func edit(
        sheet: String, cell: CellAddress, value: String?, kind: CellEdit.Kind = .text,
        highlight: CellEdit.Highlight? = nil, comment: String? = nil
    ) {
        edit(sheet: sheet, cell: cell, CellEdit(value: value, kind: kind, highlight: highlight, comment: comment))
    }

    /// Edits many cells of a sheet at once. Edits of the same cells take the place of earlier ones.
    public mutating func edit(sheet: String, _ cells: [CellAddress: CellEdit]) {
        guard let earlier = edits.removeValue(forKey: sheet) else {
            edits[sheet] = cells
            return
        }
        edits[sheet] = earlier.merging(cells) { _, later in later }
    }

    /// Adds a sheet after all others. A sheet of the same name gives way to it.
    public mutating func add(sheet: SheetDraft) { sheets.append(sheet) }

    /// The workbook with the edits. Throws where the bytes are no XLSX workbook, or it lacks a sheet to edit.
    public func apply(to xlsx: Data) throws(UnreadableFile) -> Data {
        let parts = try PackageParts(xlsx)
        var book = try WorkbookParts(parts)
        var types = try ContentTypes(parts)
        var styles = try StyleBook(path: book.links.link("styles")?.path, in: parts)
        for (name, edits) in edits.sorted(by: { $0.key < $1.key }) {
            guard let path = book.sheet(name) else { throw Self.missing(name) }
            try Self.write(edits, at: path, parts, &book, &types, &styles, language)
        }
        for sheet in sheets { try Self.write(sheet, parts, &book, &types, &styles, language) }
        try save(styles, parts, &book, &types)
        if book.mustCompute { book.removeChain(&types) }
        try book.save()
        try types.save()
        return try parts.data()
    }

    private static func missing(_ sheet: String) -> UnreadableFile {
        UnreadableFile(
            Text(
                fr: "La feuille « \(sheet) » n'est pas dans ce classeur : a-t-elle changé de nom ?",
                en: "The sheet “\(sheet)” is not in this workbook: was it renamed?"))
    }
}

// MARK: - The steps

extension WorkbookPatch {
    private static func write(
        _ edits: [CellAddress: CellEdit], at path: String, _ parts: PackageParts, _ book: inout WorkbookParts,
        _ types: inout ContentTypes, _ styles: inout StyleBook, _ language: Language
    ) throws(UnreadableFile) {
        let patch = try SheetPatch(path, in: parts, edits: edits)
        var links = try PartLinks(of: path, in: parts)
        var result = patch.result(
            of: edits, styles: &styles, fixed: try tableHeaders(links, parts), startsIn1904: book.startsIn1904,
            language: language)
        if !result.comments.isEmpty {
            let comments = CommentPart(parts: parts, isStrict: book.isStrict, language: language)
            let link = try comments.write(
                result.comments, of: &links, drawing: patch.legacyDrawing, sheet: path, types: &types)
            if let link { result.splices.append(patch.drawing(link, strict: book.isStrict)) }
            try links.save()
        }
        if edits.values.contains(where: { $0.value != nil }), book.links.link("calcChain") != nil {
            book.mustCompute = true
        }
        if result.removedFormula { book.mustCompute = true }
        try parts.write(path, splicing: result.splices)
    }

    private static func write(
        _ sheet: SheetDraft, _ parts: PackageParts, _ book: inout WorkbookParts, _ types: inout ContentTypes,
        _ styles: inout StyleBook, _ language: Language
    ) throws(UnreadableFile) {
        var path = book.sheet(sheet.name)
        if let path { try clear(path, parts, &types) }
        if path == nil { path = try book.add(sheet: sheet.name) }
        guard let path else { return }
        types.add(OOXML.contentType("worksheet"), for: path)
        let added = AddedSheet(sheet: sheet, isStrict: book.isStrict)
        guard !sheet.comments.isEmpty else { return try parts.write(path, added.xml(&styles, drawing: nil)) }
        var links = try PartLinks(of: path, in: parts)
        let comments = CommentPart(parts: parts, isStrict: book.isStrict, language: language)
        let link = try comments.write(sheet.comments, of: &links, drawing: nil, sheet: path, types: &types)
        try links.save()
        try parts.write(path, added.xml(&styles, drawing: link))
    }

    /// Takes away what hangs on a sheet that is replaced.
    private static func clear(_ path: String, _ parts: PackageParts, _ types: inout ContentTypes) throws(UnreadableFile)
    {
        let links = try PartLinks(of: path, in: parts)
        for link in links.links where ["comments", "vmlDrawing", "table", "printerSettings"].contains(link.type) {
            guard let target = link.path else { continue }
            parts.remove(target)
            types.remove(target)
        }
        parts.remove(links.path)
    }

    /// The rows of headers of Excel's tables: their words must be those that the table declares.
    private static func tableHeaders(_ links: PartLinks, _ parts: PackageParts) throws(UnreadableFile) -> [CellRange] {
        var headers: [CellRange] = []
        for link in links.links where link.type == "table" {
            guard let path = link.path, let bytes = try parts.read(path) else { continue }
            let table = try XMLOutline(bytes).root
            guard let range = table.value("ref").flatMap({ CellRange($0) }), table.value("headerRowCount") != "0"
            else { continue }
            let last = CellAddress(column: range.last.column, row: range.first.row)
            headers.append(CellRange(first: range.first, last: last))
        }
        return headers
    }

    private func save(
        _ styles: StyleBook, _ parts: PackageParts, _ book: inout WorkbookParts, _ types: inout ContentTypes
    ) throws(UnreadableFile) {
        if let path = styles.path { return try parts.write(path, styles.bytes()) }
        let path = parts.freePath("xl/styles#.xml")
        _ = book.links.add("styles", to: path, strict: book.isStrict)
        types.add(OOXML.contentType("styles"), for: path)
        try parts.write(path, styles.bytes())
    }
}

extension SheetPatch {
    /// The reference of the sheet to its drawing of comments.
    fileprivate func drawing(_ link: String, strict: Bool) -> Splice {
        let place = drawingGap ?? rootEnd
        return Splice(
            place..<place,
            "<\(prefix)legacyDrawing xmlns:r=\"\(OOXML.relationships(strict: strict))\" r:id=\"\(link)\"/>")
    }
}
