import OpeningHours
import Testing

@Suite struct OpeningTests {
    private func isOpen(_ hours: String, _ time: String, _ calendar: OpeningCalendar = OpeningCalendar()) throws -> Bool
    {
        try Timetable(parsing: hours).isOpen(at: try moment(time), calendar: calendar)
    }

    @Test func aWeekIsFollowed() throws {
        let hours = "Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00"
        #expect(try isOpen(hours, "2024-06-03 8:30"))
        #expect(try !isOpen(hours, "2024-06-03 12:00"))
        #expect(try isOpen(hours, "2024-06-08 9:00"))
        #expect(try !isOpen(hours, "2024-06-09 9:00"))
    }

    @Test func aNightReachesIntoTheNextDay() throws {
        #expect(try isOpen("Fr 20:00-02:00", "2024-06-08 1:59"))
        #expect(try !isOpen("Fr 20:00-02:00", "2024-06-08 2:00"))
        #expect(try !isOpen("Fr 20:00-02:00", "2024-06-07 1:00"))
    }

    @Test func publicHolidaysAreKnown() throws {
        for day in ["2024-01-01", "2024-04-01", "2024-05-09", "2024-05-20", "2024-07-14", "2025-04-21"] {
            #expect(try !isOpen("24/7; PH off", day + " 10:00"), "\(day)")
        }
        #expect(try isOpen("24/7; PH off", "2024-03-29 10:00"))
        #expect(try !isOpen("24/7; PH off", "2024-03-29 10:00", OpeningCalendar(alsaceMoselle: true)))
    }

    @Test func schoolHolidaysAndTheSunAreGiven() throws {
        let first = try moment("2024-07-06 0:00").day
        let last = try moment("2024-09-01 0:00").day
        let calendar = OpeningCalendar(schoolHolidays: [first...last], sun: [.sunrise: 360, .sunset: 1290])
        #expect(try isOpen("SH 10:00-18:00", "2024-08-01 10:00", calendar))
        #expect(try !isOpen("SH 10:00-18:00", "2024-09-02 10:00", calendar))
        #expect(try isOpen("sunrise-sunset", "2024-08-01 21:29", calendar))
        #expect(try !isOpen("sunrise-(sunset-00:30)", "2024-08-01 21:00", calendar))
    }

    @Test func seasonsGoOverTheNewYear() throws {
        let hours = "Oct 01-Mar 31: 08:00-18:00; Apr-Sep: 07:00-21:00"
        #expect(try isOpen(hours, "2024-01-15 17:00"))
        #expect(try !isOpen(hours, "2024-01-15 19:00"))
        #expect(try isOpen(hours, "2024-07-15 19:00"))
    }

    @Test func theNextChangeIsFound() throws {
        let hours = try Timetable(parsing: "Mo-Fr 08:30-12:00; Aug off")
        #expect(hours.nextChange(after: try moment("2024-06-07 9:00")) == (try moment("2024-06-07 12:00")))
        #expect(hours.nextChange(after: try moment("2024-06-07 12:00")) == (try moment("2024-06-10 8:30")))
        #expect(hours.nextChange(after: try moment("2024-07-31 13:00")) == (try moment("2024-09-02 8:30")))
        #expect(try Timetable(parsing: "24/7").nextChange(after: try moment("2024-06-07 9:00"), within: 30) == nil)
    }

    /// Left out: holidays of other countries, the sun of other places, and what Gabarit reads otherwise. A night
    /// belongs to the day it starts on, where opening_hours.js cuts it at midnight if the next day has other hours;
    /// the last day of a period that ends at Easter is part of it; a rhythm (`/02:00`) is open all along.
    @Test(.enabled(if: SharedCorpus.cases != nil, "../shared is absent: the intervals are not compared"))
    func theIntervalsOfTheCorpusAreFound() throws {
        let elsewhere = ["PH", "SH", "sun", "dawn", "dusk", "easter -", "/0", "+"]
        let otherwise: Set = [
            "22:00-02:00; Tu 12:00-14:00", "22:00-26:00; We 12:00-14:00 unknown \"Maybe open. Call us.\"",
            "Mo, Tu, We, Th, Fr, Su 11:00-01:00; Sa 11:00-02:00", "Apr 05-easter -1 day: open \"Before easter\"",
        ]
        var compared = 0
        for item in try #require(SharedCorpus.cases) where item.kind == "addTest" {
            guard let timetable = try? Timetable(parsing: item.value), let rest = item.rest else { continue }
            guard let from = rest.from, let to = rest.to, let intervals = rest.intervals else { continue }
            let isElsewhere = elsewhere.contains { item.value.contains($0) } || otherwise.contains(item.value)
            // Years are left to other tests: each day is walked through.
            if isElsewhere || Int(to.prefix(4)) ?? 0 > (Int(from.prefix(4)) ?? 0) + 2 { continue }
            let expected = try Self.joined(intervals)
            #expect(try Self.intervals(of: timetable, from, to) == expected, "\(item.value)")
            compared += 1
        }
        #expect(compared > 75)
    }

    private struct Interval: Equatable {
        var start: LocalMoment
        var end: LocalMoment
        var isSure: Bool
    }

    private static func intervals(of timetable: Timetable, _ from: String, _ to: String) throws -> [Interval] {
        var found: [Interval] = []
        var now = try moment(from)
        let end = try moment(to)
        while now < end {
            let next = min(timetable.nextChange(after: now, within: 1100) ?? end, end)
            let state = timetable.state(at: now)
            if state != .closed { found.append(Interval(start: now, end: next, isSure: state == .open)) }
            now = next
        }
        return found
    }

    /// The intervals expected, those that touch joined whatever their comments.
    private static func joined(_ intervals: [[SharedCorpus.Part]]) throws -> [Interval] {
        var joined: [Interval] = []
        for parts in intervals {
            guard case .text(let start) = parts[0], case .text(let end) = parts[1] else { continue }
            var isSure = true
            if parts.count > 2, case .flag(true) = parts[2] { isSure = false }
            let interval = Interval(start: try moment(start), end: try moment(end), isSure: isSure)
            if let last = joined.last, last.end == interval.start, last.isSure == isSure {
                joined[joined.count - 1].end = interval.end
            } else {
                joined.append(interval)
            }
        }
        return joined
    }
}
