import Foundation
import Tables
import Testing

@testable import Addresses

/// Whatever somebody types, there is an answer, and none that was made up.
struct HostileTests {
    @Test func noTextStopsTheSearch() throws {
        let searcher = try town()
        let completion = Completion(searcher.index)
        var seed: UInt64 = 20_261_122
        func random(_ limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % limit
        }
        let parts = [
            "12", "bis", "rue", "av", "de la", "République", "94800", "Villejuif", "CEDEX", "BP", "n°", "-", "/", ",",
            "(", "&",
            "\u{0}", "é\u{301}", "🚰", "٣", "ＡＢＣ", "999999999999999999999", "00000", "a", "l'", "d'", "ß", "œ",
            "3e étage",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJ", "\n", "\t", "«", "»", "8 mai", "45", "1er", "Lyon03", "69381", "--",
            "R.",
            "\u{202E}", "\u{FEFF}", "%s", "'; DROP TABLE", "<script>", "rue rue rue", "des", "Plantes", "17-19",
            "impasse",
        ]
        for _ in 0..<4000 {
            let words = (0..<random(12)).map { _ in parts[random(parts.count)] }
            let text = words.joined(separator: random(3) == 0 ? "" : " ")
            let query =
                random(2) == 0
                ? AddressQuery(text)
                : AddressQuery(
                    address: text, postcode: parts[random(parts.count)], city: parts[random(parts.count)],
                    communeCode: parts[random(parts.count)])
            let result = searcher.search(query)
            #expect(result.verdict != .accepted || result.answers.first != nil)
            _ = completion.complete(text)
        }
    }

    @Test func aVeryLongTextIsAnswered() throws {
        let long = String(repeating: "rue de la République 12 ", count: 2000)
        #expect(try town().search(AddressQuery(long)).verdict != .accepted)
    }
}
