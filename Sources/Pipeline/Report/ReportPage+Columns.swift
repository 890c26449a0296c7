import Intake
import Mapping
import Markup
import Repairs
import Review
import Schemas
import Tables
import Texts

// What was noticed, and how the columns were read.
extension ReportPage {
    var findings: HTML? {
        let shown = reviewed.findings.sorted { $0.severity > $1.severity }
        guard !shown.isEmpty else { return nil }
        let rows = shown.prefix(Self.mostLines).map { finding -> [HTML] in
            [severity(finding.severity), "\(say(finding.text))", "\(place(of: finding))"]
        }
        let headers = [say("Importance", "Weight"), say("Remarque", "Remark"), say("Où", "Where")]
        return section(say("Bon à savoir", "Good to know"), "", table(headers, rows, total: shown.count))
    }

    var columns: HTML {
        let rows = prepared.draft.mapped.columns.map { mapping -> [HTML] in
            let column = prepared.reception.table.columns[mapping.column]
            let titles = prepared.draft.mapped.fields(of: mapping.column).map(\.title).joined(separator: ", ")
            return [
                "\(column.letters)", value(column.header),
                mapping.field == nil ? "<em>\(say("n'est pas publiée", "is not published"))</em>" : "\(titles)",
                "\(say(reason(for: mapping)))",
            ]
        }
        let headers = [
            say("Colonne", "Column"), say("En-tête", "Header"), say("Champ", "Field"), say("Parce que", "Because"),
        ]
        return section(
            say("Comment vos colonnes ont été lues", "How your columns were read"), "",
            table(headers, rows, total: rows.count))
    }

    private func severity(_ severity: Finding.Severity) -> HTML {
        switch severity {
        case .error: "<span class=\"tag error\">\(say("à corriger", "to correct"))</span>"
        case .warning: "<span class=\"tag warning\">\(say("à regarder", "to look at"))</span>"
        case .info: "<span class=\"tag\">\(say("pour information", "for information"))</span>"
        }
    }

    /// How it is known which field a column is.
    private func reason(for mapping: ColumnMapping) -> Text {
        switch mapping.evidence {
        case .name: Text(fr: "c'est son nom", en: "it is its name")
        case .alias where mapping.confidence < 0.9:
            Text(fr: "le titre y ressemble ou sa place le dit", en: "the header is like it, or its place says so")
        case .alias: Text(fr: "le titre veut dire la même chose", en: "the header means the same")
        case .content: Text(fr: "le contenu le dit", en: "what it holds says so")
        case .remembered: Text(fr: "quelqu'un l'a décidé", en: "somebody decided so")
        case .none: Text(verbatim: "")
        }
    }
}
