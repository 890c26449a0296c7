public import Addresses
import Territories

/// A place of the base, as an answer names it.
public struct FoundPlace: Sendable {
    /// What was found.
    public var place: AddressPlace
    /// From 0 to 1, where 0.8 and more is said of accepted answers only: those who know nothing but a score are not
    /// misled by it.
    public var score: Double
    /// How far it is from the place that was asked for, in metres.
    public var metres: Double?
    /// What speaks for it and against it.
    public var evidence: AddressAnswer?

    init(_ place: AddressPlace, score: Double, evidence: AddressAnswer? = nil) {
        self.place = place
        self.score = (score * 10_000).rounded() / 10_000
        self.evidence = evidence
    }

    /// Number and street, or the name of the place.
    public var name: String { place.kind == .municipality ? district ?? place.commune : place.name }

    /// The address in one line, as the national base writes it: without a postcode for a commune.
    public var label: String {
        guard place.kind != .municipality else { return name }
        return [place.name, place.postcode, city].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The name of the city: `Lyon`, also where the base says `Lyon 3e Arrondissement`.
    public var city: String {
        guard let district = MunicipalDistrict(place.communeCode) else { return place.commune }
        return district.city
    }

    /// The arrondissement of Paris, Lyon or Marseille: `Lyon 3e Arrondissement`.
    public var district: String? { MunicipalDistrict(place.communeCode)?.name }

    /// The département, its name and that of its region: `94, Val-de-Marne, Île-de-France`.
    public var context: String {
        guard let code = Department.code(ofCommune: place.communeCode), let name = Department.name(of: code) else {
            return ""
        }
        let region = Department.region(of: code)
        return [code, name, region == name ? nil : region].compactMap { $0 }.joined(separator: ", ")
    }
}

/// A municipal arrondissement, by its code.
/// Source: INSEE, code officiel géographique (Paris 75101–75120, Lyon 69381–69389, Marseille 13201–13216).
struct MunicipalDistrict {
    let city: String
    let number: Int

    init?(_ code: String) {
        guard let value = Int(code) else { return nil }
        switch value {
        case 75101...75120: (city, number) = ("Paris", value - 75100)
        case 69381...69389: (city, number) = ("Lyon", value - 69380)
        case 13201...13216: (city, number) = ("Marseille", value - 13200)
        default: return nil
        }
    }

    var name: String { "\(city) \(number)\(number == 1 ? "er" : "e") Arrondissement" }
}
