import OpeningHours
import Testing

/// Five thousand damaged texts, the same at every run.
@Suite struct MutationTests {
    private static let seeds = [
        "Mo-Fr 08:30-12:00,13:30-17:30; Sa off", "Apr 01-Sep 30: Mo-Fr 08:00-20:00 || \"sonner\"",
        "24/7; PH -1 day off",
        "Sa[1,3] +1 day 09:00-(sunset-01:00)+", "2020-2025/2 week01-10 Mo 10:00-16:00/01:30",
        "easter -2 days-easter off",
        "du lundi au vendredi de 8h30 à 12h et de 13h30 à 17h30, fermé le dimanche et jours fériés",
        "du 1er avril au 30 septembre : 7h-21h sauf le mardi", "24h/24 7j/7", "Mon-Fri 9am-5:30 p.m.",
        "[{\"opens\":\"8:00\",\"closes\":\"22:00\",\"dayOfWeek\":[\"http://schema.org/Monday\"]}]",
    ]
    private static let fragments = [
        " ", "-", ",", ";", ":", "\"", "[", "(", "/", "Mo", "Su", "PH", "12:00", "8h", "31", "2024", "Jan", "lundi",
        "sauf", "fermé", "à", "é", "\n", "\u{0301}", "🕗", "week", "24/7", "٣", "99999999999999999999",
    ]

    @Test func nothingCrashesAndWhatIsUnderstoodIsValid() throws {
        var random = Generator(state: 20_240_601)
        for _ in 0..<5_000 {
            let text = Self.mutated(&random)
            if let timetable = try? Timetable(parsing: text) {
                #expect(try Timetable(parsing: timetable.description) == timetable, "\(text)")
            }
            if let timetable = Timetable.reading(text).timetable {
                #expect(try Timetable(parsing: timetable.description) == timetable, "\(text)")
                _ = (timetable.french, timetable.english, timetable.remarks)
            }
        }
    }

    @Test func longTextsAreReadInTime() {
        for fragment in Self.fragments {
            let text = String(repeating: fragment, count: 1_990 / fragment.utf8.count)
            _ = Timetable.reading(text)
            _ = Timetable.reading("lundi " + text.prefix(900))
        }
        let rules = String(repeating: "Mo 8h-9h;", count: 200)
        _ = Timetable.reading(rules)
    }

    private static func mutated(_ random: inout Generator) -> String {
        var characters = Array(seeds[Int.random(in: seeds.indices, using: &random)])
        for _ in 0...Int.random(in: 0...3, using: &random) {
            let place = Int.random(in: 0...characters.count, using: &random)
            if Bool.random(using: &random), place < characters.count {
                characters.remove(at: place)
            } else {
                let fragment = fragments[Int.random(in: fragments.indices, using: &random)]
                characters.insert(contentsOf: fragment, at: place)
            }
        }
        return String(characters)
    }

    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }
}
