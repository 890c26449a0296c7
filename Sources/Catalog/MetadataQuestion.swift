import Schemas
public import Texts

/// What only a person knows about the datasets of a territory. There are never more than three questions: one mailbox,
/// one rhythm and one licence, each asked once for all the datasets that lack it.
public struct MetadataQuestion: Sendable, Identifiable {
    /// What is asked.
    public enum Subject: String, Sendable, CaseIterable, Codable {
        case contact, frequency, licence
    }

    /// What is asked.
    public var subject: Subject
    /// The datasets that lack it, by name.
    public var datasets: [String]
    /// The question.
    public var text: Text
    /// The answers to choose from, with their words; empty where any may be given.
    public var candidates: [(value: String, words: Text)]

    public var id: String { subject.rawValue }

    /// What must be asked so that nothing is missing, the most useful first.
    ///
    /// - Parameter answers: What was answered already.
    public static func asked(
        about records: [DatasetRecord], publisher: Publisher, answers: MetadataAnswers = MetadataAnswers()
    ) -> [MetadataQuestion] {
        guard !records.isEmpty else { return [] }
        let records = records.map { $0.completed(by: answers) }
        let publisher = publisher.completed(by: answers)
        var questions: [MetadataQuestion] = []
        if Contact(name: publisher.name, email: publisher.email).email == nil {
            questions.append(contact(records))
        }
        let restless = records.filter { $0.frequency == .unknown }
        if !restless.isEmpty { questions.append(frequency(restless)) }
        let unlicensed = records.filter { $0.schema.additions.licence == nil && answers.licences[$0.name] == nil }
        if !unlicensed.isEmpty { questions.append(licence(unlicensed)) }
        return questions
    }

    private static func contact(_ records: [DatasetRecord]) -> MetadataQuestion {
        MetadataQuestion(
            subject: .contact, datasets: records.map(\.name),
            text: Text(
                fr: "À quelle adresse électronique peut-on vous écrire à propos des données ? Elle sera publiée.",
                en: "To which e-mail address can people write about the data? It will be published."),
            candidates: [])
    }

    private static func frequency(_ records: [DatasetRecord]) -> MetadataQuestion {
        let titles = Text.oneOf(records.map(\.schema.title), limit: 5)
        let choices: [Frequency] = [
            .daily, .weekly, .monthly, .quarterly, .twiceAYear, .yearly, .everyTwoYears, .irregular,
        ]
        return MetadataQuestion(
            subject: .frequency, datasets: records.map(\.name),
            text: Text(
                fr: "À quel rythme renouvelez-vous \(titles.fr) ?", en: "How often do you renew \(titles.en)?"),
            candidates: choices.map { ($0.rawValue, $0.title) })
    }

    private static func licence(_ records: [DatasetRecord]) -> MetadataQuestion {
        let titles = Text.oneOf(records.map(\.schema.title), limit: 5)
        return MetadataQuestion(
            subject: .licence, datasets: records.map(\.name),
            text: Text(
                fr: "Sous quelle licence publiez-vous \(titles.fr) ? Sans réponse, c'est la Licence Ouverte 2.0.",
                en: "Under which licence do you publish \(titles.en)? Without an answer it is the Open Licence 2.0."),
            candidates: Licence.all.map { ($0.id, $0.title + $0.summary) })
    }
}
