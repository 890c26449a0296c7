import Editions
import Tables

/// How much work a filter may be: some seconds at most, however it is written.
///
/// It is reckoned before the work is done, in nanoseconds of an ordinary machine, so that the same filter is refused
/// everywhere or nowhere.
final class Effort {
    private var left = 4_000_000_000

    /// Reckons one condition. Throws where the filter has become too much.
    func spend(_ condition: Node, _ edition: Edition) throws(QueryError) {
        left -= Self.effort(of: condition, edition)
        guard left >= 0 else { throw QueryError("The filter is too much work: ask for less, or for less at once.") }
    }

    private static func effort(of condition: Node, _ edition: Edition) -> Int {
        switch condition {
        case .test(let test): return test.effort
        case .all(let parts), .any(let parts): return parts.reduce(0) { $0 + effort(of: $1, edition) }
        case .not(let part): return effort(of: part, edition)
        default: break
        }
        let needs = condition.needs
        if needs.columns.isEmpty, !needs.row { return 100 }
        let size = condition.size
        if !needs.row, needs.columns.count == 1, let column = needs.columns.first {
            return size * 100 * edition.table.columns[column.column].distinctCount + edition.rowCount
        }
        return size * 150 * edition.rowCount
    }
}

extension Node {
    /// How many steps it takes to work it out once.
    var size: Int {
        switch self {
        case .list(let parts), .all(let parts), .any(let parts), .call(_, let parts):
            parts.reduce(1) { $0 + $1.size }
        case .not(let part): 1 + part.size
        case .span(let one, let two), .comparison(_, let one, let two), .arithmetic(_, let one, let two):
            1 + one.size + two.size
        default: 1
        }
    }
}
