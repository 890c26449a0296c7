import Checks
import Foundation
import Mapping
import Repairs
import Schemas
import Tables
import Territories
import Testing

/// The promise of the house, on values that nobody foresaw: thousands of them, the same in every run.
struct PromiseTests {
    @Test(arguments: [1, 2])
    func whatIsCertainPassesTheChecksAndIsDoneOnce(seed: UInt64) {
        var words = TypedWords(seed: seed)
        let sent = Self.fields.map { _ in (0..<150).map { _ in words.value() } }
        let first = Self.draft(of: sent)
        let judge = Judge(schema: Self.schema, context: Self.context)
        var certain = sent.map { $0.map { _ in "" } }
        for field in Self.fields.indices {
            for row in 0..<150 {
                let outcome = first.outcome(field: field, row: row)
                guard outcome.problem == nil else { continue }
                #expect(
                    judge.accepts(outcome.value, field: field),
                    "\(Self.fields[field].name): \(outcome.sent.text) became \(outcome.value)")
                if outcome.degree == .certain { certain[field][row] = outcome.value }
            }
        }
        let second = Self.draft(of: certain)
        for field in Self.fields.indices {
            for row in 0..<150 where !certain[field][row].isEmpty {
                let again = second.outcome(field: field, row: row)
                // What another column makes likely is no second repair of the same.
                guard again.degree != .likely else { continue }
                #expect(again.value == certain[field][row], "\(Self.fields[field].name): \(sent[field][row])")
            }
        }
    }

    @Test func anAcceptedValueIsOnlyEverTidied() {
        var words = TypedWords(seed: 3)
        let sent = Self.fields.map { _ in (0..<150).map { _ in words.value() } }
        let draft = Self.draft(of: sent)
        let judge = Judge(schema: Self.schema, context: Self.context)
        let tidies = Set(Repair.all.filter(\.tidies).map(\.name))
        for field in Self.fields.indices {
            for row in 0..<150 where judge.accepts(sent[field][row], field: field) {
                let rules = Set(draft.outcome(field: field, row: row).steps.map(\.rule))
                #expect(rules.isSubset(of: tidies), "\(Self.fields[field].name): \(sent[field][row]) by \(rules)")
            }
        }
    }

    /// The limit only ends a hang: work that backtracks over ten thousand bytes would not come back at all.
    @Test(.timeLimit(.minutes(5)), arguments: TypedWords.hostile.indices)
    func aHostileValueKeepsNobodyWaiting(index: Int) {
        let draft = Self.draft(of: Self.fields.map { _ in [TypedWords.hostile[index]] })
        #expect(draft.mapped.rowCount == 1)
    }

    // MARK: The table

    private static let fields: [Field] = [
        Field("texte"), Field("nom", meaning: .name), Field("clos", type: .boolean),
        Field("surface", type: .number, unit: "m²"),
        Field("places", type: .integer), Field("annee", type: .year, meaning: .pastYear), Field("jour", type: .date),
        Field("chien", codes: [Code(value: "libre"), Code(value: "tenu en laisse"), Code(value: "interdit")]),
        Field(
            "acces", codes: [Code(value: "piéton"), Code(value: "vélo adulte"), Code(value: "vélo enfant")],
            separator: "|"),
        Field("equip", separator: "|"), Field("insee", meaning: .communeCode), Field("postal", meaning: .postcode),
        Field("siret", meaning: .siret), Field("siren", meaning: .siren), Field("numero", meaning: .houseNumber),
        Field("tel", meaning: .phone), Field("mel", format: "email", meaning: .email),
        Field("site", format: "uri", meaning: .url),
        Field("horaires", meaning: .openingHours), Field("longitude", type: .number, meaning: .longitude),
        Field("latitude", type: .number, meaning: .latitude), Field("precis", meaning: .prose),
        Field("num", meaning: .uidNumber),
    ]
    private static let reference = Reference.builtIn
    private static let context = CheckContext(
        isCommuneCode: { reference.commune(code: $0) != nil },
        isPostcode: { !reference.communes(postcode: $0).isEmpty },
        year: 2026)
    private static let schema: Schema = {
        var schema = Schema.made(of: fields[0])
        schema.fields = fields
        return schema
    }()

    private static func draft(of columns: [[String]]) -> Draft {
        let table = Table(
            source: Source(file: "essai.csv"),
            columns: columns.enumerated().map { index, values in
                Column(header: fields[index].name, position: index, cells: Cells(values.map { Value($0) }))
            },
            rowNumbers: Array(2..<(columns[0].count + 2)))
        let mapping = MappingContext(
            isCommuneCode: context.isCommuneCode, isPostcode: context.isPostcode, isCommuneName: { _ in false },
            remembered: Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.name) }))
        let mapped = Mapping(schema: schema, context: mapping).map(table)
        let rows = RowSetting(reference: reference, scope: .national, sender: nil, memory: Memory())
        return Repairing(context: context, rows: rows).draft(of: mapped)
    }
}

