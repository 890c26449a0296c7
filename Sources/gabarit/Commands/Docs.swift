import ArgumentParser
import Checks
import Coherence
import Foundation
import Privacy
import Repairs
import Schemas
import Tables
import Texts

/// Writes the reference pages of `docs/` from the code, so that they cannot say anything else. Run by `make docs`.
struct Docs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs", abstract: "Écrit les pages de référence de la documentation.", shouldDisplay: false)

    @Argument(help: "Le dossier où les écrire.")
    var folder: String

    func run() throws {
        let pages = try [
            "checks.md": checksPage(), "repairs.md": repairsPage(), "schemas.md": schemasPage(),
            "commands.md": commandsPage(),
        ]
        for (name, page) in pages {
            let file = URL(filePath: folder).appending(path: name)
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try Data(page.utf8).write(to: file, options: .atomic)
            } catch {
                throw Unusable.unwritable(file.path, error)
            }
        }
    }
}

/// Opens a page: its title, where it comes from, what it is about.
private func opening(_ title: String, _ words: String) -> String {
    "# \(title)\n\n<!-- Written by `make docs` from the code: change the code, not this page. -->\n\n\(words)\n"
}

// MARK: Checks and repairs

private func checksPage() -> String {
    opening(
        "Checks",
        """
        What the data must be. A check never changes anything; an empty cell is wrong only where `required` says so.
        Each check of a value is one file of `Sources/Checks/Rules`, which holds these examples.
        """)
        + "\n## Of a value\n\n"
        + table(
            ["name", "what it expects", "accepts", "rejects"],
            Checks.Check.all.map { check in
                [
                    code(check.name), check.expectation.en, codes(check.examples.flatMap(\.accepts)),
                    codes(check.examples.flatMap(\.rejects)),
                ]
            })
        + "\n## Of a whole table\n\n"
        + table(["name", "what it expects"], TableCheck.all.map { [code($0.name), $0.expectation.en] })
        + "\n## Of rows, datasets and years\n\nRemarks only: each value may be right, and a person must look. Each is a "
        + "file of `Sources/Coherence/Rules`.\n\n"
        + table(["name", "what it expects"], CoherenceRule.all.map { [code($0.name), $0.expectation.en] })
        + "\n## Personal data and secrets\n\nWhat is found is not published before somebody decides. Each detector is a "
        + "file of `Sources/Privacy/Detectors`.\n\n"
        + table(
            ["name", "what it looks for", "finds", "leaves alone"],
            Detector.all.map {
                [code($0.name), $0.what.en, codes($0.examples.held), codes($0.examples.innocent)]
            })
}

private func repairsPage() -> String {
    opening(
        "Repairs",
        """
        What can be put right, in the order in which it is tried. *Certain*: only one value can be meant. *Likely*: one
        value is by far the best; it is applied, and shown to be confirmed. *Asks*: only its owner knows, and is asked
        once. A proposal that does not pass the checks of its field is dropped. ⍽ stands for an unusual space, ⏎ for
        the end of a line, ∅ for an empty cell.
        """)
        + "\n## Of a value\n\n" + Repair.all.map(section).joined(separator: "\n")
        + "\n## Of a row\n\n"
        + table(["name", "what it does"], RowRepair.all.map { [code($0.name), $0.purpose.en] })
}

private func section(_ repair: Repair) -> String {
    "### `\(repair.name)`\n\n\(repair.purpose.en)\n\n"
        + table(
            ["field", "sent", "becomes", "how sure"],
            repair.examples.map { example in
                let sent = ["\(example.field.name) (\(example.field.type.rawValue))", code(example.before.text)]
                return switch example.expected {
                case .change(let after, let degree): sent + [code(after), degree.rawValue]
                case .ask(let candidates, _): sent + [candidates.isEmpty ? "" : codes(candidates), "asks"]
                case nil: sent + ["left as it is", ""]
                }
            })
}

// MARK: Models

private func schemasPage() throws -> String {
    try opening(
        "Models",
        """
        The models that Gabarit ships, each a Table Schema in `Sources/Schemas/Models`. *Required*: a row without it is
        held back from publication. *Asked for*: its absence is told, but unknown stays empty. How a model is written is
        told in [guides/write-a-model.md](guides/write-a-model.md).
        """)
        + SchemaLibrary.all().map { "\n" + section($0) }.joined()
}

private func section(_ schema: Schema) -> String {
    let facts = [
        "version \(schema.version)", schema.additions.trigram.map { "identifiers `\($0)-INSEE-NNN`" },
        schema.additions.licence.map { "licence \($0)" }, schema.additions.frequency.map { "renewed \(code($0))" },
    ].compactMap { $0 }.joined(separator: ", ")
    return "## `\(schema.name)`: \(schema.title)\n\n\(schema.description)\n\n"
        + "\(schema.fields.count) fields, \(facts).\n\n"
        + table(
            ["field", "title", "type", "need", "values"],
            schema.fields.map { field in
                [
                    code(field.name), field.title, field.isList ? "list" : field.type.rawValue,
                    field.isRequired ? "required" : field.expected ? "asked for" : "", codes(field.codes.map(\.value)),
                ]
            })
}

// MARK: Commands

private func commandsPage() -> String {
    opening(
        "Commands",
        """
        Exit status: 0 nothing left to ask, 1 questions or errors remain, 2 the file or the arguments cannot be used.
        Words for people go to standard error; what programs read goes to standard output.
        """)
        + leaves(of: Gabarit.self, path: "gabarit").map { path, command in
            "\n## `\(path)`\n\n```text\n\(help(of: command))\n```\n"
        }.joined()
}

private func help(of command: any ParsableCommand.Type) -> String {
    Gabarit.helpMessage(for: command, columns: 100).trimmingCharacters(in: .newlines)
}

/// The commands that do something, with what is typed to call them.
private func leaves(
    of command: any ParsableCommand.Type, path: String
) -> [(path: String, command: any ParsableCommand.Type)] {
    let shown = command.configuration.subcommands.filter { $0.configuration.shouldDisplay }
    guard !shown.isEmpty else { return [(path, command)] }
    return shown.flatMap { leaves(of: $0, path: path + " " + ($0.configuration.commandName ?? "\($0)".lowercased())) }
}

// MARK: Markdown

private func table(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
}

private func codes(_ values: [String]) -> String { values.map(code).joined(separator: " ") }

/// A value as it is typed; what cannot be seen is shown by a sign.
private func code(_ value: String) -> String {
    guard !value.isEmpty else { return "∅" }
    let visible = value.map { character -> String in
        switch character {
        case "|": "\\|"
        case "\n", "\r", "\r\n": "⏎"
        case " ": " "
        case _ where character.isWhitespace || character.isInvisible: "⍽"
        default: String(character)
        }
    }.joined()
    return visible.contains("`") ? "`` \(visible) ``" : "`\(visible)`"
}

extension Character {
    /// Whether it takes no room on the page: a zero-width space, a mark of order.
    fileprivate var isInvisible: Bool { unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint) }
}
