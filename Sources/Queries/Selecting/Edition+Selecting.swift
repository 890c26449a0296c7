public import Editions
import Tables

extension Edition {
    /// The rows that answer a question. Throws where the question asks for an unknown property or function, or
    /// compares what cannot be compared.
    public func select(_ query: Query) throws(QueryError) -> Selection {
        var found: RowSet?
        if let rows = query.rows { found = RowSet(rows, rowCount: rowCount) }
        if let filter = query.filter { found = try truth(of: filter, among: found) }
        let rows = found ?? RowSet(rowCount: rowCount, all: true)
        let matched = rows.count
        let offset = min(max(0, query.offset), matched)
        let count = min(max(0, query.limit ?? matched), matched - offset)
        if query.sort.isEmpty { return Selection(rows: rows.rows(from: offset, count: count), matched: matched) }
        let sorted = try sorted(rows, by: query.sort, first: offset + count)
        return Selection(rows: Array(sorted.dropFirst(offset)), matched: matched)
    }

    /// The rows of which an expression is true. In CQL2's logic, what depends on an empty value is neither true
    /// nor false.
    public func truth(of expression: FilterExpression) throws(QueryError) -> RowSet {
        try truth(of: expression, among: nil)
    }

    /// The same where only some rows matter.
    public func truth(of expression: FilterExpression, among rows: RowSet?) throws(QueryError) -> RowSet {
        let node = try Resolver(self).condition(expression)
        return Evaluation(self).rows(of: node, where: true, among: rows)
    }

    /// What an expression is worth in some rows.
    public func values(of expression: FilterExpression, in rows: [Int]) throws(QueryError) -> [QueryValue] {
        let node = try Resolver(self).value(expression).node
        if case .column(let column) = node {
            let codes = table.columns[column].codes
            return rows.map { queryValue(column, Int(codes[$0])) }
        }
        let evaluation = Evaluation(self)
        let values = RowValues(node.needs.columns, of: self)
        return rows.map { row in
            QueryValue(evaluation.value(of: node, { values[$0, row] }, row: row))
        }
    }

    /// One of the distinct values of a column, as it is written where it is a date.
    func queryValue(_ column: Int, _ code: Int) -> QueryValue {
        let worth = worths(column)[code]
        let text = table.columns[column].distinct(code).text
        switch worth {
        case .moment(let moment): return moment.grain == .instant ? .timestamp(text) : .date(text)
        case .shape: return .text(text)
        default: return QueryValue(worth)
        }
    }
}

extension QueryValue {
    init(_ worth: Worth) {
        switch worth {
        case .boolean(let truth): self = .boolean(truth)
        case .number(let number): self = .number(number)
        case .text(let text): self = .text(text)
        case .moment(let moment):
            self = moment.grain == .instant ? .timestamp(moment.written) : .date(moment.written)
        case .list(let items): self = .list(items.map(QueryValue.init))
        case .shape(let parts): self = parts.first.map { .text($0.geoJSON) } ?? .null
        case .unknown, .span: self = .null
        }
    }
}

extension RowSet {
    /// Some of the rows, counted from the first of them.
    func rows(from offset: Int, count: Int) -> [Int] {
        var rows: [Int] = []
        rows.reserveCapacity(count)
        var left = offset
        for (place, word) in words.enumerated() where rows.count < count {
            let bits = word.nonzeroBitCount
            if left >= bits {
                left -= bits
                continue
            }
            var rest = word
            while rest != 0, rows.count < count {
                if left > 0 { left -= 1 } else { rows.append(place << 6 + rest.trailingZeroBitCount) }
                rest &= rest - 1
            }
        }
        return rows
    }
}
