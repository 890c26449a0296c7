import Intake
import Schemas
import Spreadsheets
import Tables
import Texts

/// What the files of these tests answer.
let parks = Schema.made(
    of: Field("nom", meaning: .name), Field("voie", meaning: .street), Field("commune", meaning: .communeName),
    Field("surface", type: .number))

extension Sheet {
    /// A sheet as words: `|` between cells, one line a row. Digits alone are numbers, as a workbook has them.
    init(_ words: String, named name: String = "Feuil1", visibility: Visibility = .visible) {
        self.init(name: name, visibility: visibility)
        let lines = words.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }
        }
        rowNumbers = Array(1..<lines.count + 1)
        columns = (0..<(lines.map(\.count).max() ?? 0)).map { column in
            Cells(lines.map { $0.indices.contains(column) ? value($0[column]) : .blank })
        }
    }

    /// The sheet with a change.
    func with(_ change: (inout Sheet) -> Void) -> Sheet {
        var sheet = self
        change(&sheet)
        return sheet
    }

    mutating func merge(_ first: String, _ last: String) {
        guard let first = CellAddress(first), let last = CellAddress(last) else { return }
        merged.append(CellRange(first: first, last: last))
    }
}

private func value(_ words: String) -> Value {
    Value(words, kind: words.allSatisfy(\.isNumber) ? .number : .text)
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

/// What an intake makes of a workbook of these sheets.
func received(_ sheets: Sheet..., for schema: Schema = parks, prefilled: Set<String> = []) throws -> Reception {
    try Intake(schema: schema, prefilled: prefilled)
        .receive(Workbook(format: .xlsx, sheets: sheets), file: "parcs.xlsx")
}

extension Reception {
    /// The headers, from the left.
    var headers: [String] { table.columns.map(\.header) }

    /// What stands under a header.
    func values(_ header: String) -> [String] {
        guard let column = table.columns.first(where: { $0.header == header }) else { return [] }
        return (0..<table.rowCount).map { column.cells[$0].text }
    }

    /// The rows that a rule speaks of; nil if it says nothing.
    func rows(_ rule: String) -> [Int]? {
        let told = findings.filter { $0.rule == rule }
        return told.isEmpty ? nil : told.flatMap(\.rows).sorted()
    }

    /// What a rule says in French, all of it.
    func words(_ rule: String) -> String {
        findings.filter { $0.rule == rule }.map(\.text.fr).joined(separator: " ")
    }
}
