public import Foundation
import Spreadsheets
public import Tables
public import Territories

/// Judges files against a Table Schema (versions 1 and 2), with the verdict of Validata, the validator of the French
/// State, and its checks beside the standard.
///
/// Nothing is repaired or forgiven. Text files are judged on their bytes, in parts, without a table in memory; workbooks
/// through the readers of the house. Every fault is told, however many there are.
public struct Validator: Sendable {
    private let schema: SchemaDescriptor
    private let fields: [FieldPlan]
    private let rules: [CheckRule]
    /// What is to be said of the checks that the schema asks for.
    private let checkFaults: [Fault]
    private let checkWarnings: [String]

    /// Makes a schema ready.
    ///
    /// - Parameters:
    ///   - document: The JSON of the Table Schema. What is wrong with it makes every verdict negative.
    ///   - territories: The communes that are known, asked for only where a check needs them.
    public init(document: Data, territories: @escaping @Sendable () -> Reference = { Reference.builtIn }) {
        let tree = document.withUnsafeBytes { bytes in JSONTree(bytes.bindMemory(to: UInt8.self)) }
        schema = SchemaDescriptor(tree)
        fields = schema.fields.map { [schema] in FieldPlan($0, missingValues: schema.missingValues) }
        var rules: [CheckRule] = []
        var faults: [Fault] = []
        var warnings: [String] = []
        for declared in schema.customChecks {
            var declared = declared
            if let present = CustomCheck.deprecated[declared.name] {
                warnings.append(
                    """
                    Le custom check '\(declared.name)' est déprécié, veuillez utiliser '\(present)' à la place dans le \
                    schéma.
                    """)
                declared.name = present
            }
            guard let check = CustomCheck.named(declared.name) else {
                faults.append(.unknownCheck(declared.name))
                continue
            }
            do throws(CheckProblem) {
                rules.append(try check.make(declared, CustomCheck.Surrounding(territories: territories)))
            } catch {
                faults.append(.unusableCheck(declared.name, error.message))
            }
        }
        (self.rules, checkFaults, checkWarnings) = (rules, faults, warnings)
    }

    /// Judges a file.
    ///
    /// - Throws: One sentence for the sender where the file cannot be read at all.
    public func verdict(onFileAt url: URL) throws(UnreadableFile) -> Verdict {
        let start = ContinuousClock.now
        var verdict = judge(try TableSource(url))
        if schema.faults.isEmpty { verdict.add(checkFaults, warnings: checkWarnings) }
        verdict.seconds = (ContinuousClock.now - start) / .seconds(1)
        return verdict
    }

    /// Judges a text: a CSV that is in memory.
    public func verdict(onText text: some Sequence<UInt8>) -> Verdict {
        var verdict = judge(TableSource(text: Array(text)))
        if schema.faults.isEmpty { verdict.add(checkFaults, warnings: checkWarnings) }
        return verdict
    }

    private func judge(_ source: TableSource) -> Verdict {
        if !schema.faults.isEmpty {
            return Verdict(faults: schema.faults.map { .structure($0.title, $0.message, type: $0.type) })
        }
        let beginning = source.beginning()
        let header = HeaderPlan(labels: beginning.labels, written: beginning.written, schema: schema)
        var verdict = Verdict(
            faults: header.faults, warnings: header.warnings, labels: beginning.labels, fields: fields,
            columns: header.fields)
        if let fault = impossible(beginning) {
            verdict.faults = [fault]
            return verdict
        }
        guard header.isUsable else { return verdict }
        let plan = TablePlan(
            schema: schema, fields: fields, header: header, rules: rules, hasNativeCells: source.hasNativeCells)
        verdict.add(rows: source, beginning, plan)
        return verdict
    }

    /// What makes every row impossible to judge.
    private func impossible(_ beginning: TableSource.Beginning) -> Fault? {
        if let key = schema.foreignKeys.first(where: { !$0.resource.isEmpty }) {
            return .otherTable(key.resource)
        }
        if let field = fields.first(where: { !$0.unusable.isEmpty }) {
            return .unusableConstraint(field.name, field.unusable[0])
        }
        return beginning.labels.isEmpty ? .blankHeader : nil
    }
}

extension Fault {
    fileprivate static func unknownCheck(_ name: String) -> Fault {
        .structure(
            "Custom Check Inconnu", "Tentative d'utilisation du custom check \(name), qui n'est pas défini",
            type: "check-error")
    }

    fileprivate static func unusableCheck(_ name: String, _ reason: String) -> Fault {
        .structure(
            "Erreur d'Initialisation du Custom Check",
            "Le custom check \(name) n'a pas pu être correctement initialisé : \(reason)", type: "check-error")
    }

    fileprivate static func otherTable(_ name: String) -> Fault {
        .structure(
            "Clé étrangère",
            """
            Le modèle renvoie à une autre table (« \(name) »), qui n'est pas donnée : la clé étrangère ne peut pas être \
            vérifiée.
            """,
            type: "resource-error")
    }

    fileprivate static func unusableConstraint(_ field: String, _ constraint: String) -> Fault {
        .structure(
            "Contrainte inutilisable",
            "Champ « \(field) » : la contrainte « \(constraint) » ne peut pas être appliquée.",
            type: "field-error")
    }

    fileprivate static let blankHeader = Fault(
        title: "En-tête manquant", message: "La colonne n'a pas d'en-tête", type: "blank-header",
        tags: ["#table", "#header"], rowNumber: nil, fieldName: nil, fieldNumber: nil, cell: nil)
}
