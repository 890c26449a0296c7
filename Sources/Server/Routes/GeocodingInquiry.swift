import Addresses
import Foundation
import Hummingbird
import Tables

/// What is asked of the geocoder, by the names that addok and the Géoplateforme give its parameters.
struct GeocodingInquiry {
    private let parameters: [(name: String, value: String)]

    init(_ request: Request) { parameters = Inquiry(request, longest: 1000).parameters }

    /// The values of a parameter that may stand several times, or hold several values.
    private func values(_ name: String) -> [String] {
        parameters.filter { $0.name == name }.flatMap { parameter in
            parameter.value.split { ",| +".contains($0) }.map(String.init)
        }
    }

    private func text(_ names: String...) -> String? {
        for name in names {
            if let value = parameters.first(where: { $0.name == name })?.value, !value.isEmpty { return value }
        }
        return nil
    }

    /// The address that is looked for.
    func query() throws(GeocodingRefusal) -> String {
        guard let text = text("q") else { throw .unreadable("q: required param") }
        guard text.unicodeScalars.count <= 200 else {
            throw GeocodingRefusal(
                status: .contentTooLarge, message: "Failed parsing query",
                details: ["q: must contain between 1 and 200 chars"])
        }
        return text
    }

    /// How many answers are wanted.
    func limit(otherwise: Int) throws(GeocodingRefusal) -> Int {
        guard let text = text("limit") else { return otherwise }
        guard let limit = Int(text), (1...100).contains(limit) else {
            throw .unreadable("limit: must be an integer between 1 and 100")
        }
        return limit
    }

    /// Whether the address is still being typed: it is, unless the client says otherwise.
    var isBeginning: Bool { !["0", "false", "no"].contains(text("autocomplete")?.lowercased()) }

    /// The place around which answers are wanted.
    func place() throws(GeocodingRefusal) -> Coordinate? {
        let latitude = try degrees("lat", text("lat", "latitude"), within: 90)
        let longitude = try degrees("lon", text("lon", "lng", "long", "longitude"), within: 180)
        if let latitude, let longitude { return Coordinate(longitude: longitude, latitude: latitude) }
        return nil
    }

    /// Why there is no place.
    var missingPlace: GeocodingRefusal {
        var details: [String] = []
        if text("lon", "lng", "long", "longitude") == nil { details.append("lon: required param") }
        if text("lat", "latitude") == nil { details.append("lat: required param") }
        return GeocodingRefusal(status: .badRequest, message: "Failed parsing query", details: details)
    }

    private func degrees(_ name: String, _ text: String?, within bound: Double) throws(GeocodingRefusal) -> Double? {
        guard let text else { return nil }
        guard let value = Double(text), abs(value) <= bound else {
            throw .unreadable("\(name): must be a float between -\(Int(bound)) and \(Int(bound))")
        }
        return value
    }

    /// Only addresses are kept here: no points of interest, no parcels.
    func checkIndex() throws(GeocodingRefusal) {
        let wanted = values("index")
        guard wanted.isEmpty || wanted.contains("address") else {
            throw .unreadable("index: unexpected value. Allowed value: address")
        }
    }

    /// What answers must be.
    func filter() throws(GeocodingRefusal) -> AddressFilter {
        let kinds = values("type").map { AddressPlace.Kind(rawValue: $0) }
        guard !kinds.contains(nil) else {
            throw .unreadable("type: unexpected value. Allowed values: housenumber, street, locality, municipality")
        }
        return AddressFilter(
            kinds: Set(kinds.compactMap { $0 }), postcodes: Set(values("postcode")),
            communeCodes: Set(values("citycode").map { $0.uppercased() }),
            departmentCode: values("depcode").first?.uppercased())
    }

    /// The filters as they are told back.
    var filters: [(name: String, value: String)] {
        ["type", "postcode", "citycode", "depcode"].compactMap { name in
            let values = values(name)
            return values.isEmpty ? nil : (name, values.joined(separator: ","))
        }
    }
}

/// Why a question is not answered, in the words of the national geocoder.
struct GeocodingRefusal: Error {
    var status: HTTPResponse.Status
    var message: String
    var details: [String] = []

    static func unreadable(_ detail: String) -> GeocodingRefusal {
        GeocodingRefusal(status: .badRequest, message: "Failed parsing query", details: [detail])
    }
}
