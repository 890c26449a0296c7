import Schemas

/// A file as it is sent: its lines, how its bytes are written, and what ought to come out of it.
struct SentFile: Sendable {
    let schema: Schema
    /// What ought to come out: one value for each field, for each row.
    var clean: [[String]]
    /// The columns: for each, the field that it answers, if it does.
    var columns: [SentColumn]
    /// The lines below the header, and, for each, which clean row it holds.
    var lines: [SentLine]
    /// Lines above the header.
    var above: [[SentCell]] = []
    /// A second line of the header.
    var underHeader: [SentCell]?
    /// The sheets before the sheet of data, by name, with their lines.
    var sheetsBefore: [(name: String, lines: [[SentCell]])] = []
    /// The sheets after it.
    var sheetsAfter: [(name: String, lines: [[SentCell]])] = []
    /// Ranges of merged cells, as places in the whole sheet: column, first line, last line, from 0.
    var merged: [(column: Int, first: Int, last: Int)] = []
    /// Lines of the sheet that are hidden, from 0.
    var hidden: Set<Int> = []
    /// Columns that are hidden, from 0.
    var hiddenColumns: Set<Int> = []
    /// How the bytes are written.
    var form: FileForm = .csv(DelimitedForm())
    /// The end of its name, where it lies about the form.
    var fileExtension: String?
    /// What was done to single cells, by row and field of `clean`.
    var damages: [CellPlace: Damage] = [:]
    /// Whether every cell that holds something could be lost.
    var endangersAll = false

    init(_ file: CleanFile) {
        schema = file.schema
        clean = file.rows
        columns = file.schema.fields.indices.map { SentColumn(header: file.schema.fields[$0].name, field: $0) }
        lines = file.rows.enumerated().map { row, values in SentLine(row: row, cells: values.map { SentCell($0) }) }
    }

    /// Puts something else in a cell of a row that is expected to be mended.
    mutating func damage(row: Int, field: Int, _ damage: Damage) {
        guard let line = lines.firstIndex(where: { sent in sent.row == row }),
            let column = columns.firstIndex(where: { $0.field == field })
        else { return }
        // A text file does not know what a workbook says of its cells.
        if case .csv = form, damage.cell.text == clean[row][field], case .original = damage.expects { return }
        lines[line].cells[column] = damage.cell
        damages[CellPlace(row: row, field: field)] = damage
    }

    /// All lines of the sheet of data, from its first.
    var sheet: [[SentCell]] {
        above + [columns.map { SentCell($0.header) }] + (underHeader.map { [$0] } ?? []) + lines.map(\.cells)
    }

    /// Whether a line for the spreadsheet stands before the sheet.
    var hasFirstLine: Bool { if case .csv(let form) = form { form.firstLine != nil } else { false } }

    /// For each line of the sheet, the clean row that it holds.
    var rowOfLine: [Int?] {
        [Int?](repeating: nil, count: above.count + (underHeader == nil ? 1 : 2)) + lines.map { $0.row }
    }
}

/// One column of a file that is sent.
struct SentColumn: Sendable {
    var header: String
    var field: Int?
}

/// One line of a file that is sent.
struct SentLine: Sendable {
    /// The clean row that it holds; none for totals, notes and blanks.
    var row: Int?
    var cells: [SentCell]
}

/// A cell of the clean rows.
struct CellPlace: Hashable, Sendable {
    let row: Int
    let field: Int
}

/// What was done to a cell, and what ought to come of it.
struct Damage: Sendable {
    var cell: SentCell
    var expects: Expectation
    /// The name of the form of the damage, to tell failures apart.
    var form: String
    /// Another row that says the same: what is told of one is told of both.
    var twin: Int?

    init(_ text: String, _ kind: SentCell.Kind = .text, expects: Expectation = .original, form: String) {
        cell = SentCell(text, kind)
        self.expects = expects
        self.form = form
    }
}

/// What ought to come of a damaged cell.
enum Expectation: Sendable {
    /// What stood there before, or one of these other values that say the same.
    case original
    case either([String])
    /// The number that stood there before, as exactly as it was written.
    case near(Double)
    /// What stood there is lost: it must be asked about or remarked. To find it again is right too.
    case told
    /// The same, unless one of these values is published, which say all that is left.
    case toldOr([String])

    /// Whether what stood there is lost.
    var isLost: Bool {
        switch self {
        case .told, .toldOr: true
        default: false
        }
    }

    /// Other values that are as good as what stood there.
    var alternatives: [String] {
        switch self {
        case .either(let values), .toldOr(let values): values
        default: []
        }
    }
}

/// How the bytes of a file are written.
enum FileForm: Sendable {
    case csv(DelimitedForm)
    case xlsx(WorkbookForm)
    case html
    case spreadsheetML
}
