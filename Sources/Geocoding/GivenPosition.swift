import Tables
import Territories
import Texts

/// A position that the sender gave, held against the commune of its row.
struct GivenPosition {
    /// The place, mended where only one place can be meant.
    private(set) var point: Coordinate?
    private(set) var status: Location.Status
    private(set) var evidence: [String: String] = [:]
    private(set) var remark: Text?

    init(point given: Coordinate, commune: String, reference: Reference) {
        let swapped = Coordinate(longitude: given.latitude, latitude: given.longitude)
        let isInCommune = reference.canContain(given, code: commune)
        if isInCommune != true, reference.canContain(swapped, code: commune) ?? (Self.isMainland(swapped) && !Self.isMainland(given)) {
            point = swapped
            status = .accepted
            evidence["mended"] = "swapped"
            remark = Text(
                fr: "La longitude et la latitude étaient interverties : elles ont été remises dans l'ordre.",
                en: "Longitude and latitude were swapped: they have been put in order.")
            return
        }
        let isOnEarth = abs(given.latitude) <= 90 && abs(given.longitude) <= 180
        point = isOnEarth ? given : nil
        evidence["commune"] = isInCommune.map { $0 ? "inside" : "outside" } ?? "unknown"
        if isInCommune == false || !isOnEarth {
            status = .doubt
            let name = reference.commune(code: commune)?.name ?? commune
            remark =
                isOnEarth
                ? Text(
                    fr: "Cette position n'est pas à \(name) : à vérifier sur la carte.",
                    en: "This position is not in \(name): to be checked on the map.")
                : Text(
                    fr: "Ces coordonnées ne sont pas en degrés (WGS 84) : à vérifier.",
                    en: "These coordinates are not in degrees (WGS 84): to be checked.")
        } else {
            status = .accepted
        }
    }

    /// Mainland France and Corsica, in degrees (the box of Validata's `french-gps-coordinates`).
    private static func isMainland(_ point: Coordinate) -> Bool {
        (-5.141277...9.560091).contains(point.longitude) && (41.333571...51.088989).contains(point.latitude)
    }
}
