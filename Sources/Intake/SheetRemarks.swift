import Spreadsheets
import Tables
import Texts

/// Says what stood in a sheet beside its data, so that nothing is lost without a word.
struct SheetRemarks {
    let sheet: Sheet
    let header: Int
    let roles: [RowRole]

    func findings() -> [Finding] {
        leftOutRows() + hidden() + comments()
    }

    private func leftOutRows() -> [Finding] {
        let last = roles.lastIndex(of: .data) ?? header
        return Self.sentences.compactMap { role, rule, text in
            let rows = roles.indices.filter { row in
                guard roles[row] == role, row != header else { return false }
                return role != .blank || (row > header && row < last)
            }
            guard !rows.isEmpty else { return nil }
            return Finding(rule: rule, severity: .info, rows: rows.map { sheet.rowNumbers[$0] }, text: text)
        }
    }

    private static let sentences: [(RowRole, String, Text)] = [
        (
            .title, "title-rows",
            Text(
                fr: "Ces lignes au-dessus des en-têtes ont été lues comme un titre, pas comme des données.",
                en: "These rows above the headers were read as a title, not as data.")
        ),
        (
            .units, "unit-row",
            Text(
                fr: "Cette ligne sous les en-têtes dit comment remplir : elle n'est pas une donnée.",
                en: "This row under the headers says how to fill in: it is not data.")
        ),
        (
            .total, "total-row",
            Text(
                fr: "Cette ligne est un total : elle n'est pas reprise dans les données.",
                en: "This row is a total: it is left out of the data.")
        ),
        (
            .repeatedHeader, "repeated-header",
            Text(
                fr: "Cette ligne répète les en-têtes : elle n'est pas une donnée.",
                en: "This row repeats the headers: it is not data.")
        ),
        (
            .heading, "heading-row",
            Text(
                fr: "Cette ligne est un intertitre : elle n'est pas reprise dans les données.",
                en: "This row is a heading between the rows: it is left out of the data.")
        ),
        (
            .note, "note-row",
            Text(
                fr: "Cette ligne est une note au bas du tableau : elle n'est pas reprise dans les données.",
                en: "This row is a note at the foot of the table: it is left out of the data.")
        ),
        (
            .blank, "blank-rows",
            Text(fr: "Ces lignes vides ont été passées.", en: "These empty rows were skipped.")
        ),
    ]

    private func hidden() -> [Finding] {
        var findings: [Finding] = []
        let rows = roles.indices.filter { roles[$0] == .data && sheet.hiddenRows.contains(sheet.rowNumbers[$0]) }
        if !rows.isEmpty {
            let text = Text(
                fr: "Ces lignes sont masquées dans le classeur (filtre ?) ; elles sont lues comme les autres.",
                en: "These rows are hidden in the workbook (a filter?); they are read like the others.")
            findings.append(
                Finding(rule: "hidden-rows", severity: .warning, rows: rows.map { sheet.rowNumbers[$0] }, text: text))
        }
        for column in sheet.hiddenColumns.sorted() where column < sheet.columns.count {
            let text = Text(
                fr: "Cette colonne est masquée dans le classeur ; elle est lue comme les autres.",
                en: "This column is hidden in the workbook; it is read like the others.")
            findings.append(
                Finding(
                    rule: "hidden-column", severity: .warning, column: CellAddress.letters(of: column), text: text))
        }
        return findings
    }

    private func comments() -> [Finding] {
        sheet.comments.sorted { $0.key < $1.key }.prefix(200).map { address, comment in
            Finding(
                rule: "comment", severity: .info, rows: [address.row],
                column: CellAddress.letters(of: address.column),
                text: Text(
                    fr: "Un commentaire accompagne cette cellule, il ne sera pas publié : « \(comment.oneLine) »",
                    en: "A comment goes with this cell and will not be published: “\(comment.oneLine)”"))
        }
    }
}
