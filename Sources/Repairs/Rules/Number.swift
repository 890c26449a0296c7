import Foundation
import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// Numbers as French people write them: comma, thousands set apart, unit behind.
    static let number = Repair(
        "number",
        Text(
            fr: "Lit les nombres écrits à la française : virgule, espaces, unité.",
            en: "Reads numbers written the French way: comma, spaces, unit."),
        examples: [
            .init(surface, "1 234,5", .certain("1234.5")),
            .init(surface, "1\u{202F}234", .certain("1234")),
            .init(surface, "1'234", .certain("1234")),
            .init(surface, "1.234,50", .certain("1234.50")),
            .init(surface, "12,5 m²", .certain("12.5")),
            .init(surface, "12,5 m2", .certain("12.5")),
            .init(surface, "−3,5", .certain("-3.5")),
            .init(surface, "1,2 ha", .likely("12000")),
            .init(surface, "0,07 ha", .likely("700")),
            .init(surface, "environ 500", .likely("500")),
            .init(surface, "~500 m²", .likely("500")),
            .init(surface, "500 environ", .likely("500")),
            .init(surface, "500 m² env.", .likely("500")),
            .init(surface, "env. 1 500 m2", .likely("1500")),
            .init(surface, "500,", .likely("500")),
            .init(surface, "500 ?", .likely("500")),
            .init(surface, "plus de 500", .ask(candidates: ["500"])),
            .init(surface, "< 500", .ask(candidates: ["500"])),
            .init(surface, "12 mètres carrés", .certain("12")),
            .init(surface, "12 mètres", .ask(candidates: ["12"])),
            .init(surface, "(1 234,5)", .likely("-1234.5")),
            .init(surface, "–3", .certain("-3")),
            .init(surface, "1 234,567", .certain("1234.567")),
            .init(surface, "1\u{202F}234\u{202F}567,8", .certain("1234567.8")),
            .init(montant, "12,50 €", .certain("12.50")),
            .init(montant, "€ 12,50", .certain("12.50")),
            .init(montant, "12€50", .certain("12.50")),
            .init(montant, "19,641", others: ["12,50"], .ask(candidates: ["19.641", "19641"])),
            .init(montant, "1 234 k€", .ask(candidates: ["1234"])),
            .init(longueur, "12,5 m", .certain("12.5")),
            .init(longueur, "125 cm", .likely("1.25")),
            .init(longueur, "12,5 m²", .ask(candidates: ["12.5"])),
            .init(taux, "45 %", .certain("45")),
            .init(Field("numero", type: .number), "12,5 €", .ask(candidates: ["12.5"])),
            .init(surface, "1,234", .ask(candidates: ["1.234", "1234"])),
            .init(surface, "1,234", others: ["12,5"], .ask(candidates: ["1.234", "1234"])),
            .init(surface, "1,234", others: ["12,5678"], .likely("1.234")),
            .init(surface, "1,234", others: ["0,125"], .likely("1.234")),
            .init(surface, "0,234", .certain("0.234")),
            .init(surface, "120,150,200", .ask(candidates: ["120150200"])),
            .init(surface, "12 34", .ask(candidates: [])),
            .init(surface, "1 2345", .ask(candidates: [])),
            .init(surface, "12'5", .ask(candidates: [])),
            .init(surface, "12-14", .ask(candidates: [])),
            .init(surface, "45 %", .ask(candidates: ["45"])),
            .init(surface, "500 à 600", .ask(candidates: [])),
            .init(count, "12,0", .certain("12")),
            .init(count, "1.234", .ask(candidates: ["1234"])),
            .init(count, "1 234", .certain("1234")),
            .init(count, "12.00", .certain("12")),
            .init(count, "1,234", .ask(candidates: ["1234"])),
            .init(count, "1.234.567", .ask(candidates: ["1234567"])),
            .init(count, "1.2E+05", .ask(candidates: [])),
            .init(count, Value("2019-02-01", kind: .date), .ask(candidates: ["1-2", "1/2", "2-19"])),
            .init(count, "01-févr", .ask(candidates: ["1-2", "1/2"])),
            .init(count, "12,5", .ask(candidates: [])),
            .init(count, "1e5", .ask(candidates: ["1"])),
            .init(count, "4 places", .likely("4")),
            .init(count, "11pl.", .likely("11")),
            .init(Field("nb_électeurs", type: .integer), "972électeurs", .likely("972")),
            .init(count, "12 environ", .likely("12")),
            .init(surface, "à peu près 38", .likely("38")),
            .init(longueur, "4,1ml", .certain("4.1")),
            .init(count, "4 arbres", .ask(candidates: ["4"])),
            .init(count, "douze", .likely("12")),
        ],
        serves: { ($0.type == .number || $0.type == .integer) && $0.meaning != .longitude && $0.meaning != .latitude },
        prepare: { setting in
            let nouns = Self.nouns(of: setting.field)
            let unit = FieldUnit.of(setting.field)
            let marks = DecimalMarks(setting.values)
            return { propose($0, setting.field, unit, nouns, marks) }
        })

    private static func propose(
        _ value: Value, _ field: Field, _ wanted: String?, _ nouns: Set<String>, _ marks: DecimalMarks
    ) -> Proposal {
        let isWhole = field.type == .integer
        if let typed = AutoDate.candidates(for: value) { return .ask(candidates: typed, because: AutoDate.reason) }
        guard let reading = FrenchNumber(value.text) else {
            let digits = value.text.utf8.count < 20 ? NumberWords.digits(value.text.folded) : nil
            return digits.map { .likely($0) } ?? .ask(candidates: [])
        }
        var number = reading.number
        guard reading.sense != .limit else { return .ask(candidates: [number]) }
        var degree = reading.sense == .exact ? Degree.certain : .likely
        if let other = reading.other {
            // Money has no third decimal.
            guard marks.proveComma, !isWhole, !other.isEmpty, wanted != "€" else {
                return ambiguous(number, other, isWhole: isWhole)
            }
            degree = .likely
        }
        if let unit = reading.unit {
            if says(unit, nouns) {
                degree = .likely
            } else {
                guard let factor = factor(from: unit, to: wanted) else { return .ask(candidates: [number]) }
                if factor != 1 { (number, degree) = (scaled(number, by: factor), .likely) }
            }
        }
        if isWhole {
            guard let whole = withoutZeroDecimals(number) else { return .ask(candidates: thousands(number)) }
            number = whole
        }
        return .change(number, degree)
    }

    private static func ambiguous(_ number: String, _ other: String, isWhole: Bool) -> Proposal {
        let candidates = isWhole ? [other.isEmpty ? number : other] : [number, other].filter { !$0.isEmpty }
        return .ask(candidates: candidates)
    }

    /// The noun that is counted, or its beginning: `pl.` for places.
    private static func says(_ unit: String, _ nouns: Set<String>) -> Bool {
        let key = unit.singularKey
        return nouns.contains(key) || key.utf8.count > 1 && nouns.contains { $0.hasPrefix(key) }
    }

    /// What is counted, as the words of the field name it: `places` behind the number of places says nothing new.
    private static func nouns(of field: Field) -> Set<String> {
        guard FieldUnit.of(field) == nil else { return [] }
        let words = ([field.name, field.title, field.description] + field.aliases).flatMap(\.foldedWords)
        return Set(words.filter { $0.utf8.count > 3 }.map(\.singularKey))
    }

    /// `1.234`, where a whole number is expected, may be a thousand and more.
    private static func thousands(_ number: String) -> [String] {
        DecimalMarks.mayBeThousands(number, mark: 0x2E) ? [number.filter { $0 != "." }] : []
    }

    private static func withoutZeroDecimals(_ number: String) -> String? {
        let parts = number.split(separator: ".", maxSplits: 1)
        guard parts.count == 2 else { return number }
        return parts[1].utf8.count < 3 && parts[1].allSatisfy { $0 == "0" } ? String(parts[0]) : nil
    }

    /// What one unit is worth in another; nil where they do not measure the same or none is expected.
    private static func factor(from unit: String, to wanted: String?) -> Decimal? {
        guard let wanted else { return nil }
        return unit == wanted ? 1 : worth[wanted]?[unit]
    }

    private static let worth: [String: [String: Decimal]] = [
        "m2": ["ha": 10_000, "km2": 1_000_000, "are": 100], "ha": ["m2": Decimal(1) / 10_000],
        "m": ["ml": 1, "cm": Decimal(1) / 100, "km": 1_000, "mm": Decimal(1) / 1_000], "km": ["m": Decimal(1) / 1_000],
        "cm": ["m": 100, "mm": Decimal(1) / 10],
    ]

    /// Exact: hectares in binary would leave a trail of digits.
    private static func scaled(_ number: String, by factor: Decimal) -> String {
        guard let value = Decimal(string: number, locale: Locale(identifier: "en_US_POSIX")) else { return number }
        return "\(value * factor)"
    }

    private static let surface = Field("surf_m2", type: .number, unit: "m²")
    private static let count = Field("nb_places", type: .integer)
    private static let montant = Field("montant", type: .number)
    private static let longueur = Field("longueur_m", type: .number)
    private static let taux = Field("taux", type: .number, unit: "%")
}
