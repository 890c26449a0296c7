/// The header of a file against the fields of a schema: which column is which field, and what is wrong.
struct HeaderPlan: Sendable {
    /// For each column of the file, the field that it is; nil where the schema has none.
    private(set) var fields: [Int?] = []
    /// What is wrong with the header.
    private(set) var faults: [Fault] = []
    /// What should be looked at.
    private(set) var warnings: [String] = []
    /// Whether the rows can be judged at all.
    private(set) var isUsable = true

    /// - Parameters:
    ///   - labels: The header row, white space around the words left out.
    ///   - written: The first row of the file as it is written.
    init(labels: [String], written: [String], schema: SchemaDescriptor) {
        let names = schema.fields.map(\.name)
        let match = schema.fieldsMatch ?? .partial
        warnings = Self.warnings(written, schema, match)
        guard !labels.isEmpty else { return }
        if match == .exact {
            fields = labels.indices.map { $0 < names.count ? $0 : nil }
            addOrderFaults(labels, names)
        } else {
            fields = labels.map { names.firstIndex(of: $0) }
            if Set(labels).count != labels.count {
                faults = [.duplicateLabel(labels)]
                isUsable = false
                return
            }
            addNameFaults(labels, schema, match)
        }
    }

    private mutating func addNameFaults(
        _ labels: [String], _ schema: SchemaDescriptor, _ match: SchemaDescriptor.FieldsMatch
    ) {
        if match == .equal || match == .superset {
            for (place, label) in labels.enumerated() where fields[place] == nil {
                faults.append(.extraLabel(label, at: place))
            }
        }
        if match == .partial, !schema.fields.isEmpty, fields.allSatisfy({ $0 == nil }) {
            faults.append(.unmatchedHeader)
        }
        let present = Set(fields.compactMap { $0 })
        let isTolerant = match == .superset || match == .partial
        var offset = labels.count
        for (place, field) in schema.fields.enumerated() where !present.contains(place) {
            guard !isTolerant || field.isRequired || schema.primaryKey.contains(field.name) else { continue }
            offset += 1
            faults.append(.missingLabel(field.name, number: offset))
        }
    }

    /// The same fields in the same order (`exact`).
    private mutating func addOrderFaults(_ labels: [String], _ names: [String]) {
        for place in labels.indices.dropFirst(names.count) { faults.append(.extraLabel(labels[place], at: place)) }
        for place in names.indices.dropFirst(labels.count) {
            faults.append(.missingLabel(names[place], number: place + 1))
        }
        for place in 0..<min(labels.count, names.count) {
            if labels[place].isEmpty {
                faults.append(.blankLabel(names[place], at: place))
            } else if labels[..<place].contains(labels[place]) {
                faults.append(.duplicateLabel(labels[place], field: names[place], at: place))
            } else if labels[place] != names[place] {
                faults.append(.incorrectLabel(labels[place], field: names[place], at: place))
            }
        }
    }

    private static func warnings(
        _ header: [String], _ schema: SchemaDescriptor, _ match: SchemaDescriptor.FieldsMatch
    ) -> [String] {
        let names = schema.fields.map(\.name)
        var warnings: [String] = []
        for field in schema.fields where !header.contains(field.name) && !field.isRequired {
            warnings.append("Colonne manquante : Ajoutez la colonne manquante `\(field.name)`.")
        }
        for label in header where !names.contains(label) {
            warnings.append("Colonne surnuméraire : Retirez la colonne `\(label)` non définie dans le schéma.")
        }
        if Set(header) == Set(names), header != names {
            let list = names.map { "'\($0)'" }.joined(separator: ", ")
            warnings.append(
                "Colonnes désordonnées : Réordonnez les colonnes du fichier pour respecter le schéma : [\(list)].")
        }
        return warnings
    }
}

extension Fault {
    private static func label(
        _ title: String, _ message: String, _ type: String, _ field: String, _ number: Int
    ) -> Fault {
        Fault(
            title: title, message: message, type: type, tags: ["#table", "#header", "#label"], rowNumber: nil,
            fieldName: field, fieldNumber: number, cell: nil)
    }

    static func missingLabel(_ name: String, number: Int) -> Fault {
        label("Colonne manquante", "La colonne obligatoire `\(name)` est manquante", "missing-label", name, number)
    }

    static func extraLabel(_ label: String, at place: Int) -> Fault {
        self.label(
            "Colonne surnuméraire", "La colonne `\(label)` n'est pas définie dans le schéma", "extra-label", "",
            place + 1)
    }

    static func blankLabel(_ field: String, at place: Int) -> Fault {
        label("En-tête manquant", "La colonne n'a pas d'en-tête", "blank-label", field, place + 1)
    }

    static func incorrectLabel(_ label: String, field: String, at place: Int) -> Fault {
        self.label(
            "En-tête incorrect", "L'en-tête `\(label)` devrait être `\(field)`", "incorrect-label", field, place + 1)
    }

    static func duplicateLabel(_ label: String, field: String, at place: Int) -> Fault {
        self.label("En-têtes dupliquées", "Les en-têtes doivent être uniques", "duplicate-label", field, place + 1)
    }

    /// Where columns are matched by their names, two of one name leave nothing to judge.
    static func duplicateLabel(_ labels: [String]) -> Fault {
        var seen: Set<String> = []
        let place = labels.firstIndex { !seen.insert($0).inserted } ?? 0
        return duplicateLabel(labels[place], field: labels[place], at: place)
    }

    static let unmatchedHeader = Fault(
        title: "En-têtes inconnus", message: "Aucune colonne du fichier n'est définie dans le schéma",
        type: "unmatched-header", tags: ["#table", "#header"], rowNumber: nil, fieldName: nil, fieldNumber: nil,
        cell: nil)
}
