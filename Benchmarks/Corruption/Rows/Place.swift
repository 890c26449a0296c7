import Tables
import Territories

/// Where one row is: a commune as the row names it, and a place in it.
struct Place: Sendable {
    let code: String
    let name: String
    let postcode: String
    let position: Coordinate
    let street: String
    let number: String

    init(_ town: Facts.Town, _ chance: inout Chance) {
        code = town.code
        name = town.name
        postcode = town.postcode
        // Within about one kilometre of the middle.
        position = Coordinate(
            longitude: town.middle.longitude + (chance.fraction() - 0.5) * 0.024,
            latitude: town.middle.latitude + (chance.fraction() - 0.5) * 0.018)
        street = chance.pick(Facts.ways) + " " + chance.pick(Facts.streetNames)
        number = Self.number(&chance)
    }

    private static func number(_ chance: inout Chance) -> String {
        let plain = String(chance.within(1...198))
        switch chance.below(12) {
        case 0: return plain + " bis"
        case 1: return plain + " ter"
        case 2: return plain + " B"
        default: return plain
        }
    }
}

/// Who sends a file: one commune, or a body of several.
public struct Sending: Sendable {
    /// What it is called in the tables of results.
    let label: String
    /// The communes of its rows.
    let towns: [Facts.Town]
    /// The code of the commune that sends, where it is one.
    let sender: String?

    /// Those who send: a commune of the Métropole de Lyon, the Métropole itself, a commune elsewhere, a département, a
    /// file of the whole country.
    static func any(_ reference: Reference, _ chance: inout Chance) -> Sending {
        let lyon = Self.lyon(reference)
        let isNational = reference.origin != .builtIn
        switch chance.below(isNational ? 5 : 2) {
        case 0:
            let town = chance.pick(lyon)
            return Sending(label: town.name, towns: [town], sender: town.code)
        case 1: return Sending(label: "Métropole de Lyon", towns: lyon, sender: nil)
        case 2:
            let town = chance.pick(Facts.towns)
            return Sending(label: town.name, towns: [town], sender: town.code)
        case 3:
            let department = chance.pick(["01", "02", "06", "2A", "2B", "94", "38", "42"])
            let towns = Facts.towns.filter { $0.code.hasPrefix(department) }
            return Sending(label: department, towns: towns, sender: nil)
        default: return Sending(label: "France", towns: Facts.towns + lyon.prefix(10), sender: nil)
        }
    }

    private static func lyon(_ reference: Reference) -> [Facts.Town] {
        reference.communes(epci: "200046977")
            .filter { $0.isCurrent && $0.code != "69123" && !$0.postcodes.isEmpty }
            .compactMap { commune in
                commune.center.map {
                    Facts.Town(commune.code, commune.name, commune.postcodes[0], $0.longitude, $0.latitude)
                }
            }
    }
}
