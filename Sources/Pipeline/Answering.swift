import Intake
import Privacy
import Repairs
import Review
import Schemas
import Spreadsheets
import Tables
import Templates
import Territories
import Texts

/// Reads a workbook that came back: a template that was filled in, or a corrected workbook with its answers.
struct Answering {
    let schema: Schema
    let sender: Commune?
    let file: String
    let when: String

    /// What a workbook that came back says.
    struct Reading {
        /// The file, without what its owner refused and without the rows that only our template filled in.
        var reception: Reception
        /// What the answers decide.
        var decisions: [Decision] = []
        /// The cells that were given back what they held before a proposal that was refused.
        var restored: [CellAddress: String] = [:]
    }

    /// Reads what came back. A file that is neither template nor corrected workbook is left as it is.
    func read(_ reception: Reception) throws(UnreadableFile) -> Reading {
        guard let sent = reception.workbook else { return Reading(reception: reception) }
        let fingerprint = Fingerprint.read(from: sent)
        guard fingerprint != nil || sent.sheets.contains(where: QuestionsSheet.isQuestions) else {
            return Reading(reception: reception)
        }
        let answers = answers(in: sent)
        let taken = Refusals(answers, writing: words).takeBack(from: sent)
        var received = try Intake(schema: schema, prefilled: Set(fingerprint?.prefilled ?? []))
            .receive(taken.workbook.withoutOurRemarks, file: file)
        received.findings += taken.findings + (fingerprint.map(strangeness) ?? [])
        return Reading(
            reception: received, decisions: answers.compactMap(decision),
            restored: received.table.source.sheet.flatMap { taken.cells[$0] } ?? [:])
    }

    /// The answers; the one that means « leave it empty » is the empty one.
    private func answers(in workbook: Workbook) -> [Answer] {
        QuestionsSheet.answers(in: workbook).map { answer in
            var answer = answer
            if Question.isLeaveEmpty(answer.answer) { answer.answer = "" }
            return answer
        }
    }

    /// What a cell holds once its proposal is refused: what it held before, to which the remembered answer applies. An
    /// empty cell is not remembered, and a commune is judged by its whole row: there the answer itself is written.
    private func words(for answer: Answer, _ proposal: WrittenProposal) -> String {
        let field = MemoryKey(identifier: answer.id).flatMap { schema.field($0.field) }
        return proposal.before.isEmpty || field?.isOfCommune == true ? answer.answer : proposal.before
    }

    private func decision(_ answer: Answer) -> Decision? {
        guard let key = MemoryKey(identifier: answer.id) else { return nil }
        if key.field == ColumnQuestion.subject { return columnDecision(header: key.value, answer.answer) }
        if key.field == PositionQuestion.subject {
            return Decision(
                schema: schema.name, field: "", value: key.value, answer: answer.answer, kind: .position,
                commune: sender?.code, when: when, file: file)
        }
        guard schema.field(key.field) != nil else { return nil }
        return Decision(
            schema: schema.name, field: key.field, value: key.value, answer: answer.answer,
            kind: Disclosure.isSubject(key.value) ? .disclosure : .value, commune: sender?.code, when: when, file: file)
    }

    /// The answer is the title or the name of a field, or empty: the column is left out.
    private func columnDecision(header: String, _ answer: String) -> Decision? {
        let field = ColumnQuestion.field(meant: answer, in: schema)
        guard field != nil || ColumnQuestion.isLeftOut(answer) else { return nil }
        return Decision(
            schema: schema.name, field: field?.name ?? "", value: header, answer: field?.name ?? "", kind: .column,
            commune: sender?.code, when: when, file: file)
    }

    /// What is odd about a template that came back: it is another one, or an old one.
    private func strangeness(of template: Fingerprint) -> [Finding] {
        if template.schema != schema.name { return [Self.other(template, than: schema)] }
        if template.version != schema.version { return [Self.old(template, now: schema)] }
        guard let sender, let commune = template.commune, commune != sender.code else { return [] }
        return [Self.foreign(template, sender)]
    }
}

// MARK: - What is odd about a template

extension Answering {
    private static func other(_ template: Fingerprint, than schema: Schema) -> Finding {
        Finding(
            rule: "other-template", severity: .error,
            text: Text(
                fr: """
                    Ce classeur est un gabarit « \(template.schema) », et il est lu ici comme « \(schema.name) ». \
                    Envoyez-le avec le modèle « \(template.schema) », ou remplissez le gabarit « \(schema.name) ».
                    """,
                en: """
                    This workbook is a template of “\(template.schema)”, read here as “\(schema.name)”. Send it with the \
                    model “\(template.schema)”, or fill in the template of “\(schema.name)”.
                    """))
    }

    private static func old(_ template: Fingerprint, now schema: Schema) -> Finding {
        Finding(
            rule: "template-version", severity: .info,
            text: Text(
                fr: """
                    Ce gabarit est celui de la version \(template.version) du modèle ; la version actuelle est la \
                    \(schema.version). Il a été lu normalement ; demandez le nouveau pour la prochaine fois.
                    """,
                en: """
                    This template is of version \(template.version) of the model; the present one is \(schema.version). \
                    It was read as usual; ask for the new one for the next time.
                    """))
    }

    private static func foreign(_ template: Fingerprint, _ sender: Commune) -> Finding {
        Finding(
            rule: "other-commune", severity: .warning,
            text: Text(
                fr: """
                    Ce gabarit avait été préparé pour la commune \(template.commune ?? "") ; il est envoyé par \
                    \(sender.name) (\(sender.code)). Est-ce le bon fichier ?
                    """,
                en: """
                    This template was made for the commune \(template.commune ?? ""); it is sent by \(sender.name) \
                    (\(sender.code)). Is it the right file?
                    """))
    }
}

extension Field {
    /// Whether it says which commune a row belongs to.
    var isOfCommune: Bool { [.communeName, .communeCode, .postcode].contains(meaning) }
}
