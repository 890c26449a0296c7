/// Something unlikely in opening hours that are nonetheless valid.
public struct Remark: Hashable, Sendable {
    /// The remark in French.
    public let fr: String
    /// The remark in English.
    public let en: String
}

extension Timetable {
    /// What is valid but surely not meant: a 31 February, days without hours, hours that replace others.
    public var remarks: [Remark] {
        var remarks = rules.flatMap { rule in
            rule.dateRemarks + rule.timeRemarks
        }
        if rules.count > 1 {
            if rules.contains(where: \.isEmpty) { remarks.append(.emptyRule) }
            if rules.contains(where: { $0.always && $0.effect == .open }), rules.contains(where: \.opensAtTimes) {
                remarks.append(.alwaysAndTimes)
            }
            for rule in rules where rule.hasDaysOnly && rules.contains(where: \.opensAtTimes) {
                remarks.append(.daysWithoutHours(rule.description))
            }
            remarks += replacedRules.map { .replaced($0.description) }
        }
        return remarks.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Rules with hours that a later one replaces altogether.
    private var replacedRules: [Rule] {
        rules.enumerated().filter { index, rule in
            rule.opensAtTimes && rule.days.holidays.isEmpty
                && rules[(index + 1)...].contains { later in
                    later.join == .replacing && later.opensAtTimes && later.weeks == rule.weeks
                        && later.years == rule.years && (later.dates.isEmpty || later.dates == rule.dates)
                        && later.days.weekdays.allSatisfy(\.nth.isEmpty)
                        && later.weekdaySet.isSuperset(of: rule.weekdaySet)
                }
        }.map(\.element)
    }
}

extension Rule {
    fileprivate var opensAtTimes: Bool { !times.isEmpty && effect == .open }

    fileprivate var hasDaysOnly: Bool { !days.weekdays.isEmpty && times.isEmpty && state == nil && comment == nil }

    fileprivate var dateRemarks: [Remark] {
        var remarks: [Remark] = []
        for range in dates {
            guard case .dates(let from, let end) = range else { continue }
            let last: [DateBound] = if case .on(let bound) = end { [bound] } else { [] }
            for case .day(let month, let day) in ([from] + last).map(\.anchor)
            where day < 1 || day > daysOfMonth(month, leap: true) {
                remarks.append(.noSuchDay("\(monthCodes[month - 1]) \(day)"))
            }
        }
        if years.contains(where: { $0.last < $0.first }) { remarks.append(.reversedYears) }
        return remarks
    }

    fileprivate var timeRemarks: [Remark] {
        var remarks: [Remark] = []
        for span in times {
            if let end = span.end, end == span.start, span.start != .clock(0) {
                remarks.append(.sameTimeTwice(span.description))
            }
        }
        if crossesMidnight(startingBefore: 12 * 60, endingAfter: 3 * 60) { remarks.append(.closesBeforeOpening) }
        if !hasOrderlyTimes { remarks.append(.overlappingTimes) }
        return remarks
    }
}

extension Remark {
    static let emptyRule = Remark(
        fr: "Un point-virgule n’est suivi d’aucun horaire.", en: "A semicolon is followed by no hours.")
    static let alwaysAndTimes = Remark(
        fr: "« 24/7 » veut dire toujours ouvert : les autres heures données le contredisent.",
        en: "“24/7” means always open: the other hours given contradict it.")
    static let reversedYears = Remark(
        fr: "La dernière année vient avant la première.", en: "The last year comes before the first one.")
    static let closesBeforeOpening = Remark(
        fr: "La fermeture vient avant l’ouverture : ces horaires passent la nuit. Est-ce voulu ?",
        en: "Closing comes before opening: these hours go through the night. Is it intended?")
    static let overlappingTimes = Remark(
        fr: "Des heures se chevauchent ou ne sont pas dans l’ordre.", en: "Hours overlap or are not in order.")

    static func daysWithoutHours(_ days: String) -> Remark {
        Remark(
            fr: "« \(days) » n’a pas d’heures : ce serait ouvert jour et nuit.",
            en: "“\(days)” has no hours: it would be open day and night.")
    }

    static func replaced(_ rule: String) -> Remark {
        Remark(
            fr: "« \(rule) » ne sert à rien : des horaires donnés plus loin le remplacent.",
            en: "“\(rule)” has no effect: hours given further on replace it.")
    }

    static func noSuchDay(_ day: String) -> Remark {
        Remark(fr: "« \(day) » n’existe dans aucune année.", en: "“\(day)” does not exist in any year.")
    }

    static func sameTimeTwice(_ span: String) -> Remark {
        Remark(
            fr: "« \(span) » ouvre et ferme à la même heure.",
            en: "“\(span)” opens and closes at the same time.")
    }
}
