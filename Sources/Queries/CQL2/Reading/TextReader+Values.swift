extension TextReader {
    /// A literal, a property, a function, or something in brackets.
    mutating func value() throws(QueryError) -> FilterExpression {
        switch next() {
        case UInt8(ascii: "'"): return .text(try quoted(by: UInt8(ascii: "'")))
        case UInt8(ascii: "\""): return .property(try quoted(by: UInt8(ascii: "\"")))
        case UInt8(ascii: "("):
            position += 1
            let items = try deeper { (reader) throws(QueryError) in try reader.arguments() }
            return items.count == 1 ? items[0] : .array(items)
        case let byte? where byte.isDigit || byte == UInt8(ascii: "."): return .number(try number())
        case .some: return try named()
        case nil: throw unexpected("a value")
        }
    }

    /// What begins with a name.
    private mutating func named() throws(QueryError) -> FilterExpression {
        let start = position
        guard let name = takeName() else { throw unexpected("a value") }
        let word = name.lowercased()
        if let shape = try shape(word) { return shape }
        guard take("(") else {
            switch word {
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            case "and", "or", "not", "null":
                position = start
                throw unexpected("a value")
            default: return .property(name)
            }
        }
        switch word {
        case "date": return .date(try written(as: Moment.isDate, "a date such as '2019-12-31'"))
        case "timestamp":
            return .timestamp(try written(as: Moment.isTimestamp, "an instant such as '2019-12-31T08:30:00Z'"))
        case "interval": return try deeper { (reader) throws(QueryError) in try reader.interval() }
        default: return try deeper { (reader) throws(QueryError) in try reader.call(name, word) }
        }
    }

    private mutating func call(_ name: String, _ word: String) throws(QueryError) -> FilterExpression {
        guard word.hasPrefix("a_"), let known = CQL2.operators[word] else {
            return .call(CQL2.operators[word] ?? name, try arguments())
        }
        // Here a single value in brackets is an array of one.
        var sides: [FilterExpression] = []
        repeat { sides.append(next() == UInt8(ascii: "(") ? try items(atLeast: 0) : try sum()) } while take(",")
        try expect(")")
        return .call(known, sides)
    }

    /// The two ends of `INTERVAL(`.
    private mutating func interval() throws(QueryError) -> FilterExpression {
        let start = try end()
        try expect(",")
        let end = try end()
        try expect(")")
        return .interval(start, end)
    }

    private mutating func end() throws(QueryError) -> FilterExpression {
        guard next() == UInt8(ascii: "'") else { return try sum() }
        let start = position
        let text = try quoted(by: UInt8(ascii: "'"))
        guard let end = FilterExpression(endOfInterval: text) else {
            throw QueryError("“\(text)” is no date, no instant and not “..”.", at: start)
        }
        return end
    }

    /// The text between the brackets of `DATE(` or `TIMESTAMP(`.
    private mutating func written(
        as isWritten: (String) -> Bool, _ wanted: String
    ) throws(QueryError) -> String {
        guard next() == UInt8(ascii: "'") else { throw unexpected(wanted) }
        let start = position
        let text = try quoted(by: UInt8(ascii: "'"))
        guard isWritten(text) else { throw QueryError("Expected \(wanted), found “\(text)”.", at: start) }
        try expect(")")
        return text
    }

    private mutating func takeName() -> String? {
        let start = position
        guard let (first, length) = scalar(at: position), first.startsName else { return nil }
        position += length
        while let (scalar, length) = scalar(at: position), scalar.continuesName { position += length }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// What stands between two quotation marks. Two of them mean one; so does a mark behind a backslash in a text.
    private mutating func quoted(by mark: UInt8) throws(QueryError) -> String {
        let start = position
        position += 1
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            let following = position + 1 < bytes.count ? bytes[position + 1] : 0
            if byte == mark, following != mark {
                position += 1
                return String(decoding: text, as: UTF8.self)
            }
            let isDoubled = byte == mark || (byte == 0x5C && following == mark && mark == UInt8(ascii: "'"))
            text.append(isDoubled ? mark : byte)
            position += isDoubled ? 2 : 1
        }
        throw QueryError("The quotation mark is not closed.", at: start)
    }

    /// A number without its sign.
    mutating func number() throws(QueryError) -> Double {
        let start = position
        var hasDigits = skipDigits()
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            if skipDigits() { hasDigits = true }
        }
        guard hasDigits else { throw QueryError("Expected a number.", at: start) }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D { position += 1 }
            guard skipDigits() else { throw QueryError("The number has no exponent.", at: start) }
        }
        if let (scalar, _) = scalar(at: position), scalar.continuesName {
            throw QueryError("A name may not begin with a digit.", at: start)
        }
        var written = String(decoding: bytes[start..<position], as: UTF8.self)
        if written.hasPrefix(".") { written = "0" + written }
        written = written.replacing(".e", with: ".0e").replacing(".E", with: ".0e")
        if written.hasSuffix(".") { written.removeLast() }
        guard let number = Double(written), number.isFinite else {
            throw QueryError("The number is too large.", at: start)
        }
        return number
    }
}

extension TextReader {
    /// Whether there were any.
    private mutating func skipDigits() -> Bool {
        let first = position
        while position < bytes.count, bytes[position].isDigit { position += 1 }
        return position > first
    }
}

extension FilterExpression {
    /// One end of an interval, as both writings give it; nil where it is none.
    init?(endOfInterval text: String) {
        if text == ".." {
            self = .text(text)
        } else if Moment.isDate(text) {
            self = .date(text)
        } else if Moment.isTimestamp(text) {
            self = .timestamp(text)
        } else {
            return nil
        }
    }
}
