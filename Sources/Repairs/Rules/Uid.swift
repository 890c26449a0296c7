import Schemas
import Tables
import Texts

extension Repair {
    /// Identifiers that are right but for capitals, separators and zeros.
    static let uid = Repair(
        "uid",
        Text(
            fr: "Écrit les identifiants comme le modèle le veut : PAR-69029-001.",
            en: "Writes identifiers as the schema wants them: PAR-69029-001."),
        examples: [
            .init(identifier, "par-69029-001", .certain("PAR-69029-001")),
            .init(identifier, "PAR 69029 1", .certain("PAR-69029-001")),
            .init(identifier, "PAR_69029_12", .certain("PAR-69029-012")),
            .init(identifier, "PAR69029001", .certain("PAR-69029-001")),
            .init(identifier, "PAR-69029-1234", .certain("PAR-69029-1234")),
            .init(identifier, "17", .ask(candidates: [])),
        ],
        serves: { $0.meaning == .uid },
        propose: { value, _ in
            let pattern = /\s*([A-Z]{3})[\s_.\-–—\/]*(\d[\dAB]\d{3})(?:[\s_.\-–—\/]+(\d{1,6})|(\d{3,6}))\s*/
            guard let match = value.text.uppercased().wholeMatch(of: pattern), let number = match.3 ?? match.4 else {
                return .ask(candidates: [])
            }
            return .certain("\(match.1)-\(match.2)-\(String(number).padded(to: 3))")
        })

    private static let identifier = Field("uid", meaning: .uid)
}

extension String {
    /// The digits with zeros before them.
    func padded(to length: Int) -> String {
        String(repeating: "0", count: max(0, length - utf8.count)) + self
    }
}
