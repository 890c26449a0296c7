import Foundation
import Geocoding
import Intake
import Mapping
import Repairs
import Review
import Schemas
import Spelling
import Spreadsheets
import Tables
import Templates
import Texts

/// The sender's own workbook, handed back: repaired cells coloured and commented, missing columns added at the right,
/// and a sheet of questions.
struct Correction {
    let prepared: Prepared
    let language: Language

    /// Beyond this many, cells are coloured but not commented: nobody reads them, and the file stays light.
    static let mostComments = 4_000

    /// Beyond this many, the rows go back in a new workbook: patching the sender's own takes nearly 1 kB of memory for
    /// each edit.
    static let mostEdits = 300_000

    /// The bytes of the corrected workbook. `original` is the file as it was sent.
    func workbook(original: URL) throws -> Data {
        let edits = cellEdits()
        let questions = questionsSheet
        let sent = prepared.reception.workbook
        let name = prepared.reception.table.source.sheet
        if let sent, sent.format != .csv, let name, edits.count <= Self.mostEdits {
            var patch = WorkbookPatch(language: language)
            patch.edit(sheet: name, edits)
            if let questions { patch.add(sheet: questions.draft) }
            if sent.format == .xlsx { return try patch.apply(to: Data(contentsOf: original)) }
            if let xlsx = asXLSX(original), let patched = try? patch.apply(to: xlsx) { return patched }
        }
        let sheet = sent?.sheets.first { $0.name == name ?? "" }
        let clean =
            sheet.map {
                CleanWorkbook(
                    sheet: $0, name: sheetName, header: hasHeader ? prepared.reception.headerRow : nil, edits: edits,
                    questions: questions,
                    language: language)
            }
            ?? CleanWorkbook(
                table: prepared.reception.table, name: sheetName, edits: edits, questions: questions, language: language
            )
        return try clean.data()
    }

    /// The workbook of an OpenDocument or old Excel file with all its sheets, where LibreOffice can turn it into XLSX.
    private func asXLSX(_ original: URL) -> Data? {
        guard let data = try? Data(contentsOf: original) else { return nil }
        return try? OldWorkbookConversion.libreOffice.convert(data, original.lastPathComponent)
    }

    /// Without a row of headers there is nowhere to name a column that is added.
    private var hasHeader: Bool { prepared.reception.headerRow > 0 }

    var schema: Schema { prepared.draft.schema }
    var mapped: MappedTable { prepared.draft.mapped }

    /// A sheet is named after the schema; some marks may not stand in the name of a sheet.
    var sheetName: String {
        String(schema.title.filter { !"[]:*?/\\'".contains($0) }.prefix(31))
    }

    // MARK: Cells

    private func cellEdits() -> [CellAddress: CellEdit] {
        var edits: [CellAddress: CellEdit] = [:]
        let added = addedColumns()
        for change in prepared.reviewed.changes {
            guard let field = schema.index(of: change.field), added[field] == nil,
                let column = mapped.column(of: field)
            else { continue }
            let comment = edits.count < Self.mostComments ? comment(on: change) : nil
            edits[CellAddress(column: column.position, row: change.rowNumber)] = CellEdit(
                value: change.after, kind: kind(of: schema.fields[field]),
                highlight: change.degree == .certain ? .certain : .likely, comment: comment)
        }
        for (cell, words) in prepared.restored where edits[cell]?.value == nil {
            edits[cell] = CellEdit(
                value: words, highlight: .certain,
                comment: Text(fr: "Vous avez gardé cette valeur.", en: "You kept this value.").in(language))
        }
        for question in prepared.reviewed.questions { mark(question, &edits) }
        for (field, position) in added { add(field, at: position, &edits) }
        addPlaces(after: added.values.max() ?? mapped.table.columns.map(\.position).max() ?? -1, &edits)
        return edits
    }

