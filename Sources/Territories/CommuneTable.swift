import Foundation
import Tables

/// Our own table of communes: what the house ships, what is installed and what is imported have this one shape.
enum CommuneTable {
    static let header = [
        "code", "nom", "statut", "rattachement", "depuis", "epci", "nom_epci", "population", "codes_postaux",
        "longitude", "latitude",
    ]

    static func read(_ data: Data) -> [Commune] {
        let text = SeparatedText(data)
        let places = header.map { text.column($0) }
        var bodies: [String: EPCI] = [:]
        var communes: [Commune] = []
        text.forEachRow { row in
            let code = row[places[0]]
            guard !code.isEmpty else { return }
            communes.append(
                Commune(
                    code: code,
                    name: row[places[1]],
                    postcodes: row[places[8]].split(separator: " ").map(String.init),
                    epci: body(row[places[5]], row[places[6]], &bodies),
                    population: Int(row[places[7]]),
                    center: center(row[places[9]], row[places[10]]),
                    kind: kind(row[places[2]], parent: row[places[3]], since: row[places[4]])))
        }
        return communes
    }

    static func write(_ communes: [Commune]) -> Data {
        var text = header.joined(separator: ";") + "\n"
        for commune in communes {
            text += row(commune).map(cell).joined(separator: ";") + "\n"
        }
        return Data(text.utf8)
    }

    /// No official name holds the signs of our table; a foreign file might.
    private static func cell(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "\"") && $0 >= 0x20 }
        return isPlain ? text : String(text.map { $0 == ";" || $0 == "\"" || $0.isNewline ? " " : $0 })
    }

    private static func row(_ commune: Commune) -> [String] {
        var status = "commune"
        var parent = ""
        var since = ""
        switch commune.kind {
        case .commune: break
        case .district(let city): (status, parent) = ("arrondissement", city)
        case .former(let successor, let date): (status, parent, since) = ("ancienne", successor, date ?? "")
        }
        return [
            commune.code, commune.name, status, parent, since, commune.epci?.code ?? "", commune.epci?.name ?? "",
            commune.population.map(String.init) ?? "", commune.postcodes.joined(separator: " "),
            commune.center.map { String($0.longitude) } ?? "", commune.center.map { String($0.latitude) } ?? "",
        ]
    }

    private static func kind(_ status: String, parent: String, since: String) -> Commune.Kind {
        switch status {
        case "arrondissement": .district(of: parent)
        case "ancienne": .former(into: parent, since: since.isEmpty ? nil : since)
        default: .commune
        }
    }

    /// One value for all communes of a body, so that its name is stored once.
    static func body(_ code: String, _ name: String, _ known: inout [String: EPCI]) -> EPCI? {
        guard !code.isEmpty else { return nil }
        if let body = known[code] { return body }
        let body = EPCI(code: code, name: name)
        known[code] = body
        return body
    }

    static func center(_ longitude: String, _ latitude: String) -> Coordinate? {
        guard let longitude = Double(longitude), let latitude = Double(latitude) else { return nil }
        return Coordinate(longitude: longitude, latitude: latitude)
    }
}
