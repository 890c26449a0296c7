import Spelling

extension NameSearch {
    func bucket(_ reading: NameKey) -> [Commune] {
        (reference.byName[reading.significant] ?? []).map { reference.communes[$0] }
    }

    func inScope(_ commune: Commune) -> Bool {
        switch scope {
        case .national: true
        case .communes(let codes):
            codes.contains(commune.code) || codes.contains(commune.parentCode)
                || reference.parent(of: commune.code).map { codes.contains($0.code) } == true
        case .epci(let code):
            commune.epci?.code == code || reference.parent(of: commune.code)?.epci?.code == code
        }
    }

    /// The communes that the postcode or code in the row leaves possible.
    var narrowed: [Commune]? {
        let near = hintedElsewhere() + (hints.postcode.map(reference.communes(postcode:)) ?? [])
        return near.isEmpty ? nil : unique(near)
    }

    /// Communes of today outside the scope that bear exactly this name.
    func strangers(_ reading: NameKey) -> [Commune] {
        guard scope != .national else { return [] }
        return bucket(reading).filter {
            $0.kind == .commune && !inScope($0) && NameKey($0.name).full == reading.full
        }
    }

    /// Whether a commune lies in a département of the scope.
    func isNear(_ commune: Commune) -> Bool {
        departments.contains(commune.department)
    }

    /// The names of the scope that differ by few letters, the nearest first.
    func likeNames(slack: Int) -> [(commune: Commune, distance: Int)] {
        guard let reading = typed.readings.last else { return [] }
        let bare = reading.bare
        let limit = Self.allowance(bare) + slack
        guard limit > 0 else { return [] }
        let candidates = scope == .national && narrowed == nil ? everywhere(like: reading, limit: limit) : members
        let found = candidates.filter { $0.isCurrent }.compactMap { commune -> (commune: Commune, distance: Int)? in
            let other = NameKey(commune.name)
            let distances = [(bare, other.bare), (reading.significant, other.significant)].compactMap {
                editDistance($0, $1, limit: limit)
            }
            return distances.min().map { (commune, $0) }
        }
        return found.sorted { $0.distance < $1.distance }
    }

    /// Names anywhere in France that may differ by few letters: they begin or end alike.
    func everywhere(like reading: NameKey, limit: Int) -> [Commune] {
        let key = reading.significant
        let (first, last, length) = (key.utf8.first, key.utf8.last, key.utf8.count)
        return reference.byName.flatMap { other, places -> [Commune] in
            guard abs(other.utf8.count - length) <= limit, other.utf8.first == first || other.utf8.last == last,
                editDistance(key, other, limit: limit) != nil
            else { return [] }
            return places.map { reference.communes[$0] }
        }
    }

    /// How many letters may be wrong in a name.
    static func allowance(_ name: String) -> Int {
        switch name.utf8.count {
        case ..<4: 0
        case ..<9: 1
        default: 2
        }
    }

    func unique(_ communes: [Commune]) -> [Commune] {
        var seen: Set<String> = []
        return communes.filter { seen.insert($0.code).inserted }
    }
}
