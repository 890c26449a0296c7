import Markup
import Repairs
import Review
import Schemas
import Texts

// What was done to cells, and what is asked about them.
extension ReportPage {
    var questions: HTML? {
        guard !reviewed.questions.isEmpty else { return nil }
        let items = reviewed.questions.map { question -> HTML in
            let choices = question.candidates.map { "<li>\($0)</li>" as HTML }
            return """
                <li><p>\(say(question.text))</p><p class="where">\(place(question.field, question.rows))</p>\
                \(choices.isEmpty ? nil : "<ul class=\"choices\">\(choices)</ul>")</li>
                """
        }
        return section(
            say("Ce que vous seul savez", "What only you know"),
            say(
                "Répondez dans la feuille « Questions » du classeur corrigé, puis renvoyez-le : personne ne vous le redemandera.",
                "Answer in the sheet “Questions” of the corrected workbook and send it back: nobody will ask again."),
            "<ol class=\"questions\">\(items)</ol>")
    }

    var confirmations: HTML? {
        let groups = reviewed.confirmations
        guard !groups.isEmpty else { return nil }
        let rows = groups.prefix(Self.mostLines).map { group -> [HTML] in
            [
                "\(title(of: group.field))", value(group.before), value(group.after),
                "\(place(group.field, group.rows))",
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
    var repairs: HTML? {
        let groups = reviewed.changes.groups.filter { $0.cause.degree == .certain }.sorted {
            $0.rows.count > $1.rows.count
        }
        guard !groups.isEmpty else { return nil }
        let rows = groups.prefix(Self.mostLines).map { group -> [HTML] in
            [
                "\(title(of: group.cause.field))", value(group.cause.before), value(group.cause.after),
                "\(say(.number(group.rows.count)))", "\(say(RuleWords.sentence(of: group.cause.rule)))",
            ]
        }
        let headers = [
            say("Champ", "Field"), say("Reçu", "Received"), say("Publié", "Published"), say("Cellules", "Cells"),
            say("Pourquoi", "Why"),
        ]
        return section(
            say("Ce qui a été réparé", "What was repaired"),
            say(
                "Une seule valeur était possible. Rien n'est perdu : la valeur reçue est gardée à côté.",
                "Only one value was possible. Nothing is lost: what was received is kept beside it."),
            table(headers, rows, total: groups.count))
    }

    private func title(of field: String) -> String { schema.field(field)?.title ?? field }
}
