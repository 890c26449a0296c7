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
            .init(lat, "45786800", .ask(candidates: ["45.7868"])),
            .init(lon, "4835700", .ask(candidates: ["4.8357"])),
            .init(lat, "6520000,5", .ask(candidates: [])),
            .init(lat, "près de la mairie", .ask(candidates: [])),
        ],
        serves: { $0.meaning == .longitude || $0.meaning == .latitude },
        propose: { value, setting in
            let isLatitude = setting.field.meaning == .latitude
            guard value.text.utf8.count <= 60 else { return .ask(candidates: []) }
            if let reading = Degrees(value.text) {
                guard reading.fits(latitude: isLatitude) else { return .ask(candidates: []) }
                if setting.accepts(reading.text) { return .change(reading.text, reading.isWhole ? .certain : .likely) }
            }
            return .ask(candidates: withPoint(value.text, isLatitude: isLatitude))
        })

    /// `45786800` is a latitude that lost its mark: where it stood, if it is in metropolitan France.
    private static func withPoint(_ text: String, isLatitude: Bool) -> [String] {
        guard let match = text.wholeMatch(of: /(-?)([0-9]{5,12})/) else { return [] }
        let digits = String(match.2)
        return [2, 1].compactMap { place in
            let degrees = "\(match.1)\(digits.prefix(place)).\(digits.dropFirst(place))"
            guard let number = Double(degrees), (isLatitude ? 41.0...51.5 : -5.2...9.6).contains(number) else {
                return nil
            }
            return "\(number)"
        }
    }

    private static let lat = Field("lat", type: .number, meaning: .latitude)
    private static let lon = Field("lon", type: .number, meaning: .longitude)
}

/// One coordinate: a decimal number, or degrees, minutes and seconds, with a cardinal point before or behind.
private struct Degrees {
    /// In decimal degrees; metres of a projection pass as they are.
    let text: String
    /// Whether it says north, south, east or west wherever it is not a plain number.
    let isWhole: Bool
    private let point: Character?

    init?(_ typed: String) {
        var line = typed.uppercased().replacing(",", with: ".").filter { !$0.isWhitespace }
        for (word, letter) in [("NORD", "N"), ("SUD", "S"), ("OUEST", "W"), ("WEST", "W"), ("EST", "E")] {
            line = line.replacing(word, with: letter)
        }
        for mark in ["’", "′", "‘"] { line = line.replacing(mark, with: "'") }
        for mark in ["''", "″", "”", "“"] { line = line.replacing(mark, with: "\"") }
        line = line.replacing("º", with: "°")
        var point = line.last.flatMap { "NSEWO".contains($0) ? $0 : nil }
        if point != nil {
            line.removeLast()
        } else if let first = line.first, "NSEWO".contains(first) {
            point = first
            line.removeFirst()
        }
        self.point = point
        let sign = point.map { "SWO".contains($0) } ?? false ? "-" : ""
        if let match = Self.decimal.wholeMatch(in: line) {
            guard sign.isEmpty || match.1.isEmpty else { return nil }
            text = (match.1 == "-" ? "-" : sign) + match.2
            isWhole = true
        } else if let match = line.wholeMatch(
            of: /(-?)([0-9]{1,3})°([0-9]{1,2}(?:\.[0-9]+)?)'(?:([0-9]{1,2}(?:\.[0-9]+)?)"?)?/)
        {
            guard sign.isEmpty || match.1.isEmpty, let degrees = Double(match.2), let minutes = Double(match.3),
                case let seconds = match.4.flatMap({ Double($0) }) ?? 0, minutes < 60, seconds < 60
            else { return nil }
            // Seven decimals are a centimetre.
            let value = ((degrees + minutes / 60 + seconds / 3600) * 1e7).rounded() / 1e7
            text = (match.1.isEmpty ? sign : "-") + "\(value)"
            isWhole = point != nil || !match.1.isEmpty
        } else {
            return nil
        }
    }

    private static let decimal = Shape(/([+-]?)([0-9]{1,8}(?:\.[0-9]{1,15})?)°?/)

    /// A latitude is not east, a longitude not north.
    func fits(latitude: Bool) -> Bool {
        point.map { (latitude ? "NS" : "EWO").contains($0) } ?? true
    }
}
