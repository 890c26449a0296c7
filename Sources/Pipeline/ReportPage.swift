import Foundation
import Geocoding
import Privacy
import Intake
import Mapping
import Repairs
import Review
import Schemas
import Tables
import Texts

/// `report.html`: the report that a référent reads, in one file without anything from outside.
struct ReportPage {
    let prepared: Prepared
    let language: Language

    /// How many lines a table shows before it says how many more there are.
    static let mostLines = 200

    var html: String {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(escape(title))</title>
        <style>\(Self.style)</style>
        </head>
        <body>
        <main>
        <p class="brand">Gabarit</p>
        <h1>\(escape(title))</h1>
        <p class="verdict \(prepared.verdict.isValid ? "good" : "open")">\(escape(prepared.verdict.text.in(language))).</p>
        \(figures)
        \(questions)
        \(confirmations)
        \(repairs)
        \(places)
        \(findings)
        \(columns)
        \(privacy)
        </main>
        </body>
        </html>
        """
    }

    private var schema: Schema { prepared.draft.schema }
    private var reviewed: ReviewedTable { prepared.reviewed }
    private var title: String { "\(schema.title) : \(prepared.file)" }

    private func say(_ fr: String, _ en: String) -> String { escape(Text(fr: fr, en: en).in(language)) }

    // MARK: Parts

    private var privacy: String {
        section(
            say("Données personnelles", "Personal data"), escape(reviewed.privacy.text.in(language)), "")
    }

    private var figures: String {
        let verdict = prepared.verdict
        let shown: [(Int, String)] = [
            (verdict.rows, say("lignes lues", "rows read")),
            (verdict.repaired, say("cellules réparées", "repaired cells")),
            (verdict.questions, say("questions pour vous", "questions for you")),
            (verdict.toVerify, say("positions à vérifier", "positions to check")),
        ]
        let items = shown.map { "<li><strong>\(Text.number($0).in(language))</strong> \($1)</li>" }
        return "<ul class=\"figures\">\(items.joined())</ul>"
    }

    private var questions: String {
        guard !reviewed.questions.isEmpty else { return "" }
        let items = reviewed.questions.map { question in
            let choices = question.candidates.map { "<li>\(escape($0))</li>" }.joined()
            return """
                <li><p>\(escape(question.text.in(language)))</p>\
                <p class="where">\(escape(place(question.field, question.rows)))</p>\
                \(choices.isEmpty ? "" : "<ul class=\"choices\">\(choices)</ul>")</li>
                """
        }
        return section(
            say("Ce que vous seul savez", "What only you know"),
            say(
                "Répondez dans la feuille « Questions » du classeur corrigé, puis renvoyez-le : personne ne vous le redemandera.",
                "Answer in the sheet “Questions” of the corrected workbook and send it back: nobody will ask again."),
            "<ol class=\"questions\">\(items.joined())</ol>")
    }

    private var confirmations: String {
        let groups = reviewed.confirmations
        guard !groups.isEmpty else { return "" }
        let rows = groups.prefix(Self.mostLines).map { group in
            [
                escape(schema.field(group.field)?.title ?? group.field), value(group.before), value(group.after),
                escape(place(group.field, group.rows)),
            ]
        }
        return section(
            say("À confirmer d'un coup d'œil", "To confirm at a glance"),
            say(
                "Une seule lecture est vraisemblable. Sans réponse de votre part, c'est elle qui est gardée.",
                "Only one reading is plausible. Without an answer from you it is kept."),
            table(
                [say("Champ", "Field"), say("Reçu", "Received"), say("Lu", "Read"), say("Où", "Where")], rows,
                total: groups.count))
    }

    /// Repairs are grouped by what was done: one line for « Oui » → « oui », however many cells.
    private var repairs: String {
        let groups = reviewed.changes.groups.filter { $0.cause.degree == .certain }.sorted {
            $0.rows.count > $1.rows.count
        }
        guard !groups.isEmpty else { return "" }
        let rows = groups.prefix(Self.mostLines).map { group in
            [
                escape(schema.field(group.cause.field)?.title ?? group.cause.field), value(group.cause.before),
                value(group.cause.after), Text.number(group.rows.count).in(language),
                escape(RuleWords.sentence(of: group.cause.rule).in(language)),
            ]
        }
        return section(
            say("Ce qui a été réparé", "What was repaired"),
            say(
                "Une seule valeur était possible. Rien n'est perdu : la valeur reçue est gardée à côté.",
                "Only one value was possible. Nothing is lost: what was received is kept beside it."),
            table(
                [
                    say("Champ", "Field"), say("Reçu", "Received"), say("Publié", "Published"),
                    say("Cellules", "Cells"),
                    say("Pourquoi", "Why"),
                ], Array(rows), total: groups.count))
    }

    /// The addresses in doubt, the most doubtful first: what is thought, where it may be, and why.
    private var places: String {
        let open = reviewed.locations.filter { $0.status != .accepted }
        guard !open.isEmpty else {
            return located.isEmpty ? "" : section(say("Positions", "Positions"), located, "")
        }
        let queue = open.sorted { first, second in
            (first.candidates.first?.score ?? 0, first.row) < (second.candidates.first?.score ?? 0, second.row)
        }
        let rows = queue.prefix(Self.mostLines).map { location in
            [
                String(prepared.reception.table.rowNumbers[location.row]), value(location.query), remark(on: location),
                candidates(of: location),
            ]
        }
        return section(
            say("Positions à vérifier", "Positions to check"),
            located
                + (open.contains { !$0.candidates.isEmpty }
                    ? say(
                        "Les plus douteuses d'abord. Répondez dans la feuille « Questions » du classeur corrigé : la réponse est retenue.",
                        "The most doubtful first. Answer in the sheet “Questions” of the corrected workbook: the answer is remembered."
                    ) : ""),
            table(
                [
                    say("Ligne", "Row"), say("Adresse", "Address"), say("Remarque", "Remark"),
                    say("Où est-ce ?", "Where is it?"),
                ], Array(rows), total: open.count))
    }

    /// How many addresses the base placed; each one is in report.json with its evidence.
    private var located: String {
        let found = reviewed.locations.filter { $0.status == .accepted && $0.evidence["source"] == "address" }
        guard !found.isEmpty else { return "" }
        let houses = found.count { $0.precision == .housenumber }
        return say(
            "Adresses placées d'après la base d'adresses : \(Text.number(found.count).fr), dont \(Text.number(houses).fr) à leur numéro. ",
            "Addresses placed by the address base: \(Text.number(found.count).en), \(Text.number(houses).en) of them at their number. "
        )
    }

    private func remark(on location: Location) -> String {
        if let remark = location.remark { return escape(remark.in(language)) }
        return say("Pas de position : à placer sur la carte.", "No position: to be placed on the map.")
    }

    private func candidates(of location: Location) -> String {
        guard !location.candidates.isEmpty else { return "" }
        let list = location.candidates.map { "<li>\(escape($0.label))</li>" }.joined()
        return "\(PlaceMap(location: location, language: language).svg)<ol class=\"candidates\">\(list)</ol>"
    }

    private var findings: String {
        let shown = reviewed.findings.sorted { $0.severity > $1.severity }
        guard !shown.isEmpty else { return "" }
        let rows = shown.prefix(Self.mostLines).map { finding in
            [severity(finding.severity), escape(finding.text.in(language)), escape(place(of: finding))]
        }
        return section(
            say("Bon à savoir", "Good to know"), "",
            table(
                [say("Importance", "Weight"), say("Remarque", "Remark"), say("Où", "Where")], Array(rows),
                total: shown.count))
    }

    private var columns: String {
        let rows = prepared.draft.mapped.columns.map { mapping in
            let column = prepared.reception.table.columns[mapping.column]
            let titles = prepared.draft.mapped.fields(of: mapping.column).map(\.title).joined(separator: ", ")
            return [
                escape(column.letters), value(column.header),
                mapping.field == nil ? "<em>\(say("n'est pas publiée", "is not published"))</em>" : escape(titles),
                escape(reason(for: mapping).in(language)),
            ]
        }
        return section(
            say("Comment vos colonnes ont été lues", "How your columns were read"), "",
            table(
                [
                    say("Colonne", "Column"), say("En-tête", "Header"), say("Champ", "Field"),
                    say("Parce que", "Because"),
                ],
                rows, total: rows.count))
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

    // MARK: Words

    private func place(_ field: String, _ rows: [Int]) -> String {
        let column = schema.index(of: field).flatMap { prepared.draft.mapped.column(of: $0) }
        let shown = rows.prefix(15).map(String.init).joined(separator: ", ") + (rows.count > 15 ? "…" : "")
        let name = column.map { Text(fr: "colonne \($0.letters), ", en: "column \($0.letters), ").in(language) } ?? ""
        return name + (rows.count == 1 ? Text(fr: "ligne", en: "row") : Text(fr: "lignes", en: "rows")).in(language)
            + " " + shown
    }

    private func place(of finding: Finding) -> String {
        let column = finding.column.map { Text(fr: "colonne \($0)", en: "column \($0)").in(language) }
        guard !finding.rows.isEmpty else { return column ?? "" }
        let rows =
            finding.rows.prefix(15).map(String.init).joined(separator: ", ") + (finding.rows.count > 15 ? "…" : "")
        let word = (finding.rows.count == 1 ? Text(fr: "ligne", en: "row") : Text(fr: "lignes", en: "rows")).in(
            language)
        return [column, "\(word) \(rows)"].compactMap { $0 }.joined(separator: ", ")
    }

    private func severity(_ severity: Finding.Severity) -> String {
        switch severity {
        case .error: "<span class=\"tag error\">\(say("à corriger", "to correct"))</span>"
        case .warning: "<span class=\"tag warning\">\(say("à regarder", "to look at"))</span>"
        case .info: "<span class=\"tag\">\(say("pour information", "for information"))</span>"
        }
    }

    private func value(_ text: String) -> String {
        text.isEmpty ? "<em>\(say("vide", "empty"))</em>" : "<q>\(escape(String(text.prefix(300))))</q>"
    }

    private func section(_ title: String, _ lead: String, _ body: String) -> String {
        "<section><h2>\(title)</h2>\(lead.isEmpty ? "" : "<p class=\"lead\">\(lead)</p>")\(body)</section>"
    }

    private func table(_ headers: [String], _ rows: [[String]], total: Int) -> String {
        let head = headers.map { "<th scope=\"col\">\($0)</th>" }.joined()
        let body = rows.map { row in "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined(separator: "\n")
        let more =
            total > rows.count
            ? "<p class=\"lead\">\(say("… et \(total - rows.count) autres, dans le classeur corrigé.", "… and \(total - rows.count) more, in the corrected workbook."))</p>"
            : ""
        return "<div class=\"wide\"><table><thead><tr>\(head)</tr></thead><tbody>\(body)</tbody></table></div>\(more)"
    }

    private func escape(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
            // French marks stay with their words at the end of a line.
            .replacing("« ", with: "«\u{A0}").replacing(" »", with: "\u{A0}»").replacing(" ?", with: "\u{202F}?")
            .replacing(" :", with: "\u{A0}:").replacing(" ;", with: "\u{202F};")
    }

    private static let style = """
        :root{--ink:#1f2933;--soft:#52606d;--line:#d9e2ec;--paper:#fffdf8;--good:#1d6b3a;--open:#8a4b08;color-scheme:light dark}
        @media(prefers-color-scheme:dark){:root{--ink:#eef2f6;--soft:#b3c0cc;--line:#3b4754;--paper:#171c22;--good:#7fd6a0;--open:#f2b872}}
        body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
        main{max-width:62rem;margin:auto;padding:1.5rem}
        .brand{margin:0;color:var(--soft);letter-spacing:.08em;text-transform:uppercase;font-size:.8rem}
        h1{font-size:1.7rem;margin:.2rem 0 .6rem;overflow-wrap:anywhere}h2{font-size:1.25rem;margin:2.2rem 0 .3rem}
        .verdict{font-size:1.15rem;font-weight:600}.good{color:var(--good)}.open{color:var(--open)}
        .figures{display:flex;flex-wrap:wrap;gap:1rem;list-style:none;padding:0;margin:1rem 0}
        .figures li{border:1px solid var(--line);border-radius:.6rem;padding:.7rem 1rem;min-width:8rem}
        .figures strong{display:block;font-size:1.8rem;line-height:1.1}
        .lead,.where{color:var(--soft);margin:.2rem 0 .6rem}.where{font-size:.9rem}
        .questions>li{border-left:4px solid var(--open);padding:.2rem .9rem;margin:.7rem 0}.questions p{margin:.2rem 0}
        .choices{display:flex;flex-wrap:wrap;gap:.4rem;list-style:none;padding:0;margin:.4rem 0}
        .choices li{border:1px solid var(--line);border-radius:1rem;padding:.05rem .7rem}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.95rem}
        th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
        th{color:var(--soft);font-weight:600;white-space:nowrap}q{quotes:"« " " »"}.tag{border:1px solid var(--line);border-radius:1rem;padding:0 .6rem;white-space:nowrap;font-size:.85rem}
        .error{border-color:#b42318;color:#b42318}.warning{border-color:var(--open);color:var(--open)}
        .map{display:block;width:18.75rem;max-width:100%;height:auto;border:1px solid var(--line);border-radius:.4rem}
        .map .around{fill:var(--soft);opacity:.55}.map .spot circle{fill:var(--open);stroke:var(--paper);stroke-width:1.5}
        .map text{fill:var(--paper);font:bold 10px system-ui,sans-serif;text-anchor:middle;dominant-baseline:central}
        .map .given,.map path.scale{stroke:var(--ink);stroke-width:2;fill:none}.map text.scale{fill:var(--ink);text-anchor:start;font-weight:400}
        .candidates{margin:.3rem 0 0;padding-left:1.4rem}
        @media(prefers-color-scheme:dark){.error{border-color:#ff9c92;color:#ff9c92}}
        """
}
