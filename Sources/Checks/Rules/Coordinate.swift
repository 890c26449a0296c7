import Schemas
import Texts

extension Check {
    /// Degrees of WGS 84: latitudes from -90 to 90, longitudes from -180 to 180.
    static let coordinate = Check(
        "coordinate",
        Text(
            fr: "Une position en degrés (WGS 84), comme 45.7640.",
            en: "A position in degrees (WGS 84), such as 45.7640."),
        examples: [
            Example(
                Field("lat", type: .number, meaning: .latitude), accepts: ["45.764", "-21.1", "90"],
                rejects: ["90.1", "6520000"]),
            Example(
                Field("lon", type: .number, meaning: .longitude), accepts: ["4.85", "-180", "180"],
                rejects: ["842000.5", "-181"]),
        ],
        serves: { $0.meaning == .longitude || $0.meaning == .latitude },
        problem: { value, field, _ in
            let most = field.meaning == .latitude ? 90.0 : 180.0
            guard let degrees = Double(value), abs(degrees) > most else { return nil }
            return Text(
                fr: "« \(value) » n'est pas une position en degrés : il manque peut-être la virgule.",
                en: "“\(value)” is not a position in degrees: perhaps the decimal mark is missing.")
        })
}
