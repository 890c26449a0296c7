import Mapping
import Markup
import Repairs
import Review
import Schemas
import Tables
import Texts

// What every part of the report is made of.
extension ReportPage {
    /// How many lines a table shows before it says how many more there are.
    static let mostLines = 200

    /// How many rows a place names.
    private static let mostRows = 15

    func say(_ text: Text) -> String { text.typeset.in(language) }
    func say(_ fr: String, _ en: String) -> String { say(Text(fr: fr, en: en)) }

    func section(_ title: String, _ lead: String, _ body: HTML? = nil) -> HTML {
        "<section><h2>\(title)</h2>\(lead.isEmpty ? nil : "<p class=\"lead\">\(lead)</p>")\(body)</section>"
    }

    func table(_ headers: [String], _ rows: [[HTML]], total: Int) -> HTML {
        let head = headers.map { "<th scope=\"col\">\($0)</th>" as HTML }
        let body = rows.map { row in "<tr>\(row.map { "<td>\($0)</td>" as HTML })</tr>\n" as HTML }
        let rest = total - rows.count
        let more: HTML? =
            rest > 0
            ? """
            <p class="lead">\(say("… et \(rest) autres, dans le classeur corrigé.", "… and \(rest) more, in the corrected workbook."))</p>
            """ : nil
        return
            "<div class=\"wide\"><table><thead><tr>\(head)</tr></thead><tbody>\(body)</tbody></table></div>\(more)"
    }

    func value(_ text: String) -> HTML {
        text.isEmpty ? "<em>\(say("vide", "empty"))</em>" : "<q>\(String(text.prefix(300)))</q>"
    }

    func place(_ field: String, _ rows: [Int]) -> String {
        let column = schema.index(of: field).flatMap { prepared.draft.mapped.column(of: $0) }
        return place(column: column?.letters, rows)
    }

    func place(of finding: Finding) -> String { place(column: finding.column, finding.rows) }

    private func place(column: String?, _ rows: [Int]) -> String {
        let column = column.map { say("colonne \($0)", "column \($0)") }
        let shown = rows.prefix(Self.mostRows).map(String.init).joined(separator: ", ")
        let word = rows.count == 1 ? say("ligne", "row") : say("lignes", "rows")
        let lines = rows.isEmpty ? nil : "\(word) \(shown)\(rows.count > Self.mostRows ? "…" : "")"
        return [column, lines].compactMap(\.self).joined(separator: ", ")
    }
}
