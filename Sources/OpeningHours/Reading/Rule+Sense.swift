extension [Rule] {
    /// A day given twice is understood only where the later hours must replace the earlier ones.
    func checkOverlaps() throws(Doubt) {
        for (index, rule) in enumerated() {
            for earlier in self[..<index] where rule.mayShareDays(with: earlier) {
                let replaces =
                    rule.state == .closed
                    || rule.weekdaySet.isStrictSubset(of: earlier.weekdaySet)
                        && rule.times.contains { later in earlier.times.contains { $0.overlaps(later) } }
                if !replaces { throw .overlap }
            }
        }
    }
}

extension TimeSpan {
    fileprivate func overlaps(_ other: TimeSpan) -> Bool {
        guard let one = clockRange, let two = other.clockRange else { return true }
        return one.start < two.end && two.start < one.end
    }
}

extension Rule {
    /// Refuses hours that nobody can mean: `18h-8h` may be a mistake, `18h-2h` is a night.
    func checkTimes() throws(Doubt) {
        for span in times {
            guard let (start, end) = span.clockRange else { continue }
            if end > 1440, start < 12 * 60 || end > 30 * 60 { throw .order }
            if start == end { throw .order }
        }
        if !hasOrderlyTimes { throw .overlap }
    }
}
