import Norms
import Testing

struct NormsTests {
    @Test(arguments: [(2024, 2, 29), (2000, 2, 29), (1, 1, 1), (9999, 12, 31)])
    func daysThatTheCalendarHas(year: Int, month: Int, day: Int) throws {
        let found = try #require(CalendarDay(year: year, month: month, day: day))
        #expect(CalendarDay(ordinal: found.ordinal) == found)
    }

    @Test(arguments: [
        (2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 1, 0), (0, 1, 1), (10_000, 1, 1),
    ])
    func daysThatTheCalendarDoesNotHave(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test func weeksBeginOnMonday() {
        #expect(CalendarDay(year: 2024, month: 1, day: 1)?.weekday == 0)
        #expect(CalendarDay(year: 2026, month: 11, day: 22)?.weekday == 6)
        #expect(CalendarDay(year: 2026, month: 3, day: 7)?.iso == "2026-03-07")
    }

    @Test(arguments: ["73282932000074", "732 829 320 00074", "35600000000048", "35600000049837", "21690029000018"])
    func numbersOfEstablishments(number: String) {
        #expect(BusinessNumber.isSIRET(number))
    }

    /// The last: its fourteen digits hold together, the nine of the business do not.
    @Test(arguments: [
        "73282932000075", "35600000012345", "7328293200007", "732829320000740", "x", "", "21690028000027",
    ])
    func numbersOfNoEstablishment(number: String) {
        #expect(!BusinessNumber.isSIRET(number))
    }

    @Test func numbersOfBusinesses() {
        #expect(BusinessNumber.isSIREN("732829320"))
        #expect(BusinessNumber.isSIREN("732\u{A0}829\u{202F}320"))
        #expect(!BusinessNumber.isSIREN("732829321"))
        #expect(!BusinessNumber.isSIREN("73282932"))
    }
}
