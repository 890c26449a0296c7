import Tables

extension Value {
    /// A date as files write it in ISO 8601: a midnight that says nothing and parts of seconds are left out.
    static func isoDate(_ written: String) -> Value {
        var text = written
        if text.hasSuffix("Z") { text.removeLast() }
        if let point = text.firstIndex(where: { $0 == "." || $0 == "," }) { text = String(text[..<point]) }
        for midnight in ["T00:00:00", "T00:00"] where text.hasSuffix(midnight) { text.removeLast(midnight.count) }
        return Value(text, kind: text.contains("-") ? .date : .time)
    }
}
