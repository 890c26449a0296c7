// The grammar of OpenStreetMap's opening hours as Validata reads it (opening-hours-py 0.6.18): ordered choices,
// no choice is taken back once made. See wiki.openstreetmap.org/wiki/Key:opening_hours/specification

extension Scanner {
    /// The whole text as rules. Nil where some of it cannot be read.
    mutating func timetable() -> [Rule]? {
        var rules = [rule()]
        while let join = attempt({ $0.join() }) {
            var next = rule()
            next.join = join
            if !rules[rules.count - 1].absorb(next) { rules.append(next) }
        }
        guard isAtEnd else {
            miss(.separator)
            return nil
        }
        return rules
    }

    private mutating func join() -> Rule.Join? {
        let spaced = take(" ")
        if take(word: "||") {
            if take(" ") { return .fallback }
        } else if !spaced, take(";") {
            if take(" ") { return .replacing }
        } else if !spaced, take(",") {
            if take(" ") { return .adding }
        } else {
            return nil
        }
        miss(.space)
        return nil
    }

    private mutating func rule() -> Rule {
        var rule = Rule()
        if take(word: "24/7") {
            rule.always = true
        } else {
            wideSelectors(into: &rule)
            smallSelectors(into: &rule)
        }
        _ = take(" ")
        modifier(into: &rule)
        return rule
    }

    private mutating func modifier(into rule: inout Rule) {
        rule.comment = comment()
        guard rule.comment == nil else { return }
        rule.state = state()
        guard rule.state != nil else { return }
        _ = take(" ")
        rule.comment = comment()
    }

    private mutating func state() -> Rule.State? {
        if take(word: "closed") || take(word: "off") { return .closed }
        if take(word: "open") { return .open }
        if take(word: "unknown") { return .unknown }
        miss(.state)
        return nil
    }

    private mutating func comment() -> String? {
        attempt {
            guard $0.take("\"") else { return nil }
            guard let text = $0.text(upTo: "\""), $0.take("\"") else {
                $0.miss(.closingQuote)
                return nil
            }
            return text
        }
    }

    private mutating func wideSelectors(into rule: inout Rule) {
        if let heading = attempt({ scanner in scanner.comment().flatMap { scanner.take(":") ? $0 : nil } }) {
            rule.heading = heading
            return
        }
        if let dates = list({ $0.dateRange() }) {
            rule.dates = dates
        } else {
            rule.years = list { $0.yearRange() } ?? []
            rule.dates = list { $0.dateRange() } ?? []
        }
        rule.weeks = attempt { $0.take(word: "week") ? $0.list { $0.weekRange() } : nil } ?? []
        if take(":") { _ = take(" ") } else { _ = take(" ") }
    }

    private mutating func smallSelectors(into rule: inout Rule) {
        if let days = attempt({ $0.daySelector() }) {
            rule.days = days
            rule.times = attempt { $0.take(" ") ? $0.list { $0.timeSpan() } : nil } ?? []
        } else {
            rule.times = list { $0.timeSpan() } ?? []
        }
    }
}
