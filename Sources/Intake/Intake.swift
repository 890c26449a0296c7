public import Foundation
public import Schemas
import GeoFiles
public import Spreadsheets
public import Tables
import Texts

/// Receives a file for a schema: whatever it is, a table comes out, or one sentence that says why not.
///
///     file ─ recognised by its bytes ─▶ sheets or layers ─▶ the sheet that answers ─▶ header ─▶ rows ─▶ Reception
public struct Intake: Sendable {
    private let schema: Schema
    private let prefilled: Set<String>
    private let headerRows: [String: Int]

    /// An intake for files that answer `schema`. `prefilled` names the columns that our own template fills in;
    /// `headerRows` says in which row of a sheet (folded name → number) the headers were decided to stand.
    public init(schema: Schema, prefilled: Set<String> = [], headerRows: [String: Int] = [:]) {
        self.schema = schema
        self.prefilled = prefilled
        self.headerRows = headerRows
    }

    /// Reads a file of any supported format.
    public func receive(fileAt url: URL) throws(UnreadableFile) -> Reception {
        if GeoFile.recognises(fileAt: url) { return try receive(layers: GeoFile.read(fileAt: url)) }
        return try receive(Workbook.read(fileAt: url), file: url.lastPathComponent)
    }

    /// Reads a workbook that is already in memory.
    public func receive(_ workbook: Workbook, file: String) throws(UnreadableFile) -> Reception {
        let search = HeaderSearch(vocabulary: HeaderVocabulary(schema), decided: headerRows)
        guard let choice = SheetChoice(search: search).choose(among: workbook.sheets) else {
            throw UnreadableFile(
                Text(
                    fr: "Le fichier « \(file) » ne contient aucune ligne. Vérifiez que c'est le bon, et renvoyez-le.",
                    en: "The file “\(file)” holds no row. Check that it is the right one, and send it again."))
        }
        let sheet = workbook.sheets[choice.sheet]
        let source = Source(file: file, sheet: sheet.name.isEmpty ? nil : sheet.name, encoding: workbook.encoding)
        let (table, findings) = SheetTable(sheet: sheet, header: choice.header, prefilled: prefilled)
            .read(source: source)
        return Reception(
            table: table, headerRow: choice.header.isData ? 0 : sheet.rowNumbers[choice.header.index],
            workbook: workbook,
            findings: workbook.findings + choice.findings + findings + (choice.header.isData ? [Self.noHeader] : []))
    }

    private static let noHeader = Finding(
        rule: "no-header", severity: .warning,
        text: Text(
            fr: """
                Aucune ligne ne donne les titres des colonnes : elles ont été reconnues par leur contenu, quand c'était \
                possible. Ajoutez une ligne de titres en haut du tableau, et renvoyez le fichier.
                """,
            en: """
                No row gives the headers of the columns: they were recognised by what they hold, where that was \
                possible. Add a row of headers at the top of the table, and send the file again.
                """))

    private func receive(layers: [GeoLayer]) throws(UnreadableFile) -> Reception {
        let vocabulary = HeaderVocabulary(schema)
        let best = layers.max { first, second in
            (known(first, vocabulary), first.table.rowCount) < (known(second, vocabulary), second.table.rowCount)
        }
        guard let best else {
            throw UnreadableFile(
                Text(
                    fr:
                        "Ce fichier cartographique ne contient aucun objet. Exportez de nouveau la couche, et renvoyez-la.",
                    en: "This map file holds no feature. Export the layer again, and send it."))
        }
        let others = layers.filter { $0.name != best.name }.map { layer in
            Finding(
                rule: "other-layer", severity: .warning,
                text: Text(
                    fr: "La couche « \(layer.name) » n'a pas été reprise ; envoyez-la à part si elle compte.",
                    en: "The layer “\(layer.name)” was not taken; send it on its own if it matters."))
        }
        return Reception(table: best.table, headerRow: 1, findings: best.findings + others)
    }

    private func known(_ layer: GeoLayer, _ vocabulary: HeaderVocabulary) -> Int {
        layer.table.columns.count { vocabulary.knows($0.header) }
    }
}
