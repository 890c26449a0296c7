import CXLSXWriter
public import Foundation

extension WorkbookDraft {
    /// Writes an XLSX file. Large sheets are written row after row, in little memory.
    public func write(to url: URL) throws(UnwritableWorkbook) {
        // The library would print its own complaint.
        guard FileManager.default.isWritableFile(atPath: url.deletingLastPathComponent().path) else {
            throw UnwritableWorkbook(reason: url.path)
        }
        var options = lxw_workbook_options()
        options.constant_memory = sheets.reduce(0) { $0 + $1.rows.count } > 5_000 ? 1 : 0
        guard let book = workbook_new_opt(url.path, &options) else { throw UnwritableWorkbook(reason: url.path) }
        setProperties(of: book)
        let lists = ChoiceLists(of: sheets)
        var formats = Formats(book: book)
        var opened = false
        for sheet in sheets + [lists.sheet].compactMap(\.self) {
            guard let written = workbook_add_worksheet(book, sheet.name) else {
                workbook_close(book)
                preconditionFailure("no sheet can be named “\(sheet.name)”")
            }
            if sheet.visibility == .visible, !opened {
                opened = true
                worksheet_activate(written)
                worksheet_set_first_sheet(written)
            }
            SheetWriter(sheet: sheet, author: author, target: written, lists: lists).write(&formats)
        }
        let status = workbook_close(book)
        guard status == LXW_NO_ERROR else { throw UnwritableWorkbook(reason: String(cString: lxw_strerror(status))) }
    }

    private func setProperties(of book: UnsafeMutablePointer<lxw_workbook>) {
        withCStrings([title, author]) { words in
            var properties = lxw_doc_properties()
            properties.title = words[0]
            properties.author = words[1]
            properties.created = time_t(created.timeIntervalSince1970)
            _ = workbook_set_properties(book, &properties)
        }
    }
}

/// The formats of a workbook being written, each made once.
struct Formats {
    let book: UnsafeMutablePointer<lxw_workbook>
    private var known: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

    init(book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

    mutating func format(of style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        if style == .plain { return nil }
        if let format = known[style] { return format }
        guard let format = workbook_add_format(book) else { return nil }
        if style.isBold { format_set_bold(format) }
        if style.isItalic { format_set_italic(format) }
        if let size = style.size { format_set_font_size(format, size) }
        if let ink = style.ink { format_set_font_color(format, ink.rgb) }
        if let fill = style.fill { format_set_bg_color(format, fill.rgb) }
        if style.isFramed {
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color(format, frameColour.rgb)
        }
        if style.wraps { format_set_text_wrap(format) }
        format_set_align(format, UInt8((style.isAtTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER).rawValue))
        if style.isCentred { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
        if style.isIndented { format_set_indent(format, 1) }
        if let numberFormat = style.numberFormat { format_set_num_format(format, numberFormat) }
        known[style] = format
        return format
    }
}

/// The grey of thin lines around cells.
let frameColour: Colour = 0xC9D1DA

/// Lends C strings for the time of a call.
func withCStrings<Result>(_ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
    let copies = words.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies)
}
