import Foundation
import Schemas
import Tables
import Texts

extension Corruption {
    /// Positions in other writings, other orders and other projections.
    static let coordinates = Corruption(
        19, Text(fr: "Coordonnées", en: "Coordinates"),
        rows: { file, chance in
            guard let longitude = file.schema.fields.firstIndex(where: { $0.meaning == .longitude }),
                let latitude = file.schema.fields.firstIndex(where: { $0.meaning == .latitude })
            else { return }
            if chance.happens(20) { return intoOneColumn(&file, longitude, latitude, &chance) }
            let percent = chance.pick([15, 30, 100])
            let first = chance.below(writings.count)
            for row in file.clean.indices where chance.happens(percent) {
                guard let x = Double(file.clean[row][longitude]), let y = Double(file.clean[row][latitude]) else {
                    continue
                }
                let place = Coordinate(longitude: x, latitude: y)
                let writing = writings[percent == 100 ? first : chance.below(writings.count)]
                guard let written = writing.write(place) else { continue }
                let expects: (Double) -> Expectation = { writing.isLost ? .told : .near($0) }
                file.damage(row: row, field: longitude, Damage(written.x, expects: expects(x), form: writing.name))
                file.damage(row: row, field: latitude, Damage(written.y, expects: expects(y), form: writing.name))
            }
        })

    private struct Writing: Sendable {
        let name: String
        var isLost = false
        let write: @Sendable (Coordinate) -> (x: String, y: String)?
    }

    private static let writings: [Writing] = [
        Writing(name: "swapped") { ($0.latitude.plain, $0.longitude.plain) },
        Writing(name: "decimal comma") {
            ($0.longitude.plain.replacing(".", with: ","), $0.latitude.plain.replacing(".", with: ","))
        },
        Writing(name: "degrees, minutes, seconds") {
            ($0.longitude.sexagesimal("E", "W"), $0.latitude.sexagesimal("N", "S"))
        },
        Writing(name: "degrees, minutes, seconds, French") {
            (
                $0.longitude.sexagesimal("Est", "Ouest").replacing(".", with: ","),
                $0.latitude.sexagesimal("Nord", "Sud").replacing(".", with: ",")
            )
        },
        Writing(name: "degree sign") { ($0.longitude.plain + "°", $0.latitude.plain + "°") },
        Writing(name: "points of the compass") {
            $0.longitude > 0 && $0.latitude > 0 ? ($0.longitude.plain + " E", $0.latitude.plain + " N") : nil
        },
        Writing(name: "decimal point lost") { ($0.longitude.plain.withoutPoint, $0.latitude.plain.withoutPoint) },
        Writing(name: "Lambert 93") { $0.isMetropolitan ? Projected.lambert93($0).words : nil },
        Writing(name: "Lambert CC46") { (45...46.9).contains($0.latitude) ? Projected.conic46($0).words : nil },
        Writing(name: "Web Mercator") { Projected.webMercator($0).words },
        Writing(name: "0/0", isLost: true) { _ in ("0", "0") },
        Writing(name: "thousands by spaces, Lambert 93") { place in
            guard place.isMetropolitan else { return nil }
            let (x, y) = Projected.lambert93(place).words
            return (x.withThousands(" ").replacing(".", with: ","), y.withThousands(" ").replacing(".", with: ","))
        },
        Writing(name: "trailing comma") { ($0.longitude.plain + ",", $0.latitude.plain) },
    ]

    /// Both numbers in one column.
    private static func intoOneColumn(_ file: inout SentFile, _ longitude: Int, _ latitude: Int, _ chance: inout Chance)
    {
        let header = chance.pick(["Coordonnées GPS", "geo_point_2d", "GPS", "Coordonnées", "lat,lon", "Position"])
        let sign = chance.pick([", ", ",", " ", " ; ", " / "])
        for row in file.clean.indices {
            let (x, y) = (file.clean[row][longitude], file.clean[row][latitude])
            guard let east = Double(x), let north = Double(y) else { continue }
            file.damage(
                row: row, field: latitude,
                Damage(y + sign + x, expects: .near(north), form: "both in one column “\(sign)”"))
            file.damage(
                row: row, field: longitude, Damage("", expects: .near(east), form: "both in one column “\(sign)”"))
        }
        guard let column = file.columns.firstIndex(where: { $0.field == longitude }),
            let kept = file.columns.firstIndex(where: { $0.field == latitude })
        else { return }
        file.columns[kept].header = header
        file.columns.remove(at: column)
        for line in file.lines.indices { file.lines[line].cells.remove(at: column) }
    }
}

extension Coordinate {
    fileprivate var isMetropolitan: Bool { (41...51.5).contains(latitude) && (-5.5...10).contains(longitude) }
}

extension Double {
    fileprivate var plain: String { Register.decimal(self, places: 6) }

    /// Degrees, minutes, seconds with a tenth.
    fileprivate func sexagesimal(_ plus: String, _ minus: String) -> String {
        let tenths = Int((magnitude * 36_000).rounded())
        let (degrees, minutes, seconds) = (tenths / 36_000, tenths / 600 % 60, Double(tenths % 600) / 10)
        return "\(degrees)°\(Register.padded(minutes))'\(seconds)\" \(self < 0 ? minus : plus)"
    }
}

extension String {
    fileprivate var withoutPoint: String { replacing(".", with: "") }
}
