import Schemas
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
            .init(surface, "1.234,50", .certain("1234.50")),
            .init(surface, "12,5 m²", .certain("12.5")),
            .init(surface, "12,5 m2", .certain("12.5")),
            .init(surface, "1,2 ha", .likely("12000")),
            .init(surface, "environ 500", .likely("500")),
            .init(surface, "~500 m²", .likely("500")),
            .init(surface, "1,234", .ask(candidates: ["1.234", "1234"])),
            .init(surface, "500 à 600", .ask(candidates: [])),
            .init(count, "12,0", .certain("12")),
            .init(count, "1.234", .ask(candidates: ["1234"])),
            .init(count, "12,5", .ask(candidates: [])),
            .init(count, "douze", .ask(candidates: [])),
        ],
        serves: { $0.type == .number || $0.type == .integer },
        propose: { value, setting in
            let isWhole = setting.field.type == .integer
            guard let reading = FrenchNumber(value.text) else { return .ask(candidates: []) }
            if !reading.isPlain { return ambiguous(reading, isWhole: isWhole) }
            var number = reading.number
            var degree = reading.isAbout ? Degree.likely : .certain
            if let unit = reading.unit {
                guard let factor = factor(from: unit, to: setting.field.unit) else { return .ask(candidates: [number]) }
                if factor != 1 { (number, degree) = (scaled(number, by: factor), .likely) }
            }
            if isWhole {
                guard let whole = withoutZeroDecimals(number) else { return .ask(candidates: thousands(number)) }
                number = whole
            }
            return .change(number, degree)
        })

    private static func ambiguous(_ reading: FrenchNumber, isWhole: Bool) -> Proposal {
        let joined = reading.number.filter { $0 != "." }
        return .ask(candidates: isWhole ? [joined] : [reading.number, joined])
    }

    /// `1.234`, where a whole number is expected, may be a thousand and more.
    private static func thousands(_ number: String) -> [String] {
        number.wholeMatch(of: /\d{1,3}\.\d{3}/) == nil ? [] : [number.filter { $0 != "." }]
    }

    private static func withoutZeroDecimals(_ number: String) -> String? {
        let parts = number.split(separator: ".", maxSplits: 1)
        guard parts.count == 2 else { return number }
        return parts[1].allSatisfy { $0 == "0" } ? String(parts[0]) : nil
    }

    /// What one unit is worth in another; nil where they do not measure the same or none is expected.
    private static func factor(from unit: String, to wanted: String?) -> Double? {
        guard let wanted = wanted.map(FrenchNumber.plainUnit) else { return nil }
        if unit == wanted { return 1 }
        let worth: [String: [String: Double]] = [
            "m2": ["ha": 10_000, "km2": 1_000_000, "are": 100, "ares": 100], "m": ["cm": 0.01, "km": 1_000, "mm": 0.001],
        ]
        return worth[wanted]?[unit]
    }

    private static func scaled(_ number: String, by factor: Double) -> String {
        let value = (Double(number) ?? 0) * factor
        return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    private static let surface = Field("surf_m2", type: .number, unit: "m²")
    private static let count = Field("nb", type: .integer)
}
