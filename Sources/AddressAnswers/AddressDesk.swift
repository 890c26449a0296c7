public import Addresses
import GeoFiles
import Spelling
public import Tables

/// Where addresses are asked for: all that a base can be asked, behind one counter. One desk serves one thread.
public final class AddressDesk {
    /// The base that is asked.
    public let index: AddressIndex
    let searcher: Searcher
    let completion: Completion
    let reverse: Reverse
    let projector = Projector()
    private let communes: SharedCommunes

    /// A desk of a base.
    public convenience init(_ index: AddressIndex) { self.init(index, SharedCommunes()) }

    init(_ index: AddressIndex, _ communes: SharedCommunes) {
        self.index = index
        self.communes = communes
        searcher = Searcher(index)
        completion = Completion(index)
        reverse = Reverse(index)
    }

    /// The addresses nearest to a place, with their distances in metres.
    public func nearest(to place: Coordinate, limit: Int = 1, filter: AddressFilter = AddressFilter()) -> [FoundPlace] {
        if filter.kinds == [.municipality] { return commune(at: place, filter) }
        return reverse.nearest(to: place, limit: limit, filter: filter).map { found in
            var answer = FoundPlace(found.place, score: max(0, 1 - found.metres / 10_000))
            answer.metres = found.metres
            return answer
        }
    }

    /// What a text may become that somebody is still typing.
    public func complete(
        _ beginning: String, limit: Int = 5, near place: Coordinate? = nil, filter: AddressFilter = AddressFilter()
    ) -> [FoundPlace] {
        let towns = towns(beginning, isBeginning: true, limit: max(1, limit / 2), filter: filter)
        let streets = completion.complete(beginning, limit: limit * 2, near: place, filter: filter)
            .filter { $0.kind != .municipality }
        let isStreet = Self.streetWords.contains(beginning.folded)
        // What begins as typed comes before what only has the same words.
        let found = answers(beginning, isStreet ? streets + towns : towns + streets).sorted { $0.score > $1.score }
        return Array(found.prefix(limit))
    }

    /// The communes whose name was typed in full.
    func communes(named name: String, limit: Int, filter: AddressFilter) -> [FoundPlace] {
        answers(name, towns(name, isBeginning: false, limit: limit, filter: filter))
    }

    private func answers(_ typed: String, _ places: [AddressPlace]) -> [FoundPlace] {
        places.enumerated().map { rank, place in
            FoundPlace(place, score: TypedBeginning(typed).likeness(to: place, rank: rank))
        }
    }

    private func towns(_ typed: String, isBeginning: Bool, limit: Int, filter: AddressFilter) -> [AddressPlace] {
        guard filter.kinds.isEmpty || filter.kinds.contains(.municipality) else { return [] }
        let isOpen = isBeginning && typed.folded.utf8.count >= 3
        return communes.of(index).places(TypedCommune(typed), isBeginning: isOpen, limit: limit) { place in
            filter.communeCodes.contains(place.communeCode) || filter.lets(place, of: index)
        }
    }

    /// The commune of the address that is nearest to a place.
    private func commune(at place: Coordinate, _ filter: AddressFilter) -> [FoundPlace] {
        var filter = filter
        filter.kinds = []
        guard let nearest = reverse.nearest(to: place, filter: filter).first,
            let commune = communes.of(index).place(code: nearest.place.communeCode)
        else { return [] }
        var answer = FoundPlace(commune, score: 1)
        answer.metres = 0
        return [answer]
    }

    /// Words that begin a street rather than the name of a commune: `rue` is not Rueil-Malmaison.
    private static let streetWords: Set = [
        "rue", "avenue", "av", "ave", "boulevard", "bd", "allee", "all", "place", "chemin", "che", "impasse", "imp",
        "route", "rte", "quai", "cours", "square", "passage", "sentier", "villa", "cite", "mail", "montee",
    ]
}
