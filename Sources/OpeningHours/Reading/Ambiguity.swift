/// Settles by their neighbours the words that mean two things: `mar` and `we`.
func settled(_ tokens: [Token]) -> [Token] {
    let frenchDays = tokens.contains { if case .weekday(_, isCode: false) = $0 { true } else { false } }
    let months = tokens.contains { if case .month = $0 { true } else { false } }
    let codedDays = tokens.contains {
        if case .weekday(let day, isCode: true) = $0 { day != .saturday } else { false }
    }
    return tokens.enumerated().map { index, token in
        switch token {
        case .doubt(.tuesdayOrMarch):
            if frenchDays, !months, !touchesMonth(tokens, index) { return .weekday(.tuesday, isCode: false) }
            return touchesMonth(tokens, index) ? .month(3, isCode: true) : token
        case .doubt(.wednesdayOrWeekend):
            return codedDays && !frenchDays ? .weekday(.wednesday, isCode: true) : token
        default: return token
        }
    }
}

/// Whether a month stands beside a word, with one mark between them: `mar-nov`.
private func touchesMonth(_ tokens: [Token], _ index: Int) -> Bool {
    [index - 2, index + 2].contains { other in
        guard tokens.indices.contains(other), case .month = tokens[other] else { return false }
        return [.dash, .to, .comma, .and].contains(tokens[(index + other) / 2])
    }
}
