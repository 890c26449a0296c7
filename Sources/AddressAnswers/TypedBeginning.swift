import Addresses
import Spelling

/// The beginning of an address, compared with what it may become.
struct TypedBeginning {
    private let folded: String

    init(_ text: String) { folded = text.folded }

    /// From 0 to 1: how much of a place was typed. As in the national geocoder, the same words make 1, a beginning 0.9,
    /// words in the middle 0.7.
    func likeness(to place: AddressPlace, rank: Int) -> Double {
        let ways = [
            place.name, place.label, place.street, "\(place.name) \(place.commune)",
            "\(place.postcode) \(place.commune)", "\(place.commune) \(place.postcode)",
        ].map(\.folded)
        let order = Double(rank) / 1000
        if ways.contains(folded) { return place.kind == .municipality ? 0.95 - order : 0.79 - order }
        if ways.contains(where: { $0.hasPrefix(folded) }) { return 0.75 - order }
        return (ways.contains { $0.contains(folded) } ? 0.7 : 0.6) - order
    }
}
