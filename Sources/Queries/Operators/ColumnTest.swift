import Editions
import Tables

/// A condition on one column, judged once for each distinct value.
struct ColumnTest: RowTest {
    let edition: Edition
    let column: Int
    /// For each distinct value, what the condition says.
    let verdicts: Verdicts
    let cost = 0
    var effort: Int { 60 * verdicts.values.count + edition.rowCount }

    init(_ edition: Edition, _ column: Int, _ verdicts: Verdicts) {
        self.edition = edition
        self.column = column
        self.verdicts = verdicts
    }

    /// What a condition says of the bytes of a value that is not empty.
    init(_ edition: Edition, _ column: Int, bytes test: (UnsafeBufferPointer<UInt8>) -> Bool) {
        let cells = edition.table.columns[column]
        self.init(
            edition, column,
            Verdicts(
                (0..<cells.distinctCount).map { code in
                    cells.withBytes(of: code) { $0.isEmpty ? Verdicts.unknown : test($0) ? 1 : 0 }
                }))
    }

    /// What a condition says of the numbers of a column.
    init(_ edition: Edition, _ column: Int, numbers test: ([Double]) -> [Bool]) {
        let numbers = edition.numbers(column)
        self.init(
            edition, column,
            Verdicts(zip(numbers, test(numbers)).map { $0.isNaN ? Verdicts.unknown : $1 ? 1 : 0 }))
    }

    /// Whether the value is one of some texts.
    init(_ edition: Edition, _ column: Int, oneOf texts: Set<String>) {
        let cells = edition.table.columns[column]
        var verdicts = [UInt8](repeating: 0, count: cells.distinctCount)
        for text in texts {
            for kind in [Value.Kind.text, .number, .date, .time, .boolean, .error] {
                if let code = cells.code(of: Value(text, kind: kind)) { verdicts[code] = 1 }
            }
        }
        if let blank = cells.code(of: .blank) { verdicts[blank] = Verdicts.unknown }
        self.init(edition, column, Verdicts(verdicts))
    }

    /// The contrary condition.
    var negated: ColumnTest { ColumnTest(edition, column, verdicts.negated) }

    func rows(where truth: Bool, among: RowSet?) -> RowSet {
        let cells = edition.table.columns[column]
        return verdicts.rows(where: truth, codes: cells.codes, among: among)
    }
}

/// What a condition says of each distinct value: no (0), yes (1), or nobody knows (2).
struct Verdicts {
    static let unknown: UInt8 = 2
    let values: [UInt8]

    init(_ values: [UInt8]) { self.values = values }

    var negated: Verdicts { Verdicts(values.map { $0 == Self.unknown ? $0 : 1 - $0 }) }

    /// Kleene's « and », or « or ».
    func joined(with other: Verdicts, every: Bool) -> Verdicts {
        let decisive: UInt8 = every ? 0 : 1
        return Verdicts(
            zip(values, other.values).map { one, two in
                if one == decisive || two == decisive { return decisive }
                return one == Self.unknown || two == Self.unknown ? Self.unknown : 1 - decisive
            })
    }

    /// The rows whose value has a verdict.
    func rows(where truth: Bool, codes: [UInt32], among: RowSet?) -> RowSet {
        let wanted: UInt8 = truth ? 1 : 0
        var rows = RowSet(rowCount: codes.count)
        guard values.contains(wanted) else { return rows }
        if let among, among.count < codes.count / 16 {
            among.forEach { row in if values[Int(codes[row])] == wanted { rows.insert(row) } }
            return rows
        }
        codes.withUnsafeBufferPointer { codes in
            values.withUnsafeBufferPointer { values in
                rows.fill { row in values[Int(codes[row])] == wanted }
            }
        }
        if let among { rows.formIntersection(among) }
        return rows
    }
}

/// Whether a row has one of some identifiers.
struct IdentifierTest: RowTest {
    private let edition: Edition
    private let found: RowSet
    let cost = 0
    var effort: Int { edition.rowCount / 10 }

    init(_ edition: Edition, oneOf texts: Set<String>) {
        self.edition = edition
        found = RowSet(texts.compactMap { edition.row(of: $0) }, rowCount: edition.rowCount)
    }

    func rows(where truth: Bool, among: RowSet?) -> RowSet {
        var rows = found
        if !truth { rows.invert() }
        if let among { rows.formIntersection(among) }
        return rows
    }
}

extension [Double] {
    /// How each compares with a number.
    func comparison(_ comparison: Comparison, _ number: Double) -> [Bool] {
        switch comparison {
        case .equal: map { $0 == number }
        case .different: map { $0 != number }
        case .below: map { $0 < number }
        case .above: map { $0 > number }
        case .atMost: map { $0 <= number }
        case .atLeast: map { $0 >= number }
        }
    }
}
