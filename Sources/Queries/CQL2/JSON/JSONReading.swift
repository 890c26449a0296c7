import Catalog

/// CQL2 JSON as an expression.
enum JSONReading {
    static func expression(_ tree: JSONTree) throws(QueryError) -> FilterExpression {
        switch tree.value {
        case .string(let text): return .text(text)
        case .number(let number): return .number(number)
        case .boolean(let truth): return .boolean(truth)
        case .null: return .null
        case .array(let items): return .array(try expressions(items))
        case .object(let members): return try expression(members, at: tree.position)
        }
    }

    private static func expression(
        _ members: [String: JSONTree], at position: Int
    ) throws(QueryError) -> FilterExpression {
        if let name = members["op"] { return try call(name, members["args"], at: position) }
        if let name = members["property"] { return .property(try text(name)) }
        if let date = members["date"] {
            return .date(try text(date, as: Moment.isDate, "a date such as 2019-12-31"))
        }
        if let instant = members["timestamp"] {
            return .timestamp(
                try text(instant, as: Moment.isTimestamp, "an instant such as 2019-12-31T08:30:00Z"))
        }
        if let ends = members["interval"] { return try interval(ends) }
        if let bounds = members["bbox"], members["type"] == nil {
            guard let box = Extent(bounds: try JSONShapes.numbers(bounds)) else {
                throw QueryError(
                    "A box has four bounds, or six with heights; its south is not above its north.",
                    at: bounds.position)
            }
            return .box(box)
        }
        if let type = members["type"] { return try JSONShapes.shape(try text(type), members, at: position) }
        throw QueryError("The object is no part of CQL2.", at: position)
    }

    private static func call(
        _ name: JSONTree, _ arguments: JSONTree?, at position: Int
    ) throws(QueryError) -> FilterExpression {
        let name = try text(name)
        guard !name.isEmpty else { throw QueryError("The operator has no name.", at: position) }
        guard let arguments else { return .call(CQL2.operators[name.lowercased()] ?? name, []) }
        guard case .array(let items) = arguments.value else {
            throw QueryError("The arguments are no array.", at: arguments.position)
        }
        return .call(CQL2.operators[name.lowercased()] ?? name, try expressions(items))
    }

    private static func interval(_ ends: JSONTree) throws(QueryError) -> FilterExpression {
        guard case .array(let items) = ends.value, items.count == 2 else {
            throw QueryError("An interval has two ends.", at: ends.position)
        }
        return .interval(try end(items[0]), try end(items[1]))
    }

    private static func end(_ tree: JSONTree) throws(QueryError) -> FilterExpression {
        guard case .string(let text) = tree.value else { return try expression(tree) }
        guard let end = FilterExpression(endOfInterval: text) else {
            throw QueryError("“\(text)” is no date, no instant and not “..”.", at: tree.position)
        }
        return end
    }

    private static func expressions(_ trees: [JSONTree]) throws(QueryError) -> [FilterExpression] {
        var list: [FilterExpression] = []
        list.reserveCapacity(trees.count)
        for tree in trees { list.append(try expression(tree)) }
        return list
    }

    private static func text(
        _ tree: JSONTree, as isWritten: (String) -> Bool = { _ in true }, _ wanted: String = "a text"
    ) throws(QueryError) -> String {
        guard case .string(let text) = tree.value, isWritten(text) else {
            throw QueryError("Expected \(wanted).", at: tree.position)
        }
        return text
    }
}
