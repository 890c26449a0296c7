public import Tables

/// How the number of a house was found.
public enum NumberEvidence: String, Sendable, Codable {
    /// The base has it.
    case found
    /// The base has the number with another suffix, or without: `42` for `42 bis`.
    case otherSuffix
    /// The beginning of a range: `12` for `12-14`.
    case range
    /// It lies between two numbers of its side of the street, or beside those with its suffixes.
    case interpolated
    /// The street has no such number.
    case missing
    /// None was typed.
    case notTyped
}

/// Finds the numbers of a street.
struct NumberSearch {
    let index: AddressIndex

    struct Found {
        var evidence: NumberEvidence
        /// The place of the address in the index.
        var address: Int?
        var point: Coordinate
    }

    /// Where a number is on a street.
    func find(_ number: HouseNumber?, on street: Int) -> Found {
        let entry = index.streets[street]
        guard let number else { return Found(evidence: .notTyped, address: nil, point: index.point(of: entry)) }
        if let found = exact(number.number, number.suffix, entry) { return at(found, .found, entry) }
        if let from = number.from, let found = exact(from, nil, entry) { return at(found, .range, entry) }
        let alike = addresses(number.number, entry)
        if let found = exact(number.number, nil, entry) ?? (alike.count == 1 ? alike.first : nil) {
            return at(found, .otherSuffix, entry)
        }
        if let first = alike.first {
            // `4` where there are 4 a and 4 b: the place is known, the house is not.
            let point = index.point(of: index.addresses[first], on: entry)
            return Found(evidence: .interpolated, address: nil, point: point)
        }
        if let point = between(number.number, entry) {
            return Found(evidence: .interpolated, address: nil, point: point)
        }
        return Found(evidence: .missing, address: nil, point: index.point(of: entry))
    }

    private func at(_ address: Int, _ evidence: NumberEvidence, _ street: StreetEntry) -> Found {
        Found(evidence: evidence, address: address, point: index.point(of: index.addresses[address], on: street))
    }

    private func exact(_ number: Int, _ suffix: Word?, _ street: StreetEntry) -> Int? {
        addresses(number, street).first { index.suffixLetters[Int(index.addresses[$0].number & 0x7FFF)] == suffix }
    }

    /// The places of the addresses with a number.
    private func addresses(_ number: Int, _ street: StreetEntry) -> Range<Int> {
        let own = Int(street.firstAddress)..<Int(street.firstAddress + street.addressCount)
        let start = lowerBound(UInt32(number) << 15, own)
        return start..<lowerBound(UInt32(number + 1) << 15, own)
    }

    private func lowerBound(_ number: UInt32, _ range: Range<Int>) -> Int {
        index.addresses.lowerBound(in: range) { $0.number < number }
    }

    /// The place between the next lower and the next higher number of the same side, if they are near each other.
    private func between(_ number: Int, _ street: StreetEntry) -> Coordinate? {
        let own = Int(street.firstAddress)..<Int(street.firstAddress + street.addressCount)
        let start = lowerBound(UInt32(number) << 15, own)
        let below = (own.lowerBound..<start).last { self.number($0) % 2 == number % 2 }
        let above = (start..<own.upperBound).first { self.number($0) % 2 == number % 2 }
        guard let below, let above, self.number(above) - self.number(below) <= 20 else { return nil }
        let first = index.point(of: index.addresses[below], on: street)
        let second = index.point(of: index.addresses[above], on: street)
        guard first.metres(to: second) <= 250 else { return nil }
        let share = Double(number - self.number(below)) / Double(self.number(above) - self.number(below))
        return Coordinate(
            longitude: first.longitude + (second.longitude - first.longitude) * share,
            latitude: first.latitude + (second.latitude - first.latitude) * share)
    }

    private func number(_ address: Int) -> Int { Int(index.addresses[address].number >> 15) }
}

extension AddressIndex {
    /// A point on a street.
    func point(of street: StreetEntry) -> Coordinate { point(street.x, street.y, street) }

    /// Where an address of a street is.
    func point(of address: AddressEntry, on street: StreetEntry) -> Coordinate { point(address.x, address.y, street) }

    private func point(_ x: UInt16, _ y: UInt16, _ street: StreetEntry) -> Coordinate {
        Coordinate(
            longitude: Double(Int(street.west) + Int(x) << Int(street.scale)) / 1e6,
            latitude: Double(Int(street.south) + Int(y) << Int(street.scale)) / 1e6)
    }
}
