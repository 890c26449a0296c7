import Foundation
import GeoFiles
import Tables
import Territories
import Texts

/// A position that the sender gave, held against the commune of its row.
struct GivenPosition {
    /// The place, mended where only one place can be meant.
    private(set) var point: Coordinate?
    private(set) var status = Location.Status.doubt
    private(set) var evidence: [String: String] = [:]
    private(set) var remark: Text?

    private let commune: String
    private let reference: Reference
    private let projector: Projector

    /// `given` holds the two numbers as they were sent: degrees, or metres of some projection.
    init(point given: Coordinate, commune: String, reference: Reference, projector: Projector) {
        self.commune = commune
        self.reference = reference
        self.projector = projector
        let isInCommune = reference.canContain(given, code: commune)
        if given.isInDegrees, isInCommune == true || (isInCommune == nil && FrenchPart(of: commune).contains(given)) {
            accept(given)
        } else if let swapped = orderly(given) {
            mend(swapped, "swapped", Self.swappedWords)
        } else if !given.isInDegrees {
            unproject(given)
            if point == nil { setDecimalMarks(given) }
        } else {
            point = given
            doubt(given, isInCommune)
        }
    }

    private mutating func accept(_ place: Coordinate) {
        point = place
        status = .accepted
        evidence["commune"] = reference.canContain(place, code: commune) == true ? "inside" : "unknown"
    }

    private mutating func mend(_ place: Coordinate, _ how: String, _ words: Text) {
        point = place
        status = .accepted
        evidence["mended"] = how
        remark = words
    }

    /// Longitude and latitude in their order, where only that makes sense.
    private func orderly(_ given: Coordinate) -> Coordinate? {
        let swapped = Coordinate(longitude: given.latitude, latitude: given.longitude)
        let france = FrenchPart(of: commune)
        let fits = reference.canContain(swapped, code: commune) ?? (france.contains(swapped) && !france.contains(given))
        return fits && swapped.isInDegrees ? swapped : nil
    }

    /// Metres of a projection are read where they lead into the commune; elsewhere somebody must look.
    private mutating func unproject(_ given: Coordinate) {
        for (x, y) in [(given.longitude, given.latitude), (given.latitude, given.longitude)] {
            for projection in Projection.candidates(x: x, y: y) {
                guard let place = projector.place(x: x, y: y, in: projection),
                    reference.canContain(place, code: commune) == true
                else {
                    continue
                }
                return mend(place, projection.name, Self.projectedWords(projection))
            }
        }
        if let (place, projection) = onlyReading(given) {
            mend(place, projection.name, Self.projectedWords(projection))
            evidence["commune"] = "unknown"
            return
        }
        remark = Text(
            fr:
                "Ces coordonnées ne sont ni des degrés (WGS 84) ni un système connu qui mène à la commune : à vérifier.",
            en:
                "These coordinates are neither degrees (WGS 84) nor a known system that leads to the commune: to be checked."
        )
    }

    /// The only projection that leads into the département, where it is not known where the commune lies.
    private func onlyReading(_ given: Coordinate) -> (Coordinate, Projection)? {
        let readings = Projection.candidates(x: given.longitude, y: given.latitude).compactMap { projection in
            projector.place(x: given.longitude, y: given.latitude, in: projection).map { ($0, projection) }
        }.filter { isOnlyKnownByDepartment($0.0) }
        return readings.count == 1 ? readings[0] : nil
    }

    /// Whether a place is near the département of a commune that nobody placed.
    private func isOnlyKnownByDepartment(_ place: Coordinate) -> Bool {
        reference.canContain(place, code: commune) == nil
            && reference.canBeInDepartment(place, code: commune) == true
    }

    /// Degrees that lost their decimal mark (`45786800`): read where one place of the mark leads into the commune, and
    /// only one.
    private mutating func setDecimalMarks(_ given: Coordinate) {
        let places = Self.scaled(given.longitude, most: 180).flatMap { longitude in
            Self.scaled(given.latitude, most: 90).map { Coordinate(longitude: longitude, latitude: $0) }
        }
        let inside = places.filter { reference.canContain($0, code: commune) == true }
        let near = inside.isEmpty ? places.filter(isOnlyKnownByDepartment) : inside
        guard near.count == 1 else { return }
        mend(near[0], "decimal-mark", Self.decimalWords)
        if inside.isEmpty { evidence["commune"] = "unknown" }
    }

    /// The degrees that a whole number may have been; a number that is degrees already stays as it is, and one that
    /// has a mark in the wrong place is not touched.
    private static func scaled(_ number: Double, most: Double) -> [Double] {
        guard abs(number) > most else { return [number] }
        guard number == number.rounded() else { return [] }
        return (1...8).map { number / pow(10, Double($0)) }.filter { abs($0) <= most }
    }

    private mutating func doubt(_ given: Coordinate, _ isInCommune: Bool?) {
        evidence["commune"] = isInCommune == false ? "outside" : "unknown"
        let name = reference.commune(code: commune)?.name ?? commune
        remark =
            isInCommune == false
            ? Text(
                fr: "Cette position n'est pas à \(name) : à vérifier sur la carte.",
                en: "This position is not in \(name): to be checked on the map.")
            : Text(
                fr: "Cette position n'est pas en France : à vérifier sur la carte.",
                en: "This position is not in France: to be checked on the map.")
    }

    private static let swappedWords = Text(
        fr: "La longitude et la latitude étaient interverties : elles ont été remises dans l'ordre.",
        en: "Longitude and latitude were swapped: they have been put in order.")

    private static let decimalWords = Text(
        fr: "La virgule des coordonnées manquait : elle a été remise là où elle mène à la commune.",
        en: "The decimal mark of the coordinates was missing: it was put where it leads to the commune.")

    private static func projectedWords(_ projection: Projection) -> Text {
        Text(
            fr: "Les coordonnées étaient en mètres (EPSG:\(projection.epsg)) : elles ont été converties en degrés.",
            en: "The coordinates were in metres (EPSG:\(projection.epsg)): they have been converted to degrees.")
    }
}

extension Coordinate {
    fileprivate var isInDegrees: Bool { abs(latitude) <= 90 && abs(longitude) <= 180 }
}
