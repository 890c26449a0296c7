public import Addresses
import GeoFiles
public import Tables

/// Where addresses are asked for: all that a base can be asked, behind one counter. One desk serves one thread.
public final class AddressDesk {
    /// The base that is asked.
    public let index: AddressIndex
    let searcher: Searcher
    let completion: Completion
    let reverse: Reverse
    let projector = Projector()

    /// A desk of a base.
    public init(_ index: AddressIndex) {
        self.index = index
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
        let places = completion.complete(beginning, limit: limit, near: place, filter: filter)
        return places.enumerated().map { rank, place in
            FoundPlace(place, score: TypedBeginning(beginning).likeness(to: place, rank: rank))
        }
    }

    /// The commune of the address that is nearest to a place.
    private func commune(at place: Coordinate, _ filter: AddressFilter) -> [FoundPlace] {
        var filter = filter
        filter.kinds = []
        guard let nearest = reverse.nearest(to: place, filter: filter).first else { return [] }
        let named = AddressFilter(kinds: [.municipality], communeCodes: [nearest.place.communeCode])
        return completion.complete(nearest.place.commune + " ", limit: 1, filter: named).map { commune in
            var answer = FoundPlace(commune, score: 1)
            answer.metres = 0
            return answer
        }
    }
}