/// What people type, and what happens to it: words of the trade, figures, marks, joined and damaged by chance.
private struct TypedWords {
    private var chance: Chance

    init(seed: UInt64) { chance = Chance(state: seed) }

    mutating func value() -> String {
        var text = (0..<Int.random(in: 1...3, using: &chance)).map { _ in piece() }.joined(separator: pick(Self.joints))
        if chance.next() % 4 == 0 { text = damaged(text) }
        return text
    }

    private mutating func piece() -> String {
        switch chance.next() % 5 {
        case 0: String(Int.random(in: 0...99_999, using: &chance))
        case 1:
            "\(Int.random(in: 0...2100, using: &chance))\(pick([",", ".", "/", "-", " "]))\(Int.random(in: 0...999, using: &chance))"
        default: pick(Self.words)
        }
    }

    private mutating func damaged(_ text: String) -> String {
        var letters = Array(text)
        let place = Int.random(in: 0..<letters.count, using: &chance)
        switch chance.next() % 5 {
        case 0: letters.remove(at: place)
        case 1: letters.insert(contentsOf: pick(Self.joints), at: place)
        case 2: return text.uppercased()
        case 3: letters.swapAt(place, letters.count - 1)
        default: letters[place] = pick(["�", "\u{A0}", "é", "Ã", "٣", "½", "６", "'", "°"])
        }
        return String(letters)
    }

    private mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: choices.indices, using: &chance)] }

    private static let joints = [
        " ", "", "-", "/", ", ", " ; ", "|", "\n", " et ", "  ", "\u{A0}", "'", "(", ".", " à ", ":",
    ]
    private static let words = [
        "oui", "non", "Oui", "N", "o", "x", "1", "0", "vrai", "nr", "NC", "néant", "-", "?", "aucun", "parc", "Jardin",
        "square",
        "libre", "Libre", "tenus en laisse", "interdit", "piéton", "Piétons", "vélo", "vélo adulte", "enfant", "sauf",
        "69029",
        "69500", "Bron", "6,9029E+04", "21690029000018", "216900290", "0478123456", "+33", "04 78 12 34 56", "bis",
        "12bis", "N°",
        "rue du 8 mai 1945", "1982", "31/12/2019", "1er janvier 2020", "2019-02-30", "12:30", "8h30-12h",
        "Mo-Fr 08:00-12:00",
        "lundi", "fermé", "m²", "ha", "environ", "1 234,5", "1.234", "1,234", "45,7642", "4.85", "45°44'12\"N",
        "http://", "www.",
        "bron.fr", "mairie@bron.fr", "mailto:", "place", "places", "deux", "Ã©cole", "#N/A", "ans", "janv-10", "43830",
        "9999999999999999999999999", "-", "+", "e5", "1e400",
    ]

    /// Ten thousand bytes of what makes careless readers run for ever.
    static let hostile: [String] = [
        String(repeating: "1", count: 10_000) + "x", String(repeating: " ", count: 10_000) + "x",
        String(repeating: "1 ", count: 5_000) + "x", String(repeating: "a", count: 10_000),
        String(repeating: "a.", count: 5_000) + "@", String(repeating: "é", count: 5_000),
        String(repeating: "Ã©", count: 2_500),
        "http://" + String(repeating: "a", count: 10_000) + " b", String(repeating: "@", count: 10_000),
        String(repeating: "piéton ", count: 1_150), String(repeating: "|", count: 10_000),
        String(repeating: "a-b ", count: 2_500),
        String(repeating: "(", count: 10_000), String(repeating: "\u{301}", count: 5_000),
        "12/" + String(repeating: "1", count: 10_000),
        String(repeating: "8h-12h, ", count: 1_250), String(repeating: "\n", count: 10_000) + "12",
    ]
}

/// Chance that is the same in every run (SplitMix64).
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
