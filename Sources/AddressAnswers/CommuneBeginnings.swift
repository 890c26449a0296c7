import Addresses
import Spelling
import Synchronization
import Tables

/// The communes of a base by the beginnings of their names, as somebody types them; Paris, Lyon and Marseille too,
/// though the base only has their arrondissements.
final class CommuneBeginnings: Sendable {
    private let entries: [Entry]

    private struct Entry: Sendable {
        var key: String
        var place: AddressPlace
        var addresses: Int
    }

    init(_ index: AddressIndex) {
        let communes = index.communePlaces
        var entries: [Entry] = []
        for (place, addresses) in communes + Self.cities(of: communes) {
            let name = FoundPlace(place, score: 1).name.folded
            entries.append(Entry(key: name, place: place, addresses: addresses))
            let words = name.split(separator: " ", maxSplits: 1)
            if words.count == 2, Self.articles.contains(String(words[0])) {
                entries.append(Entry(key: String(words[1]), place: place, addresses: addresses))
            }
        }
        self.entries = entries.sorted { ($0.key, $0.place.communeCode) < ($1.key, $1.place.communeCode) }
    }

    /// The communes whose names begin as typed, those that are named in full first, then the largest.
    func places(_ typed: TypedCommune, isBeginning: Bool, limit: Int, wanted: (AddressPlace) -> Bool) -> [AddressPlace]
    {
        if typed.name.isEmpty { return places(postcode: typed.postcode ?? "", limit: limit, wanted: wanted) }
        guard typed.name.utf8.count >= 2 else { return [] }
        var low = 0, high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].key < typed.name { low = middle + 1 } else { high = middle }
        }
        var best: [(isNamed: Bool, entry: Entry)] = []
        while low < entries.count, entries[low].key.hasPrefix(typed.name) {
            let entry = entries[low]
            low += 1
            let isNamed = entry.key == typed.name
            guard isNamed || isBeginning, typed.agrees(with: entry.place), wanted(entry.place) else { continue }
            best.append((isNamed, entry))
        }
        best.sort { first, second in
            (first.isNamed ? 0 : 1, -first.entry.addresses, first.entry.place.communeCode)
                < (second.isNamed ? 0 : 1, -second.entry.addresses, second.entry.place.communeCode)
        }
        return best.prefix(limit).map(\.entry.place)
    }

    /// The communes that a postcode is first of, the largest first.
    private func places(postcode: String, limit: Int, wanted: (AddressPlace) -> Bool) -> [AddressPlace] {
        let own = entries.filter { !postcode.isEmpty && $0.place.postcode == postcode && wanted($0.place) }
        var codes = Set<String>()
        return own.sorted { $0.addresses > $1.addresses }.map(\.place).filter { codes.insert($0.communeCode).inserted }
            .prefix(limit).map { $0 }
    }

    /// The commune with a code.
    func place(code: String) -> AddressPlace? { entries.first { $0.place.communeCode == code }?.place }

    /// Cities whose arrondissements stand in the base: in the middle of these.
    private static func cities(
        of communes: [(place: AddressPlace, addresses: Int)]
    ) -> [(place: AddressPlace, addresses: Int)] {
        let districts = communes.filter { MunicipalDistrict($0.place.communeCode) != nil }
        let byCity = Dictionary(grouping: districts) { MunicipalDistrict($0.place.communeCode)?.city ?? "" }
        return byCity.compactMap { name, districts in
            guard let code = cityCodes[name], var city = districts.first?.place else { return nil }
            let points = districts.map(\.place.point)
            city.communeCode = code
            city.identifier = code
            city.commune = name
            city.point = Coordinate(
                longitude: points.map(\.longitude).reduce(0, +) / Double(points.count),
                latitude: points.map(\.latitude).reduce(0, +) / Double(points.count))
            return (city, districts.map(\.addresses).reduce(0, +))
        }
    }

    private static let cityCodes = ["Paris": "75056", "Lyon": "69123", "Marseille": "13055"]
    private static let articles: Set = ["le", "la", "les", "l"]
}

/// The name of a commune as somebody types it, with a postcode or without.
struct TypedCommune {
    let name: String
    let postcode: String?

    init(_ text: String) {
        let words = text.foldedWords
        let postcode = words.first { $0.count == 5 && $0.allSatisfy(\.isNumber) }
        self.postcode = postcode
        let long = ["st": "saint", "ste": "sainte"]
        name = words.filter { $0 != postcode }.map { long[$0] ?? $0 }.joined(separator: " ")
    }

    /// The postcodes of a commune all begin with its département, whichever it is told by.
    func agrees(with place: AddressPlace) -> Bool { postcode.map { place.postcode.hasPrefix($0.prefix(2)) } ?? true }
}

/// The communes of a base, looked up once somebody asks for them, by whichever thread.
final class SharedCommunes: Sendable {
    private let found = Mutex<CommuneBeginnings?>(nil)

    func of(_ index: AddressIndex) -> CommuneBeginnings {
        found.withLock { found in
            if let found { return found }
            let fresh = CommuneBeginnings(index)
            found = fresh
            return fresh
        }
    }
}
