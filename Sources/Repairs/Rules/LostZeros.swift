import Schemas
import Tables
import Texts

extension Repair {
    /// Codes of a fixed shape that a spreadsheet took for numbers: `1` for the département `01`.
    static let lostZeros = Repair(
        "lost-zeros",
        Text(
            fr: "Rend à un code les zéros du début, et lui enlève les décimales, quand le modèle dit sa longueur.",
            en: "Gives a code its leading zeros back and takes decimals off it, where the schema says how long it is."),
        examples: [
            .init(department, Value("1", kind: .number), .certain("01")),
            .init(department, "1", .likely("01")),
            .init(department, "69.0", .certain("69")),
            .init(department, "2A", nil),
            .init(department, "690", nil),
            .init(fantoir, "12", .likely("0012")),
        ],
        serves: { $0.type == .string && $0.constraints.pattern != nil && $0.codes.isEmpty && $0.meaning == nil },
        propose: { value, setting in
            guard let match = digits(value.text) else { return nil }
            if match != value.text, setting.accepts(match) { return .certain(match) }
            // The schema leaves one length only, or nothing is sure.
            let padded = (1...6).map { String(repeating: "0", count: $0) + match }.filter(setting.accepts)
            guard padded.count == 1 else { return nil }
            return .change(padded[0], value.kind == .number ? .certain : .likely)
        })

    /// The digits of a number without decimals.
    private static func digits(_ text: String) -> String? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard (1...2).contains(parts.count), (1...12).contains(parts[0].utf8.count),
            parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        guard parts.count == 2 else { return String(parts[0]) }
        return (1...2).contains(parts[1].count) && parts[1].allSatisfy { $0 == "0" } ? String(parts[0]) : nil
    }

    private static let department = shaped("departement", "^(0[1-9]|[1-8]\\d|9[0-5]|2[AB])$")
    private static let fantoir = shaped("code_voie", "^\\d{4}$")

    private static func shaped(_ name: String, _ pattern: String) -> Field {
        var field = Field(name)
        field.constraints.pattern = pattern
        return field
    }
}
