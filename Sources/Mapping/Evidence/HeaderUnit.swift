/// The unit that a header gives in brackets: `Surface (ha)`, `Longueur [cm]`.
struct HeaderUnit {
    private let unit: String?

    init(_ header: String) {
        let match = header.lowercased().firstMatch(of: /[(\[]\s*(?:en )?([a-zµ]{1,7}[²2³3]?)\s*[)\]]/)
        unit = match.map { Self.plain(String($0.1)) }.flatMap { Self.known.contains($0) ? $0 : nil }
    }

    /// The unit, where it is known and is not that of the field.
    func differing(from wanted: String?) -> String? {
        guard let unit, let wanted, unit != Self.plain(wanted.lowercased()) else { return nil }
        return unit
    }

    private static func plain(_ unit: String) -> String {
        let plain = unit.replacing("²", with: "2").replacing("³", with: "3")
        return ["hectares": "ha", "hectare": "ha", "mètres": "m", "metres": "m"][plain] ?? plain
    }

    private static let known: Set<String> = ["m", "m2", "m3", "cm", "cm2", "mm", "km", "km2", "ha", "are", "ares"]
}
