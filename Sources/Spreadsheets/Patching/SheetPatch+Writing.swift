import Tables
import Texts

extension SheetPatch {
    /// What becomes of the part.
    struct Result {
        var splices: [Splice] = []
        /// What to say about which cell.
        var comments: [CellAddress: String] = [:]
        /// Whether a cell lost its formula.
        var removedFormula = false
    }

    /// The splices that write all edits. Cells within `fixed` keep their value: the headers of Excel's tables must
    /// stay what the table says they are.
    func result(
        of edits: [CellAddress: CellEdit], styles: inout StyleBook, fixed: [CellRange], startsIn1904: Bool,
        language: Language
    ) -> Result {
        var result = Result()
        var fresh: [Int: [String]] = [:]
        let kept = arrays + fixed
        for (address, edit) in edits.sorted(by: { $0.key < $1.key }) {
            var edit = edit
            if let value = edit.value, kept.contains(where: { $0.contains(address) }) {
                edit.value = nil
                edit.comment = [edit.comment, keptSentence(value).in(language)].compactMap(\.self).joined(
                    separator: "\n")
            }
            if let words = edit.comment, !words.isEmpty { result.comments[address] = words }
            if let cell = cells[address] {
                result.splices.append(change(cell, at: address, edit, &styles, startsIn1904))
                if edit.value != nil, cell.hasFormula { result.removedFormula = true }
            } else if edit.value ?? "" != "" || edit.highlight != nil {
                let base = style(at: address)
                let xml = content(
                    name: prefix + "c", attributes: [.init(name: "r", value: address.description)],
                    style: styles.style(of: edit, base: base), edit, startsIn1904)
                place(xml, at: address, in: &result, &fresh)
            }
        }
        for (row, cells) in fresh.sorted(by: { $0.key < $1.key }) { add(row, cells, to: &result) }
        result.splices += widened(over: edits)
        return result
    }

    private func keptSentence(_ value: String) -> Text {
        Text(
            fr: "Cette cellule n'a pas été remplacée, car d'autres en dépendent. Valeur proposée : « \(value) ».",
            en: "This cell was not replaced, because others depend on it. Suggested value: “\(value)”.")
    }

    private func change(
        _ cell: SheetCell, at address: CellAddress, _ edit: CellEdit, _ styles: inout StyleBook, _ startsIn1904: Bool
    ) -> Splice {
        let style = styles.style(of: edit, base: cell.style)
        guard edit.value != nil else {
            let attributes = cell.attributes.filter { $0.name != "s" } + [.init(name: "s", value: String(style))]
            return Splice(cell.tag, XMLOutline.tag(cell.name, attributes, selfClosing: cell.closesItself))
        }
        // The kind of the old value goes, and so do the references to metadata of a value that is no more.
        let attributes = cell.attributes.filter { !["s", "t", "cm", "vm"].contains($0.name) }
        let xml = content(name: cell.name, attributes: attributes, style: style, edit, startsIn1904)
        return Splice(cell.tag.lowerBound..<cell.end, xml)
    }

    private func content(
        name: String, attributes: [XMLOutline.Attribute], style: Int, _ edit: CellEdit, _ startsIn1904: Bool
    ) -> String {
        var attributes = attributes
        if style != 0 { attributes.append(.init(name: "s", value: String(style))) }
        switch edit.written(startsIn1904: startsIn1904) {
        case .blank:
            return XMLOutline.tag(name, attributes, selfClosing: true)
        case .number(_, let digits):
            return XMLOutline.tag(name, attributes, selfClosing: false)
                + "<\(prefix)v>\(digits)</\(prefix)v></\(name)>"
        case .text(let words):
            attributes.append(.init(name: "t", value: "inlineStr"))
            return XMLOutline.tag(name, attributes, selfClosing: false) + inlineText(words, prefix: prefix)
                + "</\(name)>"
        }
    }

    private func place(
        _ xml: String, at address: CellAddress, in result: inout Result, _ fresh: inout [Int: [String]]
    ) {
        guard let row = rows[address.row], !row.closesItself else {
            fresh[address.row, default: []].append(xml)
            return
        }
        let gap = cellGaps[address] ?? row.contentEnd
        result.splices.append(Splice(gap..<gap, xml))
    }

    /// Rows that are missing, or that close themselves.
    private func add(_ number: Int, _ cells: [String], to result: inout Result) {
        if let row = rows[number] {
            let opening = XMLOutline.tag(row.name, row.attributes, selfClosing: false)
            result.splices.append(Splice(row.tag, opening + cells.joined() + "</\(row.name)>"))
            return
        }
        let xml = "<\(prefix)row r=\"\(number)\">\(cells.joined())</\(prefix)row>"
        guard sheetDataClosesItself else {
            let gap = rowGaps[number] ?? sheetDataEnd
            result.splices.append(Splice(gap..<gap, xml))
            return
        }
        if let known = result.splices.firstIndex(where: { $0.range == sheetData }) {
            let tail = Array("</\(sheetDataName)>".utf8)
            result.splices[known].bytes.replaceSubrange(
                (result.splices[known].bytes.count - tail.count)..., with: Array(xml.utf8) + tail)
        } else {
            result.splices.append(Splice(sheetData, "<\(sheetDataName)>\(xml)</\(sheetDataName)>"))
        }
    }

    /// Some readers believe the range that a sheet declares: it must hold the cells that are new.
    private func widened(over edits: [CellAddress: CellEdit]) -> [Splice] {
        guard let dimension else { return [] }
        let known = dimension.range
        let outside = edits.keys.filter { !known.contains($0) }
        guard !outside.isEmpty else { return [] }
        let all = outside + [known.first, known.last]
        let range = CellRange(
            first: CellAddress(column: all.map(\.column).min() ?? 0, row: all.map(\.row).min() ?? 1),
            last: CellAddress(column: all.map(\.column).max() ?? 0, row: all.map(\.row).max() ?? 1))
        let tag = XMLOutline.tag(
            dimension.name, [.init(name: "ref", value: range.description)],
            selfClosing: dimension.closesItself)
        return [Splice(dimension.tag, tag)]
    }
}

extension StyleBook {
    /// The number of the style of a cell once it is edited.
    mutating func style(of edit: CellEdit, base: Int) -> Int {
        style(like: base, highlight: edit.highlight, format: format(of: base).number(for: edit))
    }
}

extension CellEdit {
    /// What the cell holds afterwards.
    func written(startsIn1904: Bool) -> CellDraft.Written {
        let content: CellDraft.Content =
            switch (value ?? "", kind) {
            case ("", _): .blank
            case (let words, .text): .text(words)
            case (let digits, .number): .number(digits)
            case (let day, .date): .date(day)
            }
        let written = CellDraft(content).written
        // The two systems of dates are 1,462 days apart.
        if startsIn1904, case .date = content, case .number(let serial, _) = written {
            return .number(serial - 1462, String(Int(serial) - 1462))
        }
        return written
    }
}

/// Text within a cell, without the sheet of shared texts.
func inlineText(_ words: String, prefix: String = "") -> String {
    "<\(prefix)is><\(prefix)t xml:space=\"preserve\">\(escapedCell(words))</\(prefix)t></\(prefix)is>"
}
