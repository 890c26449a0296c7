import Foundation
import Markup
import Tables

/// The part of a sheet that is added to the sender's workbook. The sections stand in the order of the standard.
struct AddedSheet {
    let sheet: SheetDraft
    let isStrict: Bool

    /// The part. `drawing` is the link to its drawing of comments.
    func xml(_ styles: inout StyleBook, drawing: String?) -> String {
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <worksheet xmlns="\(isStrict ? OOXML.strictSpreadsheet : OOXML.spreadsheet)" \
        xmlns:r="\(OOXML.relationships(strict: isStrict))">\
        <sheetPr>\(sheet.tabColour.map { "<tabColor rgb=\"\($0.argb)\"/>" } ?? "")\
        <pageSetUpPr fitToPage="1"/></sheetPr>\
        \(views)<sheetFormatPr defaultRowHeight="15"/>\(columns(&styles))<sheetData>\(rows(&styles))</sheetData>\
        \(sheet.isProtected ? "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\"/>" : "")\
        \(sheet.filter.map { "<autoFilter ref=\"\($0)\"/>" } ?? "")\(rules)\
        <pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>\
        <pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>\
        \(drawing.map { "<legacyDrawing r:id=\"\($0)\"/>" } ?? "")</worksheet>
        """
    }

    private var views: String {
        let pane =
            sheet.frozenRows > 0
            ? """
            <pane ySplit="\(sheet.frozenRows)" topLeftCell="A\(sheet.frozenRows + 1)" \
            activePane="bottomLeft" state="frozen"/>
            """ : ""
        return """
            <sheetViews><sheetView\(sheet.showsGrid ? "" : " showGridLines=\"0\"") workbookViewId="0">\(pane)\
            </sheetView></sheetViews>
            """
    }

    private func columns(_ styles: inout StyleBook) -> String {
        guard !sheet.columns.isEmpty else { return "" }
        var xml = "<cols>"
        for (place, column) in sheet.columns.enumerated() {
            xml += """
                <col min="\(place + 1)" max="\(place + 1)" width="\(column.width)" \
                style="\(styles.style(column.style))"\
                \(column.isHidden ? " hidden=\"1\"" : "") customWidth="1"/>
                """
        }
        return xml + "</cols>"
    }

    private func rows(_ styles: inout StyleBook) -> String {
        var xml = ""
        for row in 0..<sheet.rows.count {
            let height = sheet.rowHeights[row + 1].map { " ht=\"\($0)\" customHeight=\"1\"" } ?? ""
            xml += "<row r=\"\(row + 1)\"\(height)>"
            for (column, cell) in sheet.rows.cells(row).enumerated() {
                let address = CellAddress(column: column, row: row + 1)
                let tag = "<c r=\"\(address)\" s=\"\(styles.style(cell.style))\""
                switch cell.written {
                case .blank: xml += cell.style == .plain ? "" : tag + "/>"
                case .text(let words): xml += tag + " t=\"inlineStr\">" + inlineText(words) + "</c>"
                case .number(_, let digits): xml += tag + "><v>\(digits)</v></c>"
                }
            }
            xml += "</row>"
        }
        return xml
    }

    private var rules: String {
        let rules = sheet.rules.compactMap(rule)
        return rules.isEmpty ? "" : "<dataValidations count=\"\(rules.count)\">\(rules.joined())</dataValidations>"
    }

    private func rule(_ rule: EntryRule) -> String? {
        var attributes = ["allowBlank=\"1\"", "sqref=\"\(rule.cells)\""]
        switch rule.strictness {
        case .silent: break
        case .advice: attributes += ["showErrorMessage=\"1\"", "errorStyle=\"information\""]
        case .warning: attributes += ["showErrorMessage=\"1\"", "errorStyle=\"warning\""]
        case .refusal: attributes += ["showErrorMessage=\"1\""]
        }
        func say(_ advice: EntryRule.Advice?, _ title: String, _ message: String) {
            guard let advice else { return }
            attributes.append("\(title)=\"\(XMLText.attribute(advice.title))\"")
            attributes.append("\(message)=\"\(XMLText.attribute(advice.message))\"")
        }
        say(rule.objection, "errorTitle", "error")
        if rule.prompt != nil { attributes.append("showInputMessage=\"1\"") }
        say(rule.prompt, "promptTitle", "prompt")
        let (type, formulas) = condition(rule.accepted)
        attributes.append(contentsOf: type)
        return "<dataValidation \(attributes.joined(separator: " "))>\(formulas)</dataValidation>"
    }

    private func condition(_ accepted: EntryRule.Accepted) -> (type: [String], formulas: String) {
        func formula(_ number: Int, _ words: String) -> String {
            "<formula\(number)>\(XMLText.escaped(words))</formula\(number)>"
        }
        switch accepted {
        case .anything: return ([], "")
        case .choices(let choices):
            let list = choices.joined(separator: ",")
            // A list within a rule may hold no commas and 255 characters; longer ones are chosen in cells.
            guard !choices.isEmpty, list.utf16.count <= 255, !choices.contains(where: { $0.contains(/[,"]/) }) else {
                return ([], "")
            }
            return (["type=\"list\""], formula(1, "\"\(list)\""))
        case .choicesIn(let range): return (["type=\"list\""], formula(1, range.fixed))
        case .number(let min, let max, let whole):
            let bounds = [min ?? -largestNumber, max ?? largestNumber].map { String(format: "%.10g", $0) }
            return (["type=\"\(whole ? "whole" : "decimal")\""], formula(1, bounds[0]) + formula(2, bounds[1]))
        case .date: return (["type=\"date\"", "operator=\"greaterThanOrEqual\""], formula(1, "1"))
        case .text(let max):
            return (["type=\"textLength\"", "operator=\"lessThanOrEqual\""], formula(1, String(max)))
        }
    }
}
