import Schemas
import ArgumentParser
import Catalog
import Editions
import Exports
import Foundation
import Server
import Texts

/// What is said about the datasets, and the few questions that only a person can answer.
struct MetadataCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metadata",
        abstract: "Montre la fiche de chaque jeu, ses points de qualité, et pose les questions qui restent.",
        subcommands: [Show.self, Answer.self], defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Les points de qualité, comment gagner le suivant, les questions.")

        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            let answers = try surroundings.answers()
            let holdings = try await holdings(
                of: surroundings.store(), publisher: surroundings.publisher(), answers: answers)
            for record in holdings.records {
                var complete = record
                if let edition = try await holdings.edition(of: record.name) {
                    complete.extent = edition.extent
                    complete.content = ContentSummary(of: edition.table, schema: edition.schema)
                }
                let score = QualityScore(
                    Metadata(complete, publisher: holdings.publisher),
                    files: Formats.published(complete, site: "https://"), now: Date())
                print("\(record.schema.title) : \(score.sentence.fr)")
                for point in score.missing { print("    \(point.title.fr) : \(point.advice.fr)") }
            }
            for question in MetadataQuestion.asked(
                about: holdings.records, publisher: holdings.publisher, answers: answers)
            {
                print("\(question.id) ? \(question.text.fr)")
                for candidate in question.candidates { print("    \(candidate.value) : \(candidate.words.fr)") }
            }
        }
    }

    struct Answer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "answer", abstract: "Répond à une question, par son signe.")

        @Argument(help: "Le signe de la question (contact, frequency, licence).") var question: String
        @Argument(help: "La réponse.") var answer: String
        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            var answers = try surroundings.answers()
            let holdings = try await holdings(
                of: surroundings.store(), publisher: surroundings.publisher(), answers: MetadataAnswers())
            let asked = MetadataQuestion.asked(about: holdings.records, publisher: holdings.publisher)
            guard let found = asked.first(where: { $0.id == question }) else {
                let list = asked.map(\.id).joined(separator: ", ")
                throw Unusable(
                    fr: "Aucune question ne porte le signe « \(question) ». Les questions : \(list).",
                    en: "No question bears the sign “\(question)”. The questions: \(list).")
            }
            if let problem = answers.accept(answer, to: found) { throw Unusable(fr: problem.fr, en: problem.en) }
            try surroundings.keep(answers)
        }
    }
}
