import Markup
import Privacy
import Repairs
import Review
import Schemas
import Texts

/// `report.html`: the report that a référent reads, in one file without anything from outside.
struct ReportPage {
    let prepared: Prepared
    let language: Language

    /// The page.
    var html: HTML {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        <style>\(Self.style)</style>
        </head>
        <body>
        <main>
        <p class="brand">Gabarit</p>
        <h1>\(title)</h1>
        <p class="verdict \(prepared.verdict.isValid ? "good" : "open")">\(say(prepared.verdict.text)).</p>
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

    var schema: Schema { prepared.draft.schema }
    var reviewed: ReviewedTable { prepared.reviewed }
    private var title: String { say(Text(verbatim: "\(schema.title) : \(prepared.file)")) }

    private var figures: HTML {
        let verdict = prepared.verdict
        let shown: [(Int, String)] = [
            (verdict.rows, say("lignes lues", "rows read")),
            (verdict.repaired, say("cellules réparées", "repaired cells")),
            (verdict.questions, say("questions pour vous", "questions for you")),
            (verdict.toVerify, say("positions à vérifier", "positions to check")),
        ]
        let items = shown.map { "<li><strong>\(say(.number($0)))</strong> \($1)</li>" as HTML }
        return "<ul class=\"figures\">\(items)</ul>"
    }

    private var privacy: HTML {
        section(say("Données personnelles", "Personal data"), say(reviewed.privacy.text))
    }
}
