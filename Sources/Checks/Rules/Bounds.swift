import Schemas
import Texts

extension Check {
    /// Neither below the minimum nor above the maximum of the schema.
    static let bounds = Check(
        "bounds",
        Text(fr: "Une valeur entre le minimum et le maximum.", en: "A value between the minimum and the maximum."),
        examples: [
            Example(
                Field("lat", type: .number, constraints: .between("-90", "90")), accepts: ["45.7", "-90", "90"],
                rejects: ["90.1", "-1000"]),
            Example(
                Field("jour", type: .date, constraints: .between("2010-01-01", nil)), accepts: ["2010-01-01"],
                rejects: ["2009-12-31"]),
        ],
        serves: { $0.constraints.minimum != nil || $0.constraints.maximum != nil },
        problem: { value, field, _ in
            if let minimum = field.constraints.minimum, isBefore(value, minimum, field.type) {
                return Text(
                    fr: "« \(value) » est trop petit : au moins \(minimum).",
                    en: "“\(value)” is too small: at least \(minimum).")
            }
            if let maximum = field.constraints.maximum, isBefore(maximum, value, field.type) {
                return Text(
                    fr: "« \(value) » est trop grand : au plus \(maximum).",
                    en: "“\(value)” is too large: at most \(maximum).")
            }
            return nil
        })

    /// Numbers compare as numbers; dates and years, written ISO, as text. What does not compare is in order.
    private static func isBefore(_ a: String, _ b: String, _ type: FieldType) -> Bool {
        switch type {
        case .number, .integer, .year:
            guard let first = Double(a), let second = Double(b) else { return false }
            return first < second
        default: return a < b
        }
    }
}

extension Constraints {
    fileprivate static func between(_ minimum: String?, _ maximum: String?) -> Constraints {
        var constraints = Constraints()
        constraints.minimum = minimum
        constraints.maximum = maximum
        return constraints
    }
}
