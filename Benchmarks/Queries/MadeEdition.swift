import Catalog
import Editions
import Foundation
import Tables

/// Chance that is the same in every run.
struct Chance {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}

/// An edition of made rows in twenty columns, as varied as those of real ones.
struct MadeEdition {
    private static let syllables = [
        "ba", "ron", "mé", "li", "so", "ville", "châ", "teau", "pré", "gar", "den", "fon", "tai", "ne", "rue", "mont",
    ]

    private struct Column: Sendable {
        var name: String
        var rest: String
        /// How many different values there are; nil is one for each row.
        var different: Int?
        var value: @Sendable (Int, inout Chance) -> String
    }

    private static func word(_ number: Int) -> String {
        var rest = number &* 2_654_435_761 & 0xFFFF_FFFF
        var word = ""
        for _ in 0..<(2 + number % 3) {
            word += syllables[rest % syllables.count]
            rest /= syllables.count
        }
        return word
    }

    private static let columns: [Column] = [
        Column(name: "nom", rest: #""type":"string""#, different: 200_000) { n, _ in
            "\(word(n % 40)) \(word(n)) \(word(n / 7)) \(n % 100)"
        },
        Column(name: "type", rest: #""type":"string""#, different: 12) { n, _ in word(n) },
        Column(name: "commune", rest: #""type":"string""#, different: 58) { n, _ in "\(word(n)) sur \(word(n + 100))" },
        Column(name: "code", rest: #""type":"string""#, different: 58) { n, _ in "69\(100 + n)" },
        Column(name: "rue", rest: #""type":"string""#, different: 5000) { n, _ in "rue \(word(n)) \(word(n + 31))" },
        Column(name: "numero", rest: #""type":"string""#, different: 300) { n, _ in "\(n) bis" },
        Column(name: "surface", rest: #""type":"number""#, different: 50_000) { n, _ in "\(n).5" },
        Column(name: "hauteur", rest: #""type":"number""#, different: 500) { n, _ in n % 20 == 0 ? "" : "\(n)" },
        Column(name: "annee", rest: #""type":"year""#, different: 150) { n, _ in n == 0 ? "" : "\(1874 + n)" },
        Column(name: "clos", rest: #""type":"boolean","trueValues":["oui"],"falseValues":["non"]"#, different: 3) {
            n, _ in
            ["oui", "non", ""][n]
        },
        Column(name: "accessible", rest: #""type":"boolean","trueValues":["oui"],"falseValues":["non"]"#, different: 2)
        { n, _ in
            ["oui", "non"][n]
        },
        Column(name: "ouverture", rest: #""type":"date""#, different: 9000) { n, _ in
            String(format: "%04d-%02d-%02d", 2000 + n / 360, n / 30 % 12 + 1, n % 28 + 1)
        },
        Column(name: "maj", rest: #""type":"datetime""#, different: 20_000) { n, _ in
            String(format: "2024-%02d-%02dT%02d:%02d:00Z", n % 12 + 1, n % 28 + 1, n % 24, n % 60)
        },
        Column(name: "jeux", rest: #""type":"string","gabarit":{"separator":"|"}"#, different: 800) { n, _ in
            (0..<(n % 4)).map { word(n / 4 + $0 * 17 & 31) }.joined(separator: "|")
        },
        Column(name: "gestionnaire", rest: #""type":"string""#, different: 400) { n, _ in "service \(word(n))" },
        Column(name: "telephone", rest: #""type":"string""#, different: 3000) { n, _ in "04 72 00 \(n / 100) \(n % 100)"
        },
        Column(name: "courriel", rest: #""type":"string""#, different: 3000) { n, _ in "contact\(n)@exemple.fr" },
        Column(name: "observations", rest: #""type":"string""#, different: 100_000) { n, _ in
            n % 2 == 0 ? "" : "à voir : \(word(n)) près de \(word(n / 3)), \(word(n / 11))"
        },
        Column(name: "lon", rest: #""type":"number","gabarit":{"meaning":"longitude"}"#) { _, chance in
            "4.\(650_000 + chance.next(400_000))"
        },
        Column(name: "lat", rest: #""type":"number","gabarit":{"meaning":"latitude"}"#) { _, chance in
            "45.\(550_000 + chance.next(400_000))"
        },
    ]

    static func make(_ count: Int) throws -> Edition {
        var chance = Chance(7)
        let columns = columns.map { column in
            guard let different = column.different else {
                return Cells((0..<count).map { Value(column.value($0, &chance)) })
            }
            let values = (0..<different).map { Value(column.value($0, &chance)) }
            return Cells((0..<count).map { _ in values[chance.next(different)] })
        }
        let fields = Self.columns.map { #"{"name":"\#($0.name)",\#($0.rest)}"# }.joined(separator: ",")
        let document = #"{"name":"essai","title":"Essai","version":"1.0.0","fields":[\#(fields)]}"#
        let structure = try PublicSchema(document: Data(document.utf8))
        return Edition(
            record: DatasetRecord(schema: structure.schema, publisher: "Territoire", releases: []),
            structure: structure, tag: "essai",
            table: CleanTable(fields: Self.columns.map(\.name), columns: columns, rowNumbers: Array(0..<count)),
            uids: (0..<count).map { "ESS-\($0)" }, owners: Array(repeating: 0, count: count),
            changedAt: Array(repeating: 0, count: count))
    }
}
