public import Editions
import Tables

extension Edition {
    /// The rows that answer a question. Throws where the question asks for an unknown property or function, or
    /// compares what cannot be compared.
    public func select(_ query: Query) throws(QueryError) -> Selection {
        var found = RowSet(rowCount: rowCount, all: true)
        if let filter = query.filter { found = try truth(of: filter) }
        if let rows = query.rows { found.formIntersection(RowSet(rows, rowCount: rowCount)) }
        let all = found.rows
        let rest = all.dropFirst(max(0, query.offset))
        return Selection(rows: Array(query.limit.map { rest.prefix(max(0, $0)) } ?? rest), matched: all.count)
    }

    /// The rows of which an expression is true. In CQL2's logic, what depends on an empty value is neither true
    /// nor false.
    public func truth(of expression: FilterExpression) throws(QueryError) -> RowSet {
        switch expression {
        case .call("=", let sides) where sides.count == 2:
            guard case .property(let name) = sides[0], case .text(let text) = sides[1], let column = column(of: name)
            else { throw QueryError("The comparison cannot be understood.") }
            let cells = table.columns[column]
            return RowSet((0..<rowCount).filter { cells[$0].text == text }, rowCount: rowCount)
        case .call("and", let parts):
            var rows = RowSet(rowCount: rowCount, all: true)
            for part in parts { rows.formIntersection(try truth(of: part)) }
            return rows
        default: throw QueryError("The expression cannot be understood.")
        }
    }

    /// What an expression is worth in some rows.
    public func values(of expression: FilterExpression, in rows: [Int]) throws(QueryError) -> [QueryValue] {
        guard case .property(let name) = expression, let column = column(of: name) else {
            throw QueryError("The expression cannot be understood.")
        }
        return rows.map { row in
            let text = table.columns[column][row].text
            return text.isEmpty ? .null : .text(text)
        }
    }

    /// Where the column of a property stands; nil if no field bears the name.
    public func column(of name: String) -> Int? { table.fields.firstIndex(of: name) }
}
