import Catalog
import Editions
import Tables

/// Evaluates conditions and values over the rows of an edition.
///
/// A condition is asked for the rows where it is true or for those where it is false; « not » asks for the other.
/// What is unknown is in neither, so that Kleene's logic needs no third set.
struct Evaluation {
    let edition: Edition

    init(_ edition: Edition) { self.edition = edition }

    /// The rows of which a condition is true, or of which it is false. Only `among` matter, where it is given.
    func rows(of node: Node, where truth: Bool, among: RowSet?) -> RowSet {
        switch node {
        case .constant(let worth):
            guard worth.truth == truth else { return RowSet(rowCount: edition.rowCount) }
            return among ?? RowSet(rowCount: edition.rowCount, all: true)
        case .not(let part): return rows(of: part, where: !truth, among: among)
        case .all(let parts): return truth ? common(parts, true, among) : united(parts, false, among)
        case .any(let parts): return truth ? united(parts, true, among) : common(parts, false, among)
        case .test(let test): return test.rows(where: truth, among: among)
        case .known(let yes, let no):
            var rows = truth ? yes : no
            if let among { rows.formIntersection(among) }
            return rows
        default: return workedOut(node, truth, among)
        }
    }

    /// The rows that all parts have in common: the cheapest parts first, so that the dear ones look at few rows.
    private func common(_ parts: [Node], _ truth: Bool, _ among: RowSet?) -> RowSet {
        var left = among
        for part in merged(parts, every: truth).sorted(by: { cost($0) < cost($1) }) {
            let rows = rows(of: part, where: truth, among: left)
            if rows.isEmpty { return rows }
            left = rows
        }
        return left ?? RowSet(rowCount: edition.rowCount, all: true)
    }

    private func united(_ parts: [Node], _ truth: Bool, _ among: RowSet?) -> RowSet {
        var all = RowSet(rowCount: edition.rowCount)
        for part in merged(parts, every: !truth) { all.formUnion(rows(of: part, where: truth, among: among)) }
        return all
    }

    /// The same parts, those on one column joined into one.
    private func merged(_ parts: [Node], every: Bool) -> [Node] {
        var merged: [Node] = []
        var places: [Int: Int] = [:]
        for part in parts {
            guard case .test(let test as ColumnTest) = part else {
                merged.append(part)
                continue
            }
            guard let place = places[test.column], case .test(let other as ColumnTest) = merged[place] else {
                places[test.column] = merged.count
                merged.append(part)
                continue
            }
            merged[place] = .test(
                ColumnTest(edition, test.column, other.verdicts.joined(with: test.verdicts, every: every)))
        }
        return merged
    }

    private func cost(_ node: Node) -> Int {
        switch node {
        case .constant, .known: 0
        case .test(let test): test.cost
        case .not(let part): cost(part)
        case .all(let parts), .any(let parts): parts.map(cost).max() ?? 0
        default: node.needs.row || node.needs.columns.count > 1 ? 10 : 1
        }
    }

    /// The rows of a condition that has no way of its own.
    private func workedOut(_ node: Node, _ truth: Bool, _ among: RowSet?) -> RowSet {
        let needs = node.needs
        if !needs.row, let column = needs.columns.first, needs.columns.count == 1 {
            let verdicts: [UInt8] = edition.worths(column).map { worth in
                value(of: node, { _ in worth }, row: 0).truth.map { $0 ? 1 : 0 } ?? Verdicts.unknown
            }
            return Verdicts(verdicts).rows(
                where: truth, codes: edition.table.columns[column.column].codes, among: among)
        }
        if case .comparison(let comparison, let one, let two) = node, let one = Calculation(one, edition),
            let two = Calculation(two, edition)
        {
            return Calculation.rows(comparison, one, two, edition.rowCount, where: truth, among: among)
        }
        let columns = RowValues(needs.columns, of: edition)
        var rows = RowSet(rowCount: edition.rowCount)
        func judge(_ row: Int) {
            if value(of: node, { columns[$0, row] }, row: row).truth == truth { rows.insert(row) }
        }
        if let among { among.forEach(judge) } else { for row in 0..<edition.rowCount { judge(row) } }
        return rows
    }

