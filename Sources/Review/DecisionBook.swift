public import Foundation
public import Geocoding
import Privacy
public import Repairs
import Spelling
public import Texts

/// Everything that was decided, and the identifiers that were given: the memory of a territory, as one readable file.
public struct DecisionBook: Codable, Sendable, Equatable {
    /// The version of the file.
    public var version: Int
    /// The decisions, oldest first. A later one about the same thing replaces an earlier one.
    public var decisions: [Decision]
    /// By schema, which object bears which identifier.
    public var identifiers: [String: UidRegister]

    /// A book of decisions.
    public init(decisions: [Decision] = [], identifiers: [String: UidRegister] = [:]) {
        version = 1
        self.decisions = decisions
        self.identifiers = identifiers
    }

    /// The book in a file; an empty one where there is no file yet.
    public init(contentsOf url: URL) throws(UnusableDecisions) {
        guard FileManager.default.fileExists(atPath: url.path) else {
            self.init()
            return
        }
        do {
            self = try JSONDecoder().decode(DecisionBook.self, from: Data(contentsOf: url))
        } catch {
            throw UnusableDecisions(file: url.lastPathComponent)
        }
    }

    /// Writes the book, whole or not at all.
    public func write(to url: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try encoder.encode(self).write(to: url, options: .atomic)
    }

    /// Adds decisions; what they are about is asked no more.
    public mutating func add(_ new: [Decision]) {
        for decision in new {
            decisions.removeAll { $0.isAbout(the: decision) }
            decisions.append(decision)
        }
    }

    /// What was answered about values of a schema, for a commune: its own answers before those of the territory.
    public func memory(schema: String, commune: String?) -> Memory {
        var answers: [MemoryKey: String] = [:]
        for decision in relevant(.value, schema, commune) {
            answers[MemoryKey(field: decision.field, value: decision.value)] = decision.answer
        }
        return Memory(answers)
    }

    /// What was decided about columns: folded header → field, empty where the column is left out.
    public func columns(schema: String, commune: String?) -> [String: String] {
        var columns: [String: String] = [:]
        for decision in relevant(.column, schema, commune) { columns[decision.value.folded] = decision.answer }
        return columns
    }

    /// In which row the headers stand: folded name of the sheet → row, as the spreadsheet numbers it.
    public func headerRows(schema: String, commune: String?) -> [String: Int] {
        var rows: [String: Int] = [:]
        for decision in relevant(.headerRow, schema, commune) { rows[decision.value.folded] = Int(decision.answer) }
        return rows
    }

    /// Where addresses are, as people confirmed it.
    public func positions(schema: String, commune: String?) -> ConfirmedPositions {
        var positions = ConfirmedPositions()
        for decision in relevant(.position, schema, commune) {
            positions.answers[decision.value.folded] = decision.answer
        }
        return positions
    }

    /// What was decided about personal data.
    public func disclosures(schema: String, commune: String?) -> Disclosures {
        var disclosures = Disclosures()
        for decision in relevant(.disclosure, schema, commune) {
            disclosures.answers[MemoryKey(field: decision.field, value: decision.value)] =
                Disclosure(answer: decision.answer)
        }
        for decision in relevant(.value, schema, commune) where decision.answer.folded == decision.value.folded {
            disclosures.kept.insert(MemoryKey(field: decision.field, value: decision.value))
        }
        return disclosures
    }

    private func relevant(_ kind: Decision.Kind, _ schema: String, _ commune: String?) -> [Decision] {
        let all = decisions.filter { $0.schema == schema && $0.kind == kind }
        return all.filter { $0.commune == nil } + all.filter { $0.commune != nil && $0.commune == commune }
    }
}

extension Decision {
    fileprivate func isAbout(the other: Decision) -> Bool {
        schema == other.schema && kind == other.kind && commune == other.commune && key == other.key
    }

    /// What it is about. The field of a column is the answer.
    var key: MemoryKey { MemoryKey(field: kind == .column ? "" : field, value: value) }
}

/// The file of decisions cannot be read. It is never overwritten.
public struct UnusableDecisions: Error, Sendable, CustomStringConvertible {
    /// The name of the file.
    public let file: String

    /// What to tell the caller.
    public var text: Text {
        Text(
            fr:
                "Le fichier de décisions « \(file) » est illisible ; il n'a pas été modifié. Corrigez-le ou donnez-en un autre.",
            en: "The decisions file “\(file)” cannot be read; it was left as it is. Mend it or give another one.")
    }

    public var description: String { text.fr }
}
