private let monthNames: [(fr: String, en: String)] = [
    ("janvier", "January"), ("février", "February"), ("mars", "March"), ("avril", "April"), ("mai", "May"),
    ("juin", "June"), ("juillet", "July"), ("août", "August"), ("septembre", "September"), ("octobre", "October"),
    ("novembre", "November"), ("décembre", "December"),
]

extension Wording {
    func years(_ range: YearRange) -> String {
        if range.first == range.last { return say("en ", "in ") + "\(range.first)" }
        if range.last == YearRange.end { return say("à partir de ", "from ") + "\(range.first)" }
        let years = say("de \(range.first) à \(range.last)", "from \(range.first) to \(range.last)")
        return years + (range.step > 1 ? say(" (une année sur \(range.step))", " (every \(range.step) years)") : "")
    }

    func weeks(_ range: WeekRange) -> String {
        if range.first == range.last { return say("semaine ", "week ") + "\(range.first)" }
        let weeks = say("semaines \(range.first) à \(range.last)", "weeks \(range.first) to \(range.last)")
        return weeks + (range.step > 1 ? say(" (une sur \(range.step))", " (every \(range.step))") : "")
    }

    func dates(_ range: DateRange) -> String {
        switch range {
        case .months(let year, let first, let last):
            let end = year.map { " \($0)" } ?? ""
            if first == last { return say("en ", "in ") + month(first) + end }
            return say("\(of(first)) à ", "from \(month(first)) to ") + month(last) + end
        case .dates(let from, .same): return say(from.anchor == .easter ? "à " : "le ", "on ") + date(from)
        case .dates(let from, .never): return say("à partir \(before("de", from))", "from ") + date(from)
        case .dates(let from, .on(let end)):
            return say(before("de", from) + date(from) + " " + before("à", end), "from \(date(from)) to ") + date(end)
        }
    }

    /// The preposition before a date: `du 1er avril`, `de Pâques`.
    private func before(_ preposition: String, _ bound: DateBound) -> String {
        if bound.anchor == .easter { return preposition + " " }
        return preposition == "de" ? "du " : "au "
    }

    private func date(_ bound: DateBound) -> String {
        var text: String
        switch bound.anchor {
        case .easter: text = say("Pâques", "Easter")
        case .day(let number, let day): text = say(day == 1 ? "1er " : "\(day) ", "\(day) ") + month(number)
        }
        if let year = bound.year { text += " \(year)" }
        if let nearest = bound.nearest {
            let side = nearest.after ? say("après", "after") : say("avant", "before")
            text = say("\(name(nearest.weekday)) \(side) le ", "\(name(nearest.weekday)) \(side) ") + text
        }
        return text + offset(bound.offset)
    }

    private func month(_ number: Int) -> String { say(monthNames[number - 1].fr, monthNames[number - 1].en) }

    /// `de janvier`, `d’avril`.
    private func of(_ number: Int) -> String {
        let name = monthNames[number - 1].fr
        return "aeo".contains(name.prefix(1)) ? "d’" + name : "de " + name
    }
}
