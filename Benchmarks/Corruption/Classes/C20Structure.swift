import Schemas
import Texts

extension Corruption {
    /// What people put around their table, and how they name their columns.
    static let structure = Corruption(
        20, Text(fr: "Structure du tableau", en: "Structure"),
        file: { file, chance in
            if chance.happens(50) { file.form = .xlsx(WorkbookForm()) }
            for change in chance.shuffled(changes).prefix(chance.within(1...4)) { change(&file, &chance) }
            if chance.happens(25) { mergedCells(&file, &chance) }
            // A notice in a sheet before the data, or a list after it.
            if case .xlsx = file.form, chance.happens(40) { addSheets(&file) }
        })

    private typealias Change = @Sendable (inout SentFile, inout Chance) -> Void

    private static let changes: [Change] = [
        title, totals, blankLines, emptyColumn, repeatedHeader, extraColumns, renamed, renamed, otherOrder, footer,
        units,
        hidden, headersUpper,
    ]

    private static let title: Change = { file, chance in
        let width = file.columns.count
        func line(_ words: String) -> [SentCell] {
            [SentCell(words)] + Array(repeating: SentCell(""), count: width - 1)
        }
        file.above = [line("\(file.schema.title) - recensement 2025")]
        if chance.happens(50) { file.above.append(line("Mise à jour : mars 2025 - service technique")) }
        if chance.happens(60) { file.above.append(line("")) }
    }

    private static let totals: Change = { file, _ in
        var cells = Array(repeating: SentCell(""), count: file.columns.count)
        cells[0] = SentCell("TOTAL")
        for (column, sent) in file.columns.enumerated() {
            guard let field = sent.field, [.integer, .number].contains(file.schema.fields[field].type),
                file.schema.fields[field].meaning == nil
            else { continue }
            let sum = file.clean.compactMap { Double($0[field]) }.reduce(0, +)
            cells[column] = SentCell(Register.decimal(sum, places: 2))
        }
        file.lines.append(SentLine(row: nil, cells: cells))
    }

    private static let blankLines: Change = { file, chance in
        for _ in 0..<chance.within(1...4) {
            let blank = SentLine(
                row: nil, cells: Array(repeating: SentCell(chance.pick(["", "", " "])), count: file.columns.count))
            file.lines.insert(blank, at: chance.below(file.lines.count))
        }
    }

    private static let emptyColumn: Change = { file, chance in
        let place = chance.below(file.columns.count)
        file.columns.insert(SentColumn(header: "", field: nil), at: place)
        insert(&file, at: place) { _ in SentCell("") }
    }

    private static let repeatedHeader: Change = { file, chance in
        let header = SentLine(row: nil, cells: file.columns.map { SentCell($0.header) })
        file.lines.insert(header, at: file.lines.count / 2 + chance.below(5))
    }

    private static let extraColumns: Change = { file, chance in
        let extras = [
            ("Fait par", ["MD", "JPB", "service voirie"]), ("OK ?", ["x", "", "vu"]), ("N° fiche", ["12", "44", "7"]),
        ]
        for (header, values) in extras.prefix(chance.within(1...3)) {
            let place = chance.below(file.columns.count)
            file.columns.insert(SentColumn(header: header, field: nil), at: place)
            let chosen = file.lines.map { _ in chance.pick(values) }
            var line = 0
            insert(&file, at: place) { _ in
                defer { line += 1 }
                return SentCell(chosen[line])
            }
        }
    }

    private static let renamed: Change = { file, chance in
        for column in file.columns.indices where chance.happens(60) {
            guard let field = file.columns[column].field else { continue }
            let names = file.schema.fields[field].aliases + [file.schema.fields[field].title]
            file.columns[column].header = chance.pick(names)
        }
    }

    private static let headersUpper: Change = { file, chance in
        for column in file.columns.indices {
            file.columns[column].header =
                chance.happens(50) ? file.columns[column].header.uppercased() : " " + file.columns[column].header + " "
        }
    }

    private static let otherOrder: Change = { file, chance in
        let order = chance.shuffled(Array(file.columns.indices))
        file.columns = order.map { file.columns[$0] }
        for line in file.lines.indices { file.lines[line].cells = order.map { file.lines[line].cells[$0] } }
    }

    private static let footer: Change = { file, chance in
        let notes = [
            "Source : services techniques", "* à confirmer", "Fin du tableau", "Fichier tenu par le secrétariat",
        ]
        for note in notes.prefix(chance.within(1...2)) {
            var cells = Array(repeating: SentCell(""), count: file.columns.count)
            cells[0] = SentCell(note)
            file.lines.append(SentLine(row: nil, cells: cells))
        }
    }

    private static let units: Change = { file, _ in
        file.underHeader = file.columns.map { column in
            let field = column.field.map { file.schema.fields[$0] }
            return SentCell(field.flatMap(\.unit).map { "(en \($0))" } ?? (field?.type == .boolean ? "oui/non" : ""))
        }
    }

    private static let hidden: Change = { file, chance in
        file.hidden = Set((0..<3).map { _ in 3 + chance.below(file.lines.count - 3) })
        file.hiddenColumns = [chance.below(file.columns.count)]
    }

    /// Cells of one commune below each other are merged: only the first holds the name.
    private static let mergedCells: Change = { file, _ in
        guard case .xlsx = file.form,
            let column = file.columns.firstIndex(where: {
                $0.field.map { field in file.schema.fields[field].meaning == .communeName } ?? false
            })
        else { return }
        let sheetStart = file.above.count + (file.underHeader == nil ? 1 : 2)
        var line = 0
        while line < file.lines.count {
            var end = line
            while end + 1 < file.lines.count, file.lines[end + 1].row != nil, file.lines[line].row != nil,
                file.lines[end + 1].cells[column].text == file.lines[line].cells[column].text, end - line < 4
            { end += 1 }
            if end > line {
                for below in line + 1...end { file.lines[below].cells[column] = SentCell("") }
                file.merged.append((column: column, first: sheetStart + line, last: sheetStart + end))
            }
            line = end + 1
        }
    }

    private static func addSheets(_ file: inout SentFile) {
        file.sheetsBefore = [
            (
                "Lisez-moi",
                [[SentCell("Comment remplir ce fichier")], [SentCell("Une ligne par objet."), SentCell("Merci !")]]
            )
        ]
        file.sheetsAfter = [("Listes", [[SentCell("oui")], [SentCell("non")]]), ("Feuil3", [])]
    }

    private static func insert(_ file: inout SentFile, at place: Int, _ cell: (Int?) -> SentCell) {
        for line in file.lines.indices { file.lines[line].cells.insert(cell(file.lines[line].row), at: place) }
    }
}