    /// A workbook holds no shapes: where the model has no fields for coordinates, a point of each shape goes with it,
    /// so that the place is not lost when the workbook comes back.
    private func addPlaces(after last: Int, _ edits: inout [CellAddress: CellEdit]) {
        guard hasHeader, mapped.table.geometries != nil, schema.field(meaning: .longitude) == nil else { return }
        for (offset, header) in ["longitude", "latitude"].enumerated() {
            let address = CellAddress(column: last + 1 + offset, row: prepared.reception.headerRow)
            edits[address] = CellEdit(value: header, highlight: .certain)
        }
        for location in prepared.reviewed.locations {
            guard let point = location.point else { continue }
            let row = mapped.table.rowNumbers[location.row]
            for (offset, degrees) in [point.longitude, point.latitude].enumerated() {
                edits[CellAddress(column: last + 1 + offset, row: row)] = CellEdit(
                    value: String((degrees * 1e7).rounded() / 1e7), kind: .number)
            }
        }
    }

    private func mark(_ question: Question, _ edits: inout [CellAddress: CellEdit]) {
        guard let field = schema.index(of: question.field), let column = mapped.column(of: field) else { return }
        for row in question.rows {
            let comment = edits.count < Self.mostComments ? question.text.in(language) : nil
            edits[CellAddress(column: column.position, row: row)] = CellEdit(highlight: .question, comment: comment)
        }
    }

    private func comment(on change: Change) -> String {
        let before = WrittenProposal.remark(before: change.before)
        let reason = RuleWords.sentence(of: change.rule)
        let likely =
            change.degree == .likely
            ? Text(fr: "\nÀ confirmer dans la feuille Questions.", en: "\nTo be confirmed in the sheet Questions.")
            : Text(verbatim: "")
        return Text(fr: "\(before.fr)\n\(reason.fr)\(likely.fr)", en: "\(before.en)\n\(reason.en)\(likely.en)")
            .in(language)
    }

    private func kind(of field: Field) -> CellEdit.Kind {
        switch field.type {
        case .number, .integer, .year: .number
        case .date: .date
        default: .text
        }
    }

    // MARK: Columns that the file lacks

    /// The fields that get a column of their own at the right: those that were read from a part of a cell, those
    /// that were filled in by us, and those that are missing and asked for.
    func addedColumns() -> [Int: Int] {
        guard hasHeader else { return [:] }
        let filled = Set(prepared.reviewed.changes.map(\.field))
        var position = (mapped.table.columns.map(\.position).max() ?? -1) + 1
        var added: [Int: Int] = [:]
        for (index, field) in schema.fields.enumerated() {
            let isWanted =
                switch mapped.sources[index] {
                // A part stays in the cell that it was cut out of where the header names it already.
                case .part(of: let column, _): mapped.table.columns[column].header.folded != field.name.folded
                case .joined: true
                case .missing: field.isRequired || field.expected || filled.contains(field.name)
                case .column: false
                }
            guard isWanted else { continue }
            added[index] = position
            position += 1
        }
        return added
    }

    private func add(_ index: Int, at position: Int, _ edits: inout [CellAddress: CellEdit]) {
        let field = schema.fields[index]
        let values = prepared.reviewed.clean.columns[index]
        let isMissing = (0..<values.distinctCount).allSatisfy { values.kind(of: $0) == .blank }
        let header = CellAddress(column: position, row: prepared.reception.headerRow)
        edits[header] = CellEdit(
            value: field.name, highlight: isMissing ? .question : .certain, comment: headerComment(field))
        for (row, number) in mapped.table.rowNumbers.enumerated() where values[row].kind != .blank {
            edits[CellAddress(column: position, row: number)] = CellEdit(
                value: values[row].text, kind: kind(of: field), highlight: .certain)
        }
    }

    private func headerComment(_ field: Field) -> String {
        let example = field.example.map { Text(fr: "\nExemple : \($0)", en: "\nExample: \($0)") } ?? Text(verbatim: "")
        return "\(field.title)\n\(field.description)\(example.in(language))"
    }
}
