import Editions
import Tables

/// What an expression is worth in each row: once for each distinct value where it depends on one column only.
struct WorkedOut {
    /// For each row the number of its value; nil where each row is its own.
    let codes: [UInt32]?
    let worths: [Worth]

    init(_ node: Node, _ edition: Edition) {
        let evaluation = Evaluation(edition)
        let needs = node.needs
        if !needs.row, needs.columns.isEmpty {
            codes = [UInt32](repeating: 0, count: edition.rowCount)
            worths = [evaluation.value(of: node, { _ in .unknown }, row: 0)]
        } else if !needs.row, needs.columns.count == 1, let column = needs.columns.first {
            codes = edition.table.columns[column.column].codes
            switch node {
            case .column, .changed: worths = edition.worths(column)
            default:
                worths = edition.worths(column).map { worth in evaluation.value(of: node, { _ in worth }, row: 0) }
            }
        } else {
            let values = RowValues(needs.columns, of: edition)
            codes = nil
            worths = (0..<edition.rowCount).map { row in
                evaluation.value(of: node, { values[$0, row] }, row: row)
            }
        }
    }

    var order: RowOrder { RowOrder(codes: codes, worths: worths) }

    /// The worth of a row.
    subscript(row: Int) -> Worth { worths[codes.map { Int($0[row]) } ?? row] }
}
