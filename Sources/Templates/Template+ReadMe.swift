import Schemas
import Spreadsheets
import Texts

extension Template {
    /// The sheet of help, in front of all others.
    var readMe: SheetDraft {
        var rows: [[CellDraft]] = []
        var heights: [Int: Double] = [1: 10, 2: 34]
        func add(_ cells: CellDraft...) { rows.append([CellDraft("")] + cells) }
        func heading(_ text: Text) {
            rows.append([])
            add(CellDraft(text.typeset(in: language), Palette.heading))
            heights[rows.count] = 26
        }
        rows.append([])
        add(CellDraft(schema.title, Palette.title))
        add(CellDraft(subtitle.typeset(in: language), Palette.subtitle))
        rows.append([])
        for line in lines(of: schema.description, upTo: 150) { add(CellDraft(line, Palette.words)) }

        heading(Text(fr: "Comment le remplir", en: "How to fill it in"))
        for (number, step) in steps.enumerated() {
            for (place, line) in lines(of: step.typeset(in: language), upTo: 145).enumerated() {
                add(CellDraft(place == 0 ? "\(number + 1).  \(line)" : "     \(line)", Palette.words))
            }
        }
        heading(Text(fr: "Les couleurs", en: "The colours"))
        for colour in colours {
            add(
                CellDraft(colour.sample, colour.style),
                CellDraft(colour.text.typeset(in: language), Palette.words.with { $0.isIndented = true }))
        }
        heading(Text(fr: "À qui le renvoyer", en: "Whom to send it back to"))
        add(CellDraft(returning.typeset(in: language), Palette.words))
        heading(Text(fr: "Toutes les colonnes", en: "All columns"))
        rows.append([CellDraft("")] + tableHead.map { CellDraft($0.typeset(in: language), Palette.tableHead) })
        heights[rows.count] = 24
        for field in schema.fields {
            let texts = tableRow(TemplateColumn(field: field, language: language))
            rows.append([CellDraft("")] + zip(texts, Self.tableStyles).map { CellDraft($0, $1) })
            heights[rows.count] = height(of: Array(zip(texts, Self.widths.dropFirst())))
        }

        var sheet = SheetDraft(
            name: language == .french ? "Lisez-moi" : "Read me",
            columns: Self.widths.map { ColumnDraft(width: $0) }, rows: SheetRows(rows))
        sheet.rowHeights = heights
        sheet.showsGrid = false
        sheet.tabColour = Palette.navy
        return sheet
    }

    private var subtitle: Text {
        let version = schema.version.isEmpty ? "" : " – version \(schema.version)"
        guard let commune else {
            return Text(fr: "Gabarit à remplir\(version)", en: "Template to fill in\(version)")
        }
        return Text(
            fr: "Gabarit à remplir pour \(commune.name) (\(commune.code))\(version)",
            en: "Template to fill in for \(commune.name) (\(commune.code))\(version)")
    }

    private var steps: [Text] {
        let noun = schema.additions.nouns?.first
        var steps = [
            Text(
                fr: """
                    Ouvrez la feuille « \(dataSheetName) » (l'onglet est en bas). Une ligne par \(noun ?? "élément").
                    """,
                en: "Open the sheet “\(dataSheetName)” (its tab is at the bottom). One row = one item."),
            Text(
                fr: """
                    Passez la souris sur le nom d'une colonne : une bulle explique ce qu'il faut écrire, avec un bon \
                    et un mauvais exemple.
                    """,
                en:
                    "Move the mouse over the name of a column: a note says what to write, with two examples."
            ),
            Text(
                fr: "Vous ne savez pas ? Laissez la case vide. Une case vide veut dire « inconnu », jamais « non ».",
                en: "You do not know? Leave the cell empty. An empty cell means “unknown”, never “no”."),
            Text(
                fr: """
                    Gardez les noms des colonnes, sur la première ligne. Vous pouvez en revanche masquer une colonne, \
                    la déplacer, ou coller vos données depuis un autre fichier.
                    """,
                en: """
                    Keep the names of the columns, in the first row. You may hide a column, move it, or paste your \
                    data from another file.
                    """),
        ]
        if !constants.isEmpty {
            steps.append(
                Text(
                    fr: """
                        Les cases grises sont déjà remplies. Les lignes où rien d'autre n'est écrit ne comptent pas : \
                        il est inutile de les effacer.
                        """,
                    en: """
                        The grey cells are filled in already. Rows with nothing else in them do not count: there is no \
                        need to delete them.
                        """))
        }
        return steps + [
            Text(
                fr: """
                    Renvoyez le fichier tel quel, même incomplet ou imparfait : ce qui peut être réparé le sera, et \
                    nous ne vous poserons de question que sur le reste.
                    """,
                en: """
                    Send the file back as it is, even if it is incomplete: what can be repaired will be, and we only \
                    ask about the rest.
                    """)
        ]
    }

    private var colours: [(sample: String, style: CellStyle, text: Text)] {
        let filled = CellStyle().with {
            $0.fill = Palette.grey
            $0.ink = Palette.greyInk
            $0.isFramed = true
            $0.isIndented = true
        }
        let wanted: [(TemplateColumn.Want, Text)] = [
            (.required, Text(fr: "à remplir sur chaque ligne", en: "to fill in on every row")),
            (.expected, Text(fr: "à remplir dès que vous le savez", en: "to fill in whenever you know it")),
            (.optional, Text(fr: "si vous l'avez : c'est un plus", en: "if you have it")),
        ]
        return wanted.map { ($0.text.in(language), $0.headerStyle, $1) } + [
            (
                Text(fr: "Déjà rempli", en: "Filled in").in(language), filled,
                Text(fr: "rien à faire", en: "nothing to do")
            )
        ]
    }

    private var returning: Text {
        if let returnTo { return Text(verbatim: returnTo) }
        return Text(
            fr: "À la personne qui vous l'a envoyé, en répondant à son message, ou depuis votre espace en ligne.",
            en: "To the person who sent it to you, by answering the message, or from your space online.")
    }

    private var tableHead: [Text] {
        [
            Text(fr: "Colonne", en: "Column"), Text(fr: "Ce que c'est", en: "What it is"),
            Text(fr: "Faut-il la remplir ?", en: "Wanted?"), Text(fr: "Ce qu'il faut écrire", en: "What to write"),
            Text(fr: "Bon exemple", en: "Good example"), Text(fr: "Mauvais exemple", en: "Bad example"),
        ]
    }

    private func tableRow(_ column: TemplateColumn) -> [String] {
        [
            column.field.name, column.field.title, column.want.text.in(language), column.help, column.example ?? "",
            column.field.badExample ?? "",
        ]
    }

    /// The margin, then the columns of the table, in characters.
    private static let widths = [2.5, 20, 28, 19, 66, 32, 32]

    private static let tableStyles = [
        Palette.tableCell.with { $0.isBold = true }, Palette.tableCell, Palette.tableCell, Palette.tableCell,
        Palette.tableCell.with { $0.fill = CellEdit.Highlight.certain.fill },
        Palette.tableCell.with { $0.fill = CellEdit.Highlight.error.fill },
    ]
}
