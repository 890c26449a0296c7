import CXLSXWriter
import Tables

/// Writes one sheet through libxlsxwriter.
struct SheetWriter {
    let sheet: SheetDraft
    let author: String
    let target: UnsafeMutablePointer<lxw_worksheet>
    let lists: ChoiceLists

    func write(_ formats: inout Formats) {
        setUp()
        for (place, column) in sheet.columns.enumerated() {
            var options = lxw_row_col_options()
            options.hidden = column.isHidden ? 1 : 0
            let place = lxw_col_t(place)
            worksheet_set_column_opt(target, place, place, column.width, formats.format(of: column.style), &options)
        }
        for row in 0..<sheet.rows.count { write(row, &formats) }
        for (cell, words) in sheet.comments.sorted(by: { $0.key < $1.key }) { comment(cell, words) }
        for rule in sheet.rules { add(rule) }
    }

    private func setUp() {
        if sheet.visibility != .visible { worksheet_hide(target) }
        if let colour = sheet.tabColour { worksheet_set_tab_color(target, colour.rgb) }
        if !sheet.showsGrid { worksheet_gridlines(target, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
        if sheet.frozenRows > 0 {
            worksheet_freeze_panes(target, lxw_row_t(sheet.frozenRows), 0)
            worksheet_repeat_rows(target, 0, lxw_row_t(sheet.frozenRows - 1))
        }
        if let filter = sheet.filter {
            worksheet_autofilter(
                target, lxw_row_t(filter.first.row - 1), lxw_col_t(filter.first.column),
                lxw_row_t(filter.last.row - 1), lxw_col_t(filter.last.column))
        }
        if sheet.isProtected { worksheet_protect(target, nil, nil) }
        worksheet_set_landscape(target)
        worksheet_set_paper(target, 9)
        // A sheet that is wider than this would become too small to read.
        if sheet.columns.reduce(0, { $0 + ($1.isHidden ? 0 : $1.width) }) <= 260 {
            worksheet_fit_to_pages(target, 1, 0)
        }
        worksheet_ignore_errors(target, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
    }

    private func write(_ row: Int, _ formats: inout Formats) {
        let line = lxw_row_t(row)
        if let height = sheet.rowHeights[row + 1] { worksheet_set_row(target, line, height, nil) }
        for (column, cell) in sheet.rows.cells(row).enumerated() {
            let place = lxw_col_t(column)
            let format = formats.format(of: cell.style)
            switch cell.written {
            case .blank: if format != nil { worksheet_write_blank(target, line, place, format) }
            case .text(let words): worksheet_write_string(target, line, place, escapingCodes(words), format)
            case .number(let number, _): worksheet_write_number(target, line, place, number, format)
            }
        }
    }

    private func comment(_ cell: CellAddress, _ words: String) {
        let words = cellText(words)
        let box = CommentBox(words)
        withCStrings([author, "Calibri"]) { strings in
            var options = lxw_comment_options()
            options.author = strings[0]
            options.font_name = strings[1]
            options.font_size = 10
            options.color = CommentBox.colour.rgb
            options.width = UInt16(box.width)
            options.height = UInt16(box.height)
            worksheet_write_comment_opt(target, lxw_row_t(cell.row - 1), lxw_col_t(cell.column), words, &options)
        }
    }
}

/// The box in which a comment is shown, large enough to read it without scrolling.
struct CommentBox {
    static let colour: Colour = 0xFFFBE6
    /// In pixels.
    let width = 320
    /// In pixels.
    let height: Int

    init(_ words: String) {
        let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(0) { $0 + 1 + $1.count / 46 }
        height = min(480, 24 + 18 * max(2, lines))
    }
}
