import OpeningHours
import Testing

/// The `openingHoursSpecification` of schema.org, which the portals of several cities publish.
@Suite struct StructuredReadingTests {
    private let week =
        "["
        + ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        .map { "\"http://schema.org/\($0)\"" }.joined(separator: ", ") + "]"

    private func certain(_ text: String) throws -> Reading { .certain(try Timetable(parsing: text)) }

    @Test func everyDayIsOneRule() throws {
        let text = "[{\"opens\": \"8:00\", \"closes\": \"22:00\", \"dayOfWeek\": \(week)}]"
        #expect(try Timetable.reading(text) == certain("Mo-Su 08:00-22:00"))
    }

    @Test func theLastMinuteIsKeptToTheLetter() throws {
        let text = "[{\"opens\": \"00:00\", \"closes\": \"23:59\", \"dayOfWeek\": \(week)}]"
        #expect(try Timetable.reading(text) == certain("Mo-Su 00:00-23:59"))
    }

    @Test func closingBeforeOpeningIsTheNextDay() throws {
        let text = "[{\"opens\": \"06:00\", \"closes\": \"02:00\", \"dayOfWeek\": \"http://schema.org/Monday\"}]"
        #expect(try Timetable.reading(text) == certain("Mo 06:00-02:00"))
    }

    @Test func midnightIsTheEndOfTheDay() throws {
        let text = "{\"opens\": \"06:00\", \"closes\": \"00:00\", \"dayOfWeek\": \"Monday\"}"
        #expect(try Timetable.reading(text) == certain("Mo 06:00-24:00"))
    }

    @Test func sameDaysAreWrittenTogether() throws {
        let text = """
            [{"opens":"14:00","closes":"18:00","dayOfWeek":["Friday"]},
             {"opens":"08:00","closes":"12:00","dayOfWeek":["Friday"]},
             {"opens":"10:00","closes":"12:00","dayOfWeek":["Saturday","Sunday"]}]
            """
        #expect(try Timetable.reading(text) == certain("Fr 08:00-12:00,14:00-18:00; Sa,Su 10:00-12:00"))
    }

    @Test func elementsThatShareADayAddUp() throws {
        let text = """
            [{"opens":"08:00","closes":"12:00","dayOfWeek":["Thursday","Friday"]},
             {"opens":"14:00","closes":"18:00","dayOfWeek":["Friday"]}]
            """
        #expect(try Timetable.reading(text) == certain("Th,Fr 08:00-12:00, Fr 14:00-18:00"))
    }

    @Test func aPeriodIsToBeConfirmed() throws {
        let text = """
            [{"opens":"8:00","closes":"22:00","dayOfWeek":["http://schema.org/Monday"],
              "validFrom":"2021-01-01","validThrough":"2021-03-20"}]
            """
        #expect(Timetable.reading(text) == .likely(try Timetable(parsing: "2021 Jan 01-2021 Mar 20 Mo 08:00-22:00")))
    }

    @Test func singleQuotesAndListsOfTextsAreRead() throws {
        #expect(
            try Timetable.reading("[{'opens': '10:00', 'closes': '18:00', 'dayOfWeek': ['http://schema.org/Monday']}]")
                == certain("Mo 10:00-18:00"))
        #expect(
            try Timetable.reading("[\"Sa 07:30-12:30\", \"We 7:30-12:30\"]")
                == certain("Sa 07:30-12:30; We 07:30-12:30"))
    }

    @Test(arguments: [
        "[{\"opens\": \"8:00\", \"dayOfWeek\": \"Monday\"}]",
        "[{\"opens\": \"8:00\", \"closes\": \"22:00\"}]",
        "[{\"opens\": \"08:00\", \"closes\": \"08:00\", \"dayOfWeek\": \"Monday\"}]",
        "[{\"opens\": \"25:00\", \"closes\": \"26:00\", \"dayOfWeek\": \"Monday\"}]",
        "[{\"opens\": \"8:00\", \"closes\": \"22:00\", \"dayOfWeek\": \"Someday\"}]",
        "[{\"opens\": \"8:00\", \"closes\": \"22:00\", \"dayOfWeek\": \"Monday\", \"validFrom\": \"2021-02-30\"}]",
        "[]",
    ])
    func whatIsIncompleteIsAsked(_ text: String) {
        #expect(Timetable.reading(text).timetable == nil)
    }
}
