import Spelling
import Tables
import Texts

/// Where addresses are, as people confirmed it. What is confirmed is never overwritten.
public struct ConfirmedPositions: Sendable {
    /// By the folded address: an address of the base, a pair of coordinates, or nothing for an address that stays
    /// without a position.
    public var answers: [String: String] = [:]

    /// Nothing confirmed yet.
    public init() {}

    /// What was answered about an address.
    func answer(to query: String) -> String? { answers.isEmpty ? nil : answers[query.folded] }

    /// The location of an address for which a pair of coordinates, or nothing, was answered.
    func location(of query: String, row: Int) -> Location? {
        guard let answer = answer(to: query) else { return nil }
        if answer.isEmpty { return Self.confirmed(query, at: nil, row: row) }
        return Self.coordinates(answer).map { Self.confirmed(query, at: $0, row: row) }
    }

    /// A location that somebody confirmed.
    static func confirmed(_ query: String, at point: Coordinate?, label: String? = nil, row: Int) -> Location {
        var location = Location(
            row: row, query: query, point: point, status: .accepted, evidence: ["source": "decision"])
        location.label = label
        return location
    }

    /// `45.7640, 4.8357`: latitude first, as maps show it; the other order is understood where only that is in France.
    static func coordinates(_ text: String) -> Coordinate? {
        let numbers = text.split { ", ;".contains($0) }.compactMap { Double($0) }
        guard numbers.count == 2 else { return nil }
        let asShown = Coordinate(longitude: numbers[1], latitude: numbers[0])
        let swapped = Coordinate(longitude: numbers[0], latitude: numbers[1])
        let france = FrenchPart(of: "")
        if france.contains(asShown) { return asShown }
        return france.contains(swapped) ? swapped : nil
    }
}