    /// What a node is worth where its columns have certain values.
    func value(of node: Node, _ column: (Source) -> Worth, row: Int) -> Worth {
        switch node {
        case .constant(let worth): return worth
        case .column(let number): return column(Source(number))
        case .changed(let source): return column(source)
        case .identifier: return .text(edition.uids[row])
        case .place: return edition.positions[row].map { .shape([$0]) } ?? .unknown
        case .list(let parts): return .list(parts.map { value(of: $0, column, row: row) })
        case .span(let start, let end):
            return span(value(of: start, column, row: row), value(of: end, column, row: row))
        case .comparison(let comparison, let one, let two):
            return Worth(comparison.holds(value(of: one, column, row: row), value(of: two, column, row: row)))
        case .arithmetic(let arithmetic, let one, let two):
            guard case .number(let one) = value(of: one, column, row: row),
                case .number(let two) = value(of: two, column, row: row)
            else { return .unknown }
            let result = arithmetic(one, two)
            return result.isNaN ? .unknown : .number(result)
        case .call(let work, let parts): return work(parts.map { value(of: $0, column, row: row) })
        case .not(let part): return Worth(value(of: part, column, row: row).truth.map { !$0 })
        case .all(let parts): return kleene(parts, every: true) { value(of: $0, column, row: row).truth }
        case .any(let parts): return kleene(parts, every: false) { value(of: $0, column, row: row).truth }
        case .known(let yes, let no):
            return yes.contains(row) ? .boolean(true) : no.contains(row) ? .boolean(false) : .unknown
        case .test(let test):
            let one = RowSet(CollectionOfOne(row), rowCount: edition.rowCount)
            if test.rows(where: true, among: one).contains(row) { return .boolean(true) }
            return test.rows(where: false, among: one).contains(row) ? .boolean(false) : .unknown
        }
    }

    private func kleene(_ parts: [Node], every: Bool, _ truth: (Node) -> Bool?) -> Worth {
        var result: Bool? = every
        for part in parts {
            guard let truth = truth(part) else {
                result = nil
                continue
            }
            if truth != every { return .boolean(truth) }
        }
        return Worth(result)
    }

    private func span(_ start: Worth, _ end: Worth) -> Worth {
        switch (start, end) {
        case (.moment(let start), .moment(let end)): .span(Span(start: start, end: end))
        case (.moment(let start), .text): .span(Span(start: start, end: nil))
        case (.text, .moment(let end)): .span(Span(start: nil, end: end))
        case (.text, .text): .span(Span(start: nil, end: nil))
        default: .unknown
        }
    }
}

/// What the columns are worth in a row, where several are looked at together.
struct RowValues {
    private let columns: [(source: Source, worths: [Worth], codes: [UInt32])]

    init(_ sources: Set<Source>, of edition: Edition) {
        columns = sources.map { ($0, edition.worths($0), edition.table.columns[$0.column].codes) }
    }

    subscript(source: Source, row: Int) -> Worth {
        for column in columns where column.source == source { return column.worths[Int(column.codes[row])] }
        return .unknown
    }
}

/// A calculation with the numbers of several columns, worked out in runs of rows.
indirect enum Calculation {
    case constant(Double)
    case column(numbers: [Double], codes: [UInt32])
    case arithmetic(Arithmetic, Calculation, Calculation)

    /// The node as a calculation; nil where it is more than one.
    init?(_ node: Node, _ edition: Edition) {
        switch node {
        case .constant(.number(let number)): self = .constant(number)
        case .column(let column) where edition.reading(column).kind == .number:
            self = .column(numbers: edition.numbers(column), codes: edition.table.columns[column].codes)
        case .arithmetic(let arithmetic, let one, let two):
            guard let one = Calculation(one, edition), let two = Calculation(two, edition) else { return nil }
            self = .arithmetic(arithmetic, one, two)
        default: return nil
        }
    }

    /// The results in some rows; not a number where there is none.
    func results(_ rows: Range<Int>) -> [Double] {
        switch self {
        case .constant(let number): return Array(repeating: number, count: rows.count)
        case .column(let numbers, let codes): return codes[rows].map { numbers[Int($0)] }
        case .arithmetic(let arithmetic, let one, let two):
            return zip(one.results(rows), two.results(rows)).map { arithmetic($0, $1) }
        }
    }

    static func rows(
        _ comparison: Comparison, _ one: Calculation, _ two: Calculation, _ count: Int, where truth: Bool,
        among: RowSet?
    ) -> RowSet {
        var rows = RowSet(rowCount: count)
        for start in stride(from: 0, to: count, by: 4096) {
            let run = start..<min(start + 4096, count)
            for (place, (one, two)) in zip(one.results(run), two.results(run)).enumerated()
            where !one.isNaN && !two.isNaN {
                if comparison.holds(one < two ? -1 : one > two ? 1 : 0) == truth { rows.insert(start + place) }
            }
        }
        if let among { rows.formIntersection(among) }
        return rows
    }
}
