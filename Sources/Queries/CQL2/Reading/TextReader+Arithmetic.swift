extension TextReader {
    /// `a + b - c`.
    mutating func sum() throws(QueryError) -> FilterExpression {
        try chain({ (reader) throws(QueryError) in try reader.product() }) { reader in
            reader.take("+") ? "+" : reader.take("-") ? "-" : nil
        }
    }

    /// `a * b / c % d DIV e`.
    private mutating func product() throws(QueryError) -> FilterExpression {
        try chain({ (reader) throws(QueryError) in try reader.power() }) { reader in
            reader.take("*")
                ? "*" : reader.take("/") ? "/" : reader.take("%") ? "%" : reader.take(word: "div") ? "div" : nil
        }
    }

    /// `a ^ b`.
    private mutating func power() throws(QueryError) -> FilterExpression {
        try chain({ (reader) throws(QueryError) in try reader.operand() }) { $0.take("^") ? "^" : nil }
    }

    /// Operands with operators between them, from left to right. Each makes the expression one level deeper.
    private mutating func chain(
        _ operand: (inout TextReader) throws(QueryError) -> FilterExpression,
        _ takeOperator: (inout TextReader) -> String?
    ) throws(QueryError) -> FilterExpression {
        var left = try operand(&self)
        var length = 0
        while let name = takeOperator(&self) {
            length += 1
            guard length <= CQL2.deepest else {
                throw QueryError("More than \(CQL2.deepest) operators in one calculation.", at: position)
            }
            left = .call(name, [left, try operand(&self)])
        }
        return left
    }

    /// A value with its sign.
    private mutating func operand() throws(QueryError) -> FilterExpression {
        guard let byte = next(), byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") else { return try value() }
        position += 1
        let signed = try deeper { (reader) throws(QueryError) in try reader.operand() }
        guard byte == UInt8(ascii: "-") else { return signed }
        if case .number(let number) = signed { return .number(-number) }
        return .call("*", [.number(-1), signed])
    }
}
