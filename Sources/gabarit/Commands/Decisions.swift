import ArgumentParser
import Foundation
import Pipeline
import Review
import Schemas
import Territories
import Texts

/// What was decided once and is applied to every later file.
struct Decisions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions",
        abstract: "Liste, ajoute, corrige, retire et exporte ce qui a été décidé une fois pour toutes.",
        subcommands: [List.self, Add.self, Edit.self, Delete.self, Export.self], defaultSubcommand: List.self)

    /// Which book, and which part of it.
    struct Book: ParsableArguments {
        @Option(help: ArgumentHelp("Le fichier des décisions (sinon celui du dossier des données).", valueName: "FILE"))
        var decisions: String?

        @OptionGroup var surroundings: Surroundings

        var file: URL { decisions.map { URL(filePath: $0) } ?? surroundings.decisions }

        func read() throws -> DecisionBook { try DecisionBook(contentsOf: file) }

        /// Reads the book, changes it, writes it whole or not at all.
        func change(_ body: (inout DecisionBook) throws -> Void) throws {
            var book = try read()
            try body(&book)
            try book.write(to: file)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Les décisions, une par ligne.")

        @Option(help: "Seulement celles de ce modèle.")
        var schema: String?

        @Option(help: "Seulement celles de cette commune (code Insee).")
        var commune: String?

        @OptionGroup var book: Book

        func run() throws {
            let all = try book.read().decisions.filter {
                (schema == nil || $0.schema == schema) && (commune == nil || $0.commune == commune)
            }
            for decision in all { print("\(decision.id)  \(decision.sentence.fr)") }
            say(Text.count(all.count, fr: ("décision", "décisions"), en: ("decision", "decisions")).fr)
        }
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Ajoute une décision sur une valeur, une colonne ou la ligne des titres.")

        @Option(help: "Le modèle.") var schema: String
        @Option(help: "La commune (code Insee) ; sans elle, la décision vaut pour tout le territoire.")
        var commune: String?
        @Option(help: "Le champ du modèle.") var field: String?
        @Option(help: "La valeur reçue, ou avec --column rien.") var value: String?
        @Option(help: "Ce qu'elle veut dire ; vide : laisser vide ; la même valeur : la garder telle quelle.")
        var answer: String?
        @Option(help: "Le titre d'une colonne, qui est désormais lue comme --field ; sans --field, elle est laissée.")
        var column: String?
        @Option(help: "Le numéro de la ligne des titres.") var headerRow: Int?
        @Option(help: "La feuille où elle se trouve.") var sheet: String = ""
        @Option(help: "Qui décide.") var who: String?

        @OptionGroup var book: Book

        func validate() throws {
            let asked = [value != nil, column != nil, headerRow != nil].count { $0 }
            guard asked == 1 else {
                throw ValidationError("Donnez une seule chose à décider : --value, --column ou --header-row.")
            }
            guard value == nil || (field != nil && answer != nil) else {
                throw ValidationError("Avec --value, donnez aussi --field et --answer.")
            }
        }

        func run() throws {
            let schema = try SchemaLibrary.schema(schema)
            if let field, schema.field(field) == nil { throw Unusable.field(field, schema.name) }
            let decision = decision(schema.name, when: Date().formatted(.iso8601))
            try book.change { $0.add([decision]) }
            print("\(decision.id)  \(decision.sentence.fr)")
        }

        private func decision(_ schema: String, when: String) -> Decision {
            func make(_ kind: Decision.Kind, _ field: String, _ value: String, _ answer: String) -> Decision {
                Decision(
                    schema: schema, field: field, value: value, answer: answer, kind: kind, commune: commune, who: who,
                    when: when, file: "gabarit decisions add")
            }
            if let column { return make(.column, field ?? "", column, field ?? "") }
            if let headerRow { return make(.headerRow, "", sheet, String(headerRow)) }
            return make(.value, field ?? "", value ?? "", answer ?? "")
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "edit", abstract: "Change la réponse d'une décision.")

        @Argument(help: "Le signe de la décision, comme « list » le donne.") var id: String
        @Option(help: "La nouvelle réponse.") var answer: String
        @Option(help: "Qui décide.") var who: String?

        @OptionGroup var book: Book

        func run() throws {
            try book.change { book in
                guard let place = book.decisions.firstIndex(where: { $0.id == id }) else { throw Unusable.decision(id) }
                book.decisions[place].answer = answer
                if book.decisions[place].kind == .column { book.decisions[place].field = answer }
                book.decisions[place].when = Date().formatted(.iso8601)
                if let who { book.decisions[place].who = who }
                print("\(book.decisions[place].id)  \(book.decisions[place].sentence.fr)")
            }
        }
    }

    struct Delete: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "delete", abstract: "Retire des décisions : la question sera de nouveau posée.")

        @Argument(help: "Les signes des décisions, comme « list » les donne.") var ids: [String]

        @OptionGroup var book: Book

        func run() throws {
            try book.change { book in
                for id in ids {
                    guard book.decisions.contains(where: { $0.id == id }) else { throw Unusable.decision(id) }
                    book.decisions.removeAll { $0.id == id }
                }
            }
            say("Retiré.")
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Écrit les décisions comme un tableau CSV, lisible dans un tableur.")

        @Option(help: ArgumentHelp("Le fichier à écrire (sinon la sortie standard).", valueName: "FILE"))
        var out: String?

        @OptionGroup var book: Book

        func run() throws {
            let table = try book.read().table
            guard let out else {
                print(table, terminator: "")
                return
            }
            try Data(table.utf8).write(to: URL(filePath: out), options: .atomic)
        }
    }
}
