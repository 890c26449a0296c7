extension Wording {
    /// « de 8 h 30 à 12 h »
    func span(_ span: TimeSpan) -> String {
        guard let end = span.end else { return say("à ", "at ") + time(span.start) }
        if span == .wholeDay { return say("24\u{00A0}h/24", "24 hours a day") }
        var text = say(from(span.start) + " " + to(end), time(span.start) + " to " + time(end))
        if span.openEnd { text += say(" ou plus tard", " or later") }
        if case .hoursAndMinutes(let minutes) = span.every {
            text += say(", toutes les ", ", every ") + duration(minutes)
        }
        return text
    }

    private func from(_ time: ClockTime) -> String {
        if case .sun(let event, 0) = time { return event == .dawn ? "de l’aube" : "du " + sun(event) }
        return "de " + self.time(time)
    }

    private func to(_ time: ClockTime) -> String {
        if case .sun(let event, 0) = time { return event == .dawn ? "à l’aube" : "au " + sun(event) }
        return "à " + self.time(time)
    }

    func time(_ time: ClockTime) -> String {
        switch time {
        case .clock(1440): return say("minuit", "midnight")
        case .clock(let minutes):
            let (hour, minute) = (minutes / 60 % 24, minutes % 60)
            if !isFrench { return "\(hour):\(padded(minute))" }
            return "\(hour)\u{00A0}h" + (minute == 0 ? "" : "\u{00A0}\(padded(minute))")
        case .sun(let event, 0): return sun(event)
        case .sun(let event, let offset):
            let side = offset < 0 ? say("avant", "before") : say("après", "after")
            let article = event == .dawn ? say("l’", "") : say("le ", "")
            return "\(duration(abs(offset))) \(side) \(article)\(sun(event))"
        }
    }

    private func duration(_ minutes: Int) -> String {
        if minutes < 60 { return "\(minutes)\u{00A0}min" }
        return "\(minutes / 60)\u{00A0}h" + (minutes % 60 == 0 ? "" : "\u{00A0}\(padded(minutes % 60))")
    }

    private func sun(_ event: SunEvent) -> String {
        switch event {
        case .dawn: say("aube", "dawn")
        case .sunrise: say("lever du soleil", "sunrise")
        case .sunset: say("coucher du soleil", "sunset")
        case .dusk: say("crépuscule", "dusk")
        }
    }
}
