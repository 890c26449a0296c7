import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// Longitudes and latitudes as maps, telephones and spreadsheets write them.
    static let degrees = Repair(
        "degrees",
        Text(
            fr: "Lit les coordonnées : virgule décimale, degrés, minutes et secondes.",
            en: "Reads coordinates: decimal comma, degrees, minutes and seconds."),
        examples: [
            .init(lat, "45,7642", .certain("45.7642")),
            .init(lon, "4,893", .certain("4.893")),
            .init(lat, "45.7642°", .certain("45.7642")),
            .init(lat, "N 45.7642", .certain("45.7642")),
            .init(lon, "4,8357 O", .certain("-4.8357")),
            .init(lat, "45°44'12\"N", .certain("45.7366667")),
            .init(lat, "45° 44’ 12,5” Nord", .certain("45.7368056")),
            .init(lon, "4°50'E", .certain("4.8333333")),
            .init(lon, "4°50'12\"", .likely("4.8366667")),
            .init(lat, "45°72'12\"N", .ask(candidates: [])),
            .init(lat, "45°44'12\"E", .ask(candidates: [])),
            .init(lat, "45°44.205'N", .certain("45.73675")),
            .init(lat, "45° 44' 12'' N", .certain("45.7366667")),
            .init(lat, "N45°44'12\"", .certain("45.7366667")),
            .init(lat, "45 44 12 N", .certain("45.7366667")),
            .init(lat, "45:44:12", .likely("45.7366667")),
            .init(lat, "45d44m12s N", .certain("45.7366667")),
            .init(lat, "45 deg 44' 12\" N", .certain("45.7366667")),
            .init(lat, "Lat : 45,7642", .certain("45.7642")),
            .init(lat, "45,7642 N", .certain("45.7642")),
            .init(lon, "4.856194,", .certain("4.856194")),
            .init(lon, "-4.8357", nil),
            .init(lon, "+4.8357", .certain("4.8357")),
            .init(lat, "45.733.312", .ask(candidates: [])),
            .init(lat, "45.7642, 4.8357", .ask(candidates: ["45.7642"])),
            .init(lat, "45786800", .ask(candidates: ["45.7868"])),
            .init(lat, "45786800", others: ["45.7642", "45.75", "45.71"], .likely("45.7868")),
            .init(lon, "48357", others: ["4.8642", "4.75", "4.71"], .likely("4.8357")),
            .init(lon, "842000", others: ["841500", "843200"], .ask(candidates: ["8.42"])),
            .init(lon, "4835700", .ask(candidates: ["4.8357"])),
            .init(lat, "6520000,5", .ask(candidates: [])),
            .init(lat, "près de la mairie", .ask(candidates: [])),
        ],
        serves: { $0.meaning == .longitude || $0.meaning == .latitude },
        prepare: { setting in
            let isLatitude = setting.field.meaning == .latitude
            let isOfDegrees = holdsDegrees(setting.values, isLatitude: isLatitude)
            return { value in
                guard value.text.utf8.count <= 60 else { return .ask(candidates: []) }
                if let reading = WrittenDegrees(value.text) {
                    guard reading.fits(latitude: isLatitude) else { return .ask(candidates: []) }
                    if setting.accepts(reading.text) {
                        guard reading.text != value.text else { return nil }
                        return .change(reading.text, reading.isWhole ? .certain : .likely)
                    }
                }
                let found = withPoint(value.text, isLatitude: isLatitude) + halves(value.text, isLatitude: isLatitude)
                // Among degrees, a number without its mark can only have lost it.
                let isSure = isOfDegrees && found.count == 1 && !value.text.contains(where: { ".,; ".contains($0) })
                return isSure && setting.accepts(found[0]) ? .likely(found[0]) : .ask(candidates: found)
            }
        })

    /// Most of the other values are degrees of metropolitan France.
    private static func holdsDegrees(_ values: Set<String>, isLatitude: Bool) -> Bool {
        let inFrance = values.count { text in
            guard let degrees = Double(text.replacing(",", with: ".")) else { return false }
            return text.utf8.count > 3 && range(isLatitude).contains(degrees)
        }
        return inFrance >= 3 && 2 * inFrance > values.count
    }

    /// `45786800` is a latitude that lost its mark: where it stood, if it is in metropolitan France.
    private static func withPoint(_ text: String, isLatitude: Bool) -> [String] {
        let isNegative = text.first == "-"
        let digits = isNegative ? text.dropFirst() : text[...]
        guard (4...16).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return []
        }
        return [2, 1].compactMap { place in
            let degrees = "\(isNegative ? "-" : "")\(digits.prefix(place)).\(digits.dropFirst(place))"
            guard let number = Double(degrees), range(isLatitude).contains(number) else { return nil }
            return "\(number)"
        }
    }

    /// `45.7642, 4.8357`: the half of a pair that belongs here.
    private static func halves(_ text: String, isLatitude: Bool) -> [String] {
        let parts = text.split { ";/| ".contains($0) }.map { part in
            part.last == "," ? String(part.dropLast()) : String(part)
        }
        let pair = parts.count == 2 ? parts : text.split(separator: ",").map(String.init)
        guard pair.count == 2 else { return [] }
        let own = pair.filter { half in Double(half).map { range(isLatitude).contains($0) } ?? false }
        return own.count == 1 ? own : []
    }

    /// Metropolitan France.
    private static func range(_ isLatitude: Bool) -> ClosedRange<Double> { isLatitude ? 41.0...51.5 : -5.2...9.6 }

    private static let lat = Field("lat", type: .number, meaning: .latitude)
    private static let lon = Field("lon", type: .number, meaning: .longitude)
}
