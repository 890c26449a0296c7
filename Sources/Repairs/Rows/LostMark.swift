import Mapping
import Schemas
import Tables
import Texts

extension RowRepair {
    /// A coordinate that lost its decimal mark, beside one in degrees: it cannot be metres.
    static let lostMark = RowRepair(
        "lost-mark",
        Text(
            fr: "Rend sa virgule à une coordonnée quand l'autre est en degrés.",
            en: "Gives a coordinate its decimal mark back where the other one is in degrees.")
    ) { draft, _ in
        guard let longitude = draft.schema.fields.firstIndex(where: { $0.meaning == .longitude }),
            let latitude = draft.schema.fields.firstIndex(where: { $0.meaning == .latitude })
        else { return }
        // A longitude that is sure says the same of the latitude that made it so.
        for (field, other) in [(latitude, longitude), (longitude, latitude), (latitude, longitude)] {
            for row in 0..<draft.mapped.rowCount {
                let asked = draft.outcome(field: field, row: row)
                guard asked.problem != nil, asked.candidates.count == 1, isWhole(asked.sent.text) else { continue }
                let neighbour = draft.outcome(field: other, row: row)
                guard isDegrees(neighbour, isLatitude: other == latitude) else { continue }
                draft.propose(field: field, row: row, rule: "lost-mark", degree: .likely, asked.candidates[0])
            }
        }
    }

    /// Digits only: metres of a projection mostly have decimals, and a pair holds two numbers.
    private static func isWhole(_ text: String) -> Bool {
        (text.first == "-" ? String(text.dropFirst()) : text).isDigits
    }

    /// Degrees of metropolitan France, as they were sent or as they lost their mark. Latitudes that lost it are no metres
    /// of any projection of France but the ninth conic zone of 45 degrees, whose northings begin with 41 or 42.
    private static func isDegrees(_ outcome: Outcome, isLatitude: Bool) -> Bool {
        if outcome.problem == nil {
            guard outcome.value.contains("."), let degrees = Double(outcome.value) else { return false }
            return (isLatitude ? 41.0...51.5 : -5.2...9.6).contains(degrees)
        }
        guard isLatitude, outcome.candidates.count == 1, isWhole(outcome.sent.text) else { return false }
        let isAsLongAsMetres = outcome.sent.text.utf8.count == 7
        return !isAsLongAsMetres || !["41", "42"].contains(outcome.candidates[0].prefix(2))
    }
}
