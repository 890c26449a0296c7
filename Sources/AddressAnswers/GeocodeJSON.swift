import Addresses
import GeoFiles
public import Tables
import Territories

/// Answers in the shape of the national geocoder: GeocodeJSON, as addok and the Géoplateforme write it, with our
/// verdict beside the score.
public struct GeocodeJSON {
    private let findings: AddressFindings
    private let query: String?
    private let filters: [(name: String, value: String)]
    private let center: Coordinate?
    private let limit: Int
    private let isEvident: Bool

    /// - Parameters:
    ///   - query: What was asked.
    ///   - filters: What answers had to be.
    ///   - center: The place near which answers were wanted.
    ///   - isEvident: Whether each answer tells what speaks for it.
    public init(
        _ findings: AddressFindings, query: String?, filters: [(name: String, value: String)] = [],
        center: Coordinate? = nil, limit: Int, isEvident: Bool = true
    ) {
        self.findings = findings
        self.query = query
        self.filters = filters
        self.center = center
        self.limit = limit
        self.isEvident = isEvident
    }

    /// The document; the desk knows the projections.
    public func text(_ desk: AddressDesk) -> String {
        var bytes: [UInt8] = []
        var json = JSONWriter { bytes += $0 }
        // Nothing is thrown: the bytes go to memory.
        try? json.object { json in
            try json.write("type", "FeatureCollection")
            try json.write("version", "draft")
            try json.array("features") { json in
                for (rank, place) in findings.places.enumerated() { try feature(place, rank, desk, &json) }
            }
            try json.write("attribution", "BAN")
            try json.write("licence", "ETALAB-2.0")
            if let query { try json.write("query", query) }
            if !filters.isEmpty {
                try json.object("filters") { json in
                    for filter in filters { try json.write(filter.name, filter.value) }
                }
            }
            if let center {
                try json.array("center") { json in
                    try json.write(nil, center.longitude)
                    try json.write(nil, center.latitude)
                }
            }
            try json.write("limit", limit)
        }
        try? json.finish()
        return String(decoding: bytes, as: UTF8.self)
    }

    private func feature(_ found: FoundPlace, _ rank: Int, _ desk: AddressDesk, _ json: inout JSONWriter) throws {
        try json.object { json in
            try json.write("type", "Feature")
            try json.object("geometry") { json in
                try json.write("type", "Point")
                try json.array("coordinates") { json in
                    try json.write(nil, found.place.point.longitude)
                    try json.write(nil, found.place.point.latitude)
                }
            }
            try json.object("properties") { json in
                try properties(found, desk, &json)
                if rank == 0, found.metres == nil { try verdict(&json) }
                if isEvident, let evidence = found.evidence { try tell(evidence, &json) }
            }
        }
    }

    private func properties(_ found: FoundPlace, _ desk: AddressDesk, _ json: inout JSONWriter) throws {
        let place = found.place
        try json.write("label", found.label)
        try json.write("score", found.score)
        if place.kind == .housenumber { try json.write("housenumber", place.houseNumber) }
        try json.write("id", place.identifier)
        try json.write("type", place.kind.rawValue)
        try json.write("name", found.name)
        try json.write("postcode", place.postcode)
        try json.write("citycode", place.communeCode)
        if !place.formerCommuneCode.isEmpty { try json.write("oldcitycode", place.formerCommuneCode) }
        try json.write("city", found.city)
        if !place.formerCommune.isEmpty { try json.write("oldcity", place.formerCommune) }
        if let district = found.district { try json.write("district", district) }
        try json.write("context", found.context)
        try json.write("importance", found.importance)
        if place.kind == .housenumber || place.kind == .street { try json.write("street", place.street) }
        if place.kind == .locality { try json.write("locality", place.street) }
        if let metres = desk.metres(of: place) {
            try json.write("x", metres.x)
            try json.write("y", metres.y)
        }
        if let metres = found.metres { try json.write("distance", Int(metres.rounded())) }
    }

    private func verdict(_ json: inout JSONWriter) throws {
        try json.write("verdict", findings.verdict.rawValue)
        try json.array("doubts") { json in
            for doubt in findings.doubts { try json.write(nil, doubt.rawValue) }
        }
    }

    private func tell(_ answer: AddressAnswer, _ json: inout JSONWriter) throws {
        try json.object("evidence") { json in
            try json.write("number", answer.number.rawValue)
            try json.write("street", (Double(answer.street.similarity) * 1000).rounded() / 1000)
            try json.write("city", answer.commune.rawValue)
            try json.write("postcode", answer.postcode.rawValue)
            try json.write("citycode", answer.communeCode.rawValue)
        }
    }
}

extension FoundPlace {
    /// A rank among places of a kind, from 0 to 1, which clients of the national geocoder find in each answer.
    fileprivate var importance: Double {
        switch place.kind {
        case .municipality: 0.5
        case .street: 0.4
        case .housenumber, .locality: 0.3
        }
    }
}

extension AddressDesk {
    /// The metres of a place in the legal projection of its département, to the centimetre.
    func metres(of place: AddressPlace) -> (x: Double, y: Double)? {
        let projection = Projection.legal(inDepartment: Department.code(ofCommune: place.communeCode) ?? "")
        return projector.metres(of: place.point, in: projection).map { metres in
            ((metres.x * 100).rounded() / 100, (metres.y * 100).rounded() / 100)
        }
    }
}
