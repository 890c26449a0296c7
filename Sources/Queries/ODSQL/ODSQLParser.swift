/// Reads ODSQL from its pieces. The clauses are in the files beside this one.
struct ODSQLParser {
    /// How many brackets may stand inside one another.
    static let deepest = 50

    private let bytes: [UInt8]
    private let tokens: [ODSQLToken]
    private var place = 0
    var depth = 0
    /// What a clause means depends on.
    let context: ODSQL.Context

    init(_ text: String, in context: ODSQL.Context) throws(QueryError) {
        bytes = Array(text.utf8)
        tokens = try ODSQLLexer.tokens(of: bytes)
        self.context = context
    }

    // MARK: Looking and taking

    /// The next piece.
    var token: ODSQLToken { tokens[place] }
    /// What the piece after the next one is.
    var following: ODSQLToken.Kind { place + 1 < tokens.count ? tokens[place + 1].kind : .end }

    mutating func advance() { place = min(place + 1, tokens.count - 1) }

    /// Takes a sign if it comes next.
    mutating func take(_ sign: String) -> Bool {
        guard token.kind == .sign(sign) else { return false }
        advance()
        return true
    }

    /// Takes a sign, which must come next.
    mutating func expect(_ sign: String) throws(QueryError) {
        guard take(sign) else { throw unexpected("“\(sign)” is expected") }
    }

    /// Whether the next piece is a keyword, whatever its capitals.
    func isNext(_ keyword: String) -> Bool {
        guard case .word(let word) = token.kind else { return false }
        return word.lowercased() == keyword
    }

    /// Takes a keyword if it comes next.
    mutating func take(keyword: String) -> Bool {
        guard isNext(keyword) else { return false }
        advance()
        return true
    }

    /// Takes a text, which must come next.
    mutating func expectText() throws(QueryError) -> String {
        guard case .text(let text) = token.kind else { throw unexpected("a text between quotes is expected") }
        advance()
        return text
    }

    /// Takes a number with its sign, which must come next.
    mutating func expectNumber() throws(QueryError) -> Double {
        let negative = take("-")
        guard case .number(let number) = token.kind else { throw unexpected("a number is expected") }
        advance()
        return negative ? -number : number
    }

    /// Takes the name of a field, which must come next.
    mutating func expectField() throws(QueryError) -> String {
        switch token.kind {
        case .name(let name), .word(let name):
            advance()
            return name
        default: throw unexpected("the name of a field is expected")
        }
    }

    /// Takes `AS name` if it comes next.
    mutating func alias() throws(QueryError) -> String? {
        guard take(keyword: "as") else { return nil }
        if case .text(let text) = token.kind {
            advance()
            return text
        }
        return try expectField()
    }

    /// Where the next piece begins.
    var position: Int { token.range.lowerBound }

    /// What was written from a position up to here, without white space around it.
    func written(since start: Int) -> String {
        let end = place > 0 ? tokens[place - 1].range.upperBound : start
        return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    }

    // MARK: Errors

    /// The next piece is not what should stand here.
    func unexpected(_ wanted: String) -> QueryError {
        let found = token.kind == .end ? "the end" : String(decoding: bytes[token.range].prefix(80), as: UTF8.self)
        return QueryError("Unexpected \(token.kind == .end ? found : "“\(found)”"): \(wanted)", at: position)
    }

    /// All pieces must have been taken.
    func expectEnd() throws(QueryError) {
        guard token.kind == .end else { throw unexpected("the end is expected") }
    }

    /// Goes one bracket deeper.
    mutating func nested<Result>(
        _ body: (inout ODSQLParser) throws(QueryError) -> Result
    ) throws(QueryError) -> Result {
        guard depth < Self.deepest else { throw QueryError("Too many brackets inside one another", at: position) }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    /// Several items with commas between them, up to the end.
    mutating func list<Item>(
        _ item: (inout ODSQLParser) throws(QueryError) -> Item
    ) throws(QueryError) -> [Item] {
        var items = [try item(&self)]
        while take(",") { items.append(try item(&self)) }
        try expectEnd()
        return items
    }
}
