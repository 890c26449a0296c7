import OpeningHours
import Testing

/// The verdict is the one of opening-hours-py 0.6.18, on which Validata relies.
@Suite struct VerdictTests {
    @Test(arguments: [
        "24/7", "Mo", "Mo-Fr 08:00-12:00", "Mo-Fr 08:00-12:00,13:30-17:30; Sa off", "Mo ; Tu", "Mo || Tu", " Mo",
        "Mo-Fr 10:00-12:00, Sa 10:00-12:00", "PH,SH 10:00-12:00", "PH -1 day off", "Sa[1,3-4] 10:00-12:00",
        "Mo[1] +1 day", "Jan1-Feb 3", "Jan 1+", "Jan: 10:00-12:00", "Jan sunrise-sunset", "easter 10:00-12:00",
        "2020easter -2 days", "2020 Jan 5", "2020-2025/2 10:00-12:00", "week01-53/2 Mo", "Feb 30 10:00-12:00",
        "24:00-25:00", "00:00-48:59", "08:00-12:00+", "08:00-12:00/01:30", "(sunrise+01:00)-(sunset-01:00)",
        "Mo open\"x\"", "\"sur rendez-vous\"", "Mo; ; Tu", "unknown", "24/7 off", "Mo-Fr 08:00-12:00; ",
    ])
    func validataAccepts(_ value: String) throws {
        _ = try Timetable(parsing: value)
    }

    @Test(arguments: [
        "lundi", "Mo-Fr 8:00-12:00", "mo-fr 08:00-12:00", "Mo-Fr 08:00–12:00", "Mo-Fr  10:00-12:00", "Mo;Tu",
        "Mo-Fr 10:00-12:00;", "Mo-Fr 10:00-12:00 ;", "Mo ,Tu", "Mo ||Tu", ";Mo", "08:00+", "Mo 12:00", "Mo12:00-14:00",
        "Mo[-1] 10:00-12:00", "PH Mo-Fr", "ph off", "SH +1 day", "1 Jan", "Jan 10:00-12:00", "Jan 32", "2020 easter",
        "week 01", "week00", "08:00-12:00/30", "00:00-49:00", "08:00 - 12:00", "10:00-12:00 ,13:00-14:00", "OPEN",
        "24/7 Mo", "Sa 08:3 12:00", "\"\"", "Mo \"x", "2020-2030/70000", "Mo[1] -99999999999999999999 days",
    ])
    func validataRefuses(_ value: String) {
        #expect(throws: OpeningHoursError.self) { try Timetable(parsing: value) }
    }

    /// One bit a value, measured with the library itself.
    @Test(.enabled(if: SharedCorpus.cases != nil, "../shared is absent: the corpus is not compared"))
    func theCorpusHasTheVerdictsOfValidata() throws {
        let cases = try #require(SharedCorpus.cases)
        let measured = """
            df87aaa20000ac020fffff882ba0000ffdd195867fc001c7be0061c00014ebf35fad1de00050040180800220400680f49b000000\
            84281562406007e9c0fffc
            """
        let bits = measured.flatMap { digit in (0..<4).map { (digit.hexDigitValue ?? 0) >> (3 - $0) & 1 == 1 } }
        try #require(cases.count == 502)
        for (index, item) in cases.enumerated() {
            let isAccepted = (try? Timetable(parsing: item.value)) != nil
            #expect(isAccepted == bits[index], "\(item.value)")
        }
    }

    @Test func theErrorSaysWhereAndWhat() {
        let error = #expect(throws: OpeningHoursError.self) { try Timetable(parsing: "Sa 08:3 12:00") }
        #expect(error?.position == 6)
        #expect(error?.kind == .syntax)
        #expect(error?.fr == "Après « Sa 08: », on attend des minutes sur deux chiffres, comme « 08:30 ».")
        #expect(error?.en == "After “Sa 08:”, expected minutes with two digits, as in “08:30”.")
    }

    @Test func whatValidataAloneRefusesIsSaid() {
        let error = #expect(throws: OpeningHoursError.self) { try Timetable(parsing: "Su[-1] 10:00-12:00") }
        #expect(error?.kind == .unsupported)
        #expect(error?.fr.contains("Validata") == true)
    }

    @Test func longTextsAreRefusedUnread() {
        let error = #expect(throws: OpeningHoursError.self) {
            try Timetable(parsing: String(repeating: "Mo; ", count: 1000))
        }
        #expect(error?.kind == .tooLong)
    }

    @Test(arguments: [
        ("Mo-Fr 08:00-12:00 , Sa 09:00-12:00", "Mo-Fr 08:00-12:00, Sa 09:00-12:00"),
        ("Jan1-Feb 3", "Jan 01-Feb 03"),
        ("Jan:08:00-12:00", "Jan: 08:00-12:00"),
        ("Mo-Fr 08:00-12:00,  13:00-14:00", "Mo-Fr 08:00-12:00,13:00-14:00"),
        ("Mo, Tu 10:00-12:00", "Mo,Tu 10:00-12:00"),
        ("Mo closed", "Mo off"),
    ])
    func theCanonicalTextIsSpelledOneWay(_ value: String, _ canonical: String) throws {
        let timetable = try Timetable(parsing: value)
        #expect(timetable.description == canonical)
        #expect(try Timetable(parsing: canonical) == timetable)
    }
}
