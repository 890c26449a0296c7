import Addresses
import Tables
import Territories
import Texts

/// Locates the addresses of a table in an address base, each distinct one once.
final class AddressLocating {
    private let index: AddressIndex
    private let reference: Reference
    private let positions: ConfirmedPositions
    private let searcher: Searcher
    private var known: [AddressQuery: AddressResult] = [:]
    private var mapsDrawn = 0

    init(index: AddressIndex, reference: Reference, confirmed: ConfirmedPositions) {
        self.index = index
        self.reference = reference
        positions = confirmed
        searcher = Searcher(index)
    }

    /// The location of an address of which somebody said where it is; nil where nobody did.
    func confirmed(_ query: String, row: Int) -> Location? {
        if let location = positions.location(of: query, row: row) { return location }
        guard let answer = positions.answer(to: query),
            let found = searcher.search(AddressQuery(answer), limit: 1).answers.first, found.street.similarity > 0.9
        else { return nil }
        var location = ConfirmedPositions.confirmed(query, at: found.place.point, label: found.place.label, row: row)
        location.precision = Location.Precision(found.place.kind)
        return location
    }

    /// The location of an address. `words` is the address as the report shows it.
    func location(of query: AddressQuery, words: String, row: Int) -> Location {
        guard !query.address.isEmpty else {
            return Location(row: row, query: words, point: nil, status: .none, evidence: ["source": "address"])
        }
        let result = result(of: query)
        guard let best = result.answers.first else {
            return Location(
                row: row, query: words, point: nil, status: .none, evidence: ["source": "address"],
                remark: DoubtWords.notFound)
        }
        let polygon = reference.canContain(best.place.point, code: best.place.communeCode)
        let isAccepted = result.verdict == .accepted && polygon != false
        var location = Location(
            row: row, query: words, point: isAccepted ? best.place.point : nil,
            status: isAccepted ? .accepted : result.verdict == .none ? .none : .doubt,
            evidence: evidence(of: best, result, polygon))
        location.label = best.place.label
        location.precision = Location.Precision(best.place.kind)
        if !isAccepted { show(result, in: &location) }
        return location
    }

    /// A given position beside the address of its row: where they are far apart, somebody should look.
    func compared(_ location: Location, with query: AddressQuery) -> Location {
        guard let point = location.point, location.status == .accepted, !query.address.isEmpty else { return location }
        let result = result(of: query)
        guard result.verdict == .accepted, let best = result.answers.first, best.place.kind == .housenumber else {
            return location
        }
        let metres = point.metres(to: best.place.point)
        var location = location
        location.evidence["distance"] = String(Int(metres.rounded()))
        guard metres > Self.far else { return location }
        location.status = .doubt
        location.label = best.place.label
        location.remark = DoubtWords.farFromAddress
        show(result, in: &location)
        return location
    }

    /// Farther than this from its address (in metres), a position is looked at: recommended for communal files.
    private static let far = 300.0
    /// How many small maps one report draws.
    private static let mostMaps = 60

    private func result(of query: AddressQuery) -> AddressResult {
        if let known = known[query] { return known }
        let result = searcher.search(query)
        known[query] = result
        return result
    }

    private func evidence(of best: AddressAnswer, _ result: AddressResult, _ polygon: Bool?) -> [String: String] {
        var evidence = [
            "source": "address", "number": best.number.rawValue, "street": Self.rounded(Double(best.street.similarity)),
            "kind": best.street.kind.rawValue, "commune": best.commune.rawValue, "postcode": best.postcode.rawValue,
            "communeCode": best.communeCode.rawValue,
            "polygon": polygon.map { $0 ? "inside" : "outside" } ?? "unknown", "score": Self.rounded(best.score),
        ]
        if result.answers.count > 1 { evidence["gap"] = Self.rounded(best.score - result.answers[1].score) }
        if !result.doubts.isEmpty { evidence["doubts"] = result.doubts.map(\.rawValue).joined(separator: ",") }
        return evidence
    }

    private func show(_ result: AddressResult, in location: inout Location) {
        if location.remark == nil { location.remark = DoubtWords.remark(result.doubts) }
        location.candidates = result.answers.map { answer in
            Location.Candidate(label: answer.place.label, point: answer.place.point, score: answer.score)
        }
        guard mapsDrawn < Self.mostMaps, let first = location.candidates.first else { return }
        mapsDrawn += 1
        location.surroundings = Reverse(index).around(first.point, metres: 250, limit: 150)
    }

    private static func rounded(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
}

extension Location.Precision {
    init(_ kind: AddressPlace.Kind) {
        switch kind {
        case .housenumber: self = .housenumber
        case .street: self = .street
        case .locality: self = .locality
        case .municipality: self = .municipality
        }
    }
}
