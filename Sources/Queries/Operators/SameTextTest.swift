import Editions
import Tables

/// Whether two columns hold the same text: each value of one is looked up in the other once.
struct SameTextTest: RowTest {
    private let codes: ([UInt32], [UInt32])
    /// For each value of both columns the number of its text; unknown for an empty value, none where the other column
    /// has no such text.
    private let texts: ([Int32], [Int32])
    private static let unknown: Int32 = -1
    private static let none: Int32 = -2
    let cost = 0
    var effort: Int { 100 * (texts.0.count + texts.1.count) + 4 * codes.0.count }

    init(_ edition: Edition, _ first: Int, _ second: Int) {
        let (one, two) = (edition.table.columns[first], edition.table.columns[second])
        // A text may stand in a column several times, as different kinds of cell: the first one is meant.
        func number(_ text: String) -> Int32? {
            [Value.Kind.text, .number, .date, .time, .boolean, .error].lazy
                .compactMap { two.code(of: Value(text, kind: $0)) }.first.map { Int32($0) }
        }
        func numbers(_ cells: Cells) -> [Int32] {
            (0..<cells.distinctCount).map { code in
                let text = cells.distinct(code).text
                return text.isEmpty ? Self.unknown : number(text) ?? Self.none
            }
        }
        texts = (numbers(one), numbers(two))
        codes = (one.codes, two.codes)
    }

    func rows(where truth: Bool, among: RowSet?) -> RowSet {
        var rows = RowSet(rowCount: codes.0.count)
        rows.fill { row in
            let (one, two) = (texts.0[Int(codes.0[row])], texts.1[Int(codes.1[row])])
            return one != Self.unknown && two != Self.unknown && (one == two) == truth
        }
        if let among { rows.formIntersection(among) }
        return rows
    }
}
