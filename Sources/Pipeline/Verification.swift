import Checks
public import Foundation
import Intake
import Mapping
public import Schemas
import Spelling
public import Tables
import Texts

/// The verdict on a file as it stands, in the shape of Validata's report: nothing is repaired.
public struct Verification: Sendable, Encodable {
    /// Whether there is no error.
    public let valid: Bool
    /// The figures.
    public let stats: Stats
    /// What should be looked at.
    public let warnings: [String]
    /// What does not respect the schema.
    public let errors: [Fault]

    /// Figures about a verified file.
    public struct Stats: Sendable, Encodable {
        public let errors: Int
        public let warnings: Int
        public let seconds: Double
        public let fields: Int
        public let rows: Int
        // Validata's own name.
        public let rows_processed: Int
    }

    /// One value, or one column, that does not respect the schema.
    public struct Fault: Sendable, Encodable {
        public let title: String
        public let message: String
        public let type: String
        public let tags: [String]
        public let rowNumber: Int?
        public let fieldName: String?
        public let fieldNumber: Int?
        public let cell: String?
    }

    /// Verifies a file. Headers are read without regard to capitals; nothing else is forgiven.
    public static func verify(fileAt url: URL, schema: Schema, world: World) throws(UnreadableFile) -> Verification {
        let start = Date()
        let table = try Intake(schema: schema).receive(fileAt: url).table
        let columns = schema.fields.map { field in
            table.columns.firstIndex { $0.header.lowercased() == field.name.lowercased() }
        }
        let judge = Judge(schema: schema, context: world.checkContext)
        let faults = schema.fields.indices.flatMap { field -> [Fault] in
            guard let column = columns[field] else { return missing(schema.fields[field]) }
            return values(table.columns[column], table.rowNumbers, field, schema, judge)
        }
        let warnings = remarks(table, schema, columns)
        return Verification(
            valid: faults.isEmpty,
            stats: Stats(
                errors: faults.count, warnings: warnings.count, seconds: Date().timeIntervalSince(start),
                fields: table.columns.count, rows: table.rowCount, rows_processed: table.rowCount),
            warnings: warnings, errors: faults)
    }

    private static func missing(_ field: Field) -> [Fault] {
        guard field.isRequired else { return [] }
        return [
            Fault(
                title: "Colonne manquante", message: "La colonne obligatoire `\(field.name)` est manquante",
                type: "missing-label", tags: ["#structure"], rowNumber: nil, fieldName: field.name, fieldNumber: nil,
                cell: nil)
        ]
    }

    private static func values(
        _ column: Column, _ rowNumbers: [Int], _ index: Int, _ schema: Schema, _ judge: Judge
    ) -> [Fault] {
        let field = schema.fields[index]
        var faults: [Fault] = []
        for (code, rows) in column.cells.rowsByCode().enumerated() where !rows.isEmpty {
            let text = column.cells.distinct(code).text
            func fault(_ title: String, _ message: String, _ type: String, _ row: Int) -> Fault {
                Fault(
                    title: title, message: message, type: type, tags: ["#table", "#content"],
                    rowNumber: rowNumbers[row],
                    fieldName: field.name, fieldNumber: column.position + 1, cell: text)
            }
            if schema.missingValues.contains(text) || text.isEmpty {
                guard field.isRequired || schema.primaryKey.contains(field.name) else { continue }
                faults += rows.map {
                    fault(
                        "Valeur manquante", "La valeur est obligatoire et doit être renseignée", "constraint-error", $0)
                }
            } else if let problem = judge.problem(of: text, field: index) {
                faults += rows.map { fault(field.title, problem.text.fr, problem.rule, $0) }
            } else if rows.count > 1, field.constraints.unique || schema.primaryKey == [field.name] {
                faults += rows.dropFirst().map {
                    fault("Valeur dupliquée", "Les valeurs de cette colonne doivent être uniques", "unique-error", $0)
                }
            }
        }
        return faults.sorted { ($0.rowNumber ?? 0) < ($1.rowNumber ?? 0) }
    }

    private static func remarks(_ table: Table, _ schema: Schema, _ columns: [Int?]) -> [String] {
        let missing = schema.fields.indices.filter { columns[$0] == nil && !schema.fields[$0].isRequired }
            .map { "Colonne manquante : Ajoutez la colonne manquante `\(schema.fields[$0].name)`." }
        let known = Set(columns.compactMap { $0 })
        let extra = table.columns.indices.filter { !known.contains($0) }
            .map {
                "Colonne surnuméraire : Retirez la colonne `\(table.columns[$0].header)` non définie dans le schéma."
            }
        let present = columns.compactMap { $0 }
        let disordered =
            present == present.sorted()
            ? []
            : [
                "Colonnes désordonnées : Réordonnez les colonnes du fichier pour respecter le schéma : "
                    + "\(schema.fields.map(\.name))."
            ]
        return missing + extra + disordered
    }
}
