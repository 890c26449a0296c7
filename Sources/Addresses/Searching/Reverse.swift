public import Tables

/// Finds the addresses around a place.
public struct Reverse: Sendable {
    fileprivate let index: AddressIndex

    /// A search of a base.
    public init(_ index: AddressIndex) { self.index = index }

    /// The addresses that are nearest to a place, at most two kilometres away, with their distances in metres.
    ///
    /// A street is as near as its nearest address; only that one is given. Streets and named places stand for
    /// themselves where only they are asked for, or have no addresses.
    public func nearest(
        to place: Coordinate, limit: Int = 1, filter: AddressFilter = AddressFilter()
    ) -> [(place: AddressPlace, metres: Double)] {
        var found: [(street: Int, address: Int?, metres: Double)] = []
        var reach = 2000.0
        for commune in index.communes.indices where isNear(place, box(index.communes[commune]), reach) {
            guard filter.lets(commune: commune, in: index) else { continue }
            let entry = index.communes[commune]
            for street in Int(entry.firstStreet)..<Int(entry.firstStreet + entry.streetCount) {
                guard isNear(place, box(index.streets[street]), reach), wants(street, filter) else { continue }
                guard let nearest = nearest(on: street, to: place, filter), nearest.metres <= reach else { continue }
                found.append((street, nearest.address, nearest.metres))
                if found.count >= max(limit * 4, 16) {
                    found = Array(found.sorted { $0.metres < $1.metres }.prefix(limit))
                    if found.count == limit { reach = min(reach, found[found.count - 1].metres) }
                }
            }
        }
        return found.sorted { ($0.metres, $0.street) < ($1.metres, $1.street) }.prefix(limit).map { found in
            let street = index.streets[found.street]
            let point =
                found.address.map { index.point(of: index.addresses[$0], on: street) } ?? index.point(of: street)
            return (index.place(street: found.street, address: found.address, point: point), found.metres)
        }
    }

    /// The commune whose addresses lie around a place: that of the nearest address.
    public func commune(at place: Coordinate) -> String? { nearest(to: place).first?.place.communeCode }

    private func wants(_ street: Int, _ filter: AddressFilter) -> Bool {
        let entry = index.streets[street]
        guard filter.postcodes.isEmpty || filter.postcodes.contains(PackedCode.text(entry.postcode)) else {
            return false
        }
        if filter.kinds.isEmpty || filter.kinds.contains(.housenumber) && entry.addressCount > 0 { return true }
        return filter.kinds.contains(entry.kind == 0 ? .street : .locality)
    }

    private func nearest(
        on street: Int, to place: Coordinate, _ filter: AddressFilter
    ) -> (address: Int?, metres: Double)? {
        let entry = index.streets[street]
        let own = Int(entry.firstAddress)..<Int(entry.firstAddress + entry.addressCount)
        let isHouseWanted = filter.kinds.isEmpty || filter.kinds.contains(.housenumber)
        let nearest = own.map { ($0, index.point(of: index.addresses[$0], on: entry).metres(to: place)) }.min {
            $0.1 < $1.1
        }
        guard let nearest else { return (nil, index.point(of: entry).metres(to: place)) }
        return (isHouseWanted ? nearest.0 : nil, nearest.1)
    }

    fileprivate func isNear(_ place: Coordinate, _ box: Box, _ metres: Double) -> Bool {
        // A degree of longitude is never longer than one of latitude; north of 60° no French address stands.
        let north = metres / 111_000, east = north * 2
        let x = place.longitude * 1e6, y = place.latitude * 1e6
        return Double(box.west) - east * 1e6 <= x && x <= Double(box.east) + east * 1e6
            && Double(box.south) - north * 1e6 <= y && y <= Double(box.north) + north * 1e6
    }

    fileprivate func box(_ commune: CommuneEntry) -> Box {
        Box(west: commune.west, south: commune.south, east: commune.east, north: commune.north)
    }

    fileprivate func box(_ street: StreetEntry) -> Box {
        Box(
            west: street.west, south: street.south,
            east: Int32(clamping: Int(street.west) + (Int(street.width) + 1) << Int(street.scale)),
            north: Int32(clamping: Int(street.south) + (Int(street.height) + 1) << Int(street.scale)))
    }
}

extension Reverse {
    /// Some of the addresses around a place: what a small map shows.
    public func around(_ place: Coordinate, metres: Double, limit: Int) -> [Coordinate] {
        var found: [Coordinate] = []
        for commune in index.communes.indices where isNear(place, box(index.communes[commune]), metres) {
            let entry = index.communes[commune]
            for street in Int(entry.firstStreet)..<Int(entry.firstStreet + entry.streetCount) {
                let own = index.streets[street]
                guard isNear(place, box(own), metres) else { continue }
                for address in Int(own.firstAddress)..<Int(own.firstAddress + own.addressCount) {
                    let point = index.point(of: index.addresses[address], on: own)
                    if point.metres(to: place) <= metres { found.append(point) }
                }
            }
        }
        guard found.count > limit else { return found }
        let step = Double(found.count) / Double(limit)
        return (0..<limit).map { found[Int(Double($0) * step)] }
    }
}
