import Catalog
import Editions
import Exports
import Foundation
import Schemas
import Tables

/// For every shipped model a CSV of made rows with all that trips up readers of CSV, its schema, and a data package of
/// all of them and one of each: what `Benchmarks/Exports/validity` hands to other validators.
struct ModelRows {
    let schema: Schema
    let document: Data

    /// Writes the files of all models.
    static func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var resources: [DataPackage.Resource] = []
        for name in SchemaLibrary.names {
            let document = try SchemaLibrary.document(name)
            let structure = try PublicSchema(document: document)
            let rows = ModelRows(schema: structure.schema, document: structure.document)
            let data = try CSVExport().data(rows.table, schema: structure.schema)
            try data.write(to: folder.appending(path: "\(name).csv"))
            try structure.document.write(to: folder.appending(path: "\(name).json"))
            let record = DatasetRecord(schema: structure.schema, publisher: "Essai", releases: [])
            var archive = Data()
            try DatasetArchive(record: record, structure: structure).write(RowBatches(rows.table)) {
                archive.append(contentsOf: $0)
            }
            try archive.write(to: folder.appending(path: "\(name).zip"))
            resources.append(
                DataPackage.Resource(
                    record: record, structure: structure, path: "\(name).csv", bytes: data.count,
                    digest: SHA256.digest(data)))
        }
        let package = DataPackage(resources, publisher: Publisher(name: "Métropole d’Essai"))
        try package.document().write(to: folder.appending(path: "datapackage.json"))
    }

    /// Forty rows, then some of which nothing is known.
    var table: CleanTable {
        let columns = schema.fields.map { field in
            Cells((0..<40).map { Value(value(of: field, row: $0)) } + Array(repeating: Value(""), count: 3))
        }
        return CleanTable(fields: schema.fields.map(\.name), columns: columns, rowNumbers: Array(0..<43))
    }

    private func value(of field: Field, row: Int) -> String {
        let example = field.example ?? ""
        if field.constraints.unique || schema.primaryKey.contains(field.name) { return numbered(example, row) }
        let isFree =
            field.type == .string && field.constraints.pattern == nil && field.constraints.enumeration == nil
            && field.codes.isEmpty && !field.isList && [nil, .prose, .name].contains(field.meaning)
            && field.constraints.maxLength == nil && field.format == "default"
        let isChecked = schema.customChecks.contains { check in
            check.params.values.contains { parameter in
                switch parameter {
                case .one(let name): name == field.name
                case .many(let names): names.contains(field.name)
                }
            }
        }
        if isFree, !isChecked, field.constraints.minLength == nil { return Self.texts[row % Self.texts.count] }
        return example
    }

    /// The example with another number at its end.
    private func numbered(_ example: String, _ row: Int) -> String {
        let digits = example.reversed().prefix { $0.isNumber }.count
        guard digits > 0 else { return example + " \(row)" }
        return example.dropLast(digits) + String(String(1_000_000 + row).suffix(max(digits, 3)))
    }

    private static let texts = [
        "Parc de l’Été", "Deux, virgules, ici", "Il dit « oui », puis \"non\"", "ligne 1\nligne 2\n\nligne 4",
        "=1+1", "'apostrophe", "00123", "\"", "a;b;c", "a|b|c", "a\tb", "🌳 arbre", "ﬁn \u{FFFD}", "NULL", "NaN", "#N/A",
        "ligne 1\r\nligne 2", "-", "l’\u{200B}invisible", "é" + String(repeating: "long ", count: 200) + ".",
    ]
}
