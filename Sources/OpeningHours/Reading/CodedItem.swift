/// One element of opening hours written with the codes of OpenStreetMap, in its exact spelling.
struct CodedItem {
    enum Kind { case day, month, dayNumber, year, week, weekNumber, time, state, comment, always }

    /// What is written between this element and the one before it.
    enum Separator { case nothing, dash, comma, colon, stop }

    var kind: Kind
    var text: String
    var separator = Separator.nothing
    /// Whether another meaning is possible: `8` for eight o'clock.
    var isSure = true
}

/// The elements of a text that holds nothing but codes, times and marks. Nil for any other text.
func codedItems(_ tokens: [Token]) -> [CodedItem]? {
    var items: [CodedItem] = []
    var separator = CodedItem.Separator.nothing
    var index = 0
    while index < tokens.count {
        let token = tokens[index]
        if let next = token.separator {
            guard let both = separator.joined(with: next) else { return nil }
            separator = both
            index += 1
        } else if token == .mark("+"), items.last?.kind == .time, separator == .nothing {
            items[items.count - 1].text += "+"
            index += 1
        } else {
            guard let (found, length) = codedItem(tokens[index...], after: items.last, separator) else { return nil }
            var item = found
            item.separator = items.isEmpty ? .nothing : separator
            if items.isEmpty, separator != .nothing, separator != .stop { return nil }
            items.append(item)
            separator = .nothing
            index += length
        }
    }
    return [.nothing, .stop, .comma].contains(separator) && !items.isEmpty ? items : nil
}

private func codedItem(
    _ tokens: ArraySlice<Token>, after last: CodedItem?, _ separator: CodedItem.Separator
) -> (CodedItem, length: Int)? {
    switch tokens.first {
    case .weekday(let day, isCode: true):
        if let (ranks, length) = ranks(tokens.dropFirst()) {
            return (CodedItem(kind: .day, text: day.code + ranks), length + 1)
        }
        return (CodedItem(kind: .day, text: day.code), 1)
    case .publicHolidays(isCode: true): return (CodedItem(kind: .day, text: "PH"), 1)
    case .schoolHolidays(isCode: true): return (CodedItem(kind: .day, text: "SH"), 1)
    case .month(let month, isCode: true): return (CodedItem(kind: .month, text: monthCodes[month - 1]), 1)
    case .year(let year): return (CodedItem(kind: .year, text: "\(year)"), 1)
    case .week: return (CodedItem(kind: .week, text: "week"), 1)
    case .always: return (CodedItem(kind: .always, text: "24/7"), 1)
    case .open(isCode: true): return (CodedItem(kind: .state, text: "open"), 1)
    case .closed(isCode: true): return (CodedItem(kind: .state, text: "off"), 1)
    case .unknownState: return (CodedItem(kind: .state, text: "unknown"), 1)
    case .comment(let text): return (CodedItem(kind: .comment, text: "\"\(text)\""), 1)
    case .sun(let event): return (CodedItem(kind: .time, text: event.rawValue), 1)
    case .time(let minutes, let form):
        guard form != .twelveHours else { return nil }
        // `1:00` may have lost a figure: nobody opens then.
        let isSure = form == .dotted ? minutes % 15 == 0 : form != .short || minutes >= 5 * 60
        return (CodedItem(kind: .time, text: clockText(minutes), isSure: isSure), 1)
    case .number(let number, _, isRank: false): return numberItem(number, after: last, separator).map { ($0, 1) }
    default: return nil
    }
}

/// A number is a day after a month, a week after `week`, or else a bare hour.
private func numberItem(_ number: Int, after last: CodedItem?, _ separator: CodedItem.Separator) -> CodedItem? {
    switch (last?.kind, separator) {
    case (.week, .nothing), (.weekNumber, .dash), (.weekNumber, .comma):
        return 1...53 ~= number ? CodedItem(kind: .weekNumber, text: padded(number)) : nil
    case (.month, .nothing), (.dayNumber, .dash), (.dayNumber, .comma):
        return 1...31 ~= number ? CodedItem(kind: .dayNumber, text: padded(number)) : nil
    default:
        return 0...24 ~= number ? CodedItem(kind: .time, text: clockText(number * 60), isSure: false) : nil
    }
}

/// `[1]`, `[1,3]`, `[2-3]`.
private func ranks(_ tokens: ArraySlice<Token>) -> (String, length: Int)? {
    guard tokens.first == .mark("["), let end = tokens.firstIndex(of: .mark("]")) else { return nil }
    var text = "["
    for token in tokens[(tokens.startIndex + 1)..<end] {
        switch token {
        case .number(let number, 1, _): text += "\(number)"
        case .comma: text += ","
        case .dash: text += "-"
        default: return nil
        }
    }
    return (text + "]", end - tokens.startIndex + 1)
}

extension Token {
    fileprivate var separator: CodedItem.Separator? {
        switch self {
        case .dash: .dash
        case .comma: .comma
        case .colon: .colon
        case .stop: .stop
        default: nil
        }
    }
}

extension CodedItem.Separator {
    /// Two marks in a row: the end of a rule is stronger than a comma; nothing else can be doubled.
    fileprivate func joined(with next: Self) -> Self? {
        switch (self, next) {
        case (.nothing, _): next
        case (.stop, .stop), (.stop, .comma), (.comma, .stop), (.colon, .stop): .stop
        case (.comma, .comma): .comma
        default: nil
        }
    }
}
