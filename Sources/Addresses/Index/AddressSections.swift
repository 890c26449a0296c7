/// The streets of an index with their addresses.
struct AddressSections {
    let builder: IndexBuilder
    let order: StreetOrder

    func write(into sections: inout IndexSections) {
        let rows = builder.rows
        let byStreet = rowsByStreet()
        var streets: [StreetEntry] = []
        streets.reserveCapacity(order.streets.count)
        var addresses: [AddressEntry] = []
        addresses.reserveCapacity(rows.count)
        var steps: [UInt32] = []
        var written: [TextPlace] = []
        for number in order.streets {
            let street = builder.streets[Int(number)]
            let range = byStreet.first[Int(number)]..<byStreet.first[Int(number) + 1]
            let own = unique(byStreet.rows[range], rows)
            let frame = StreetFrame(builder.boxes[Int(number)])
            var entry = StreetEntry(
                name: street.name, postcode: street.postcode, firstAddress: UInt32(addresses.count),
                addressCount: UInt32(own.count), west: frame.west, south: frame.south, width: frame.width,
                height: frame.height, x: 0, y: 0, commune: UInt16(order.communePlace[street.commune]),
                former: street.former, scale: frame.scale, kind: street.isPlace ? 1 : 0, identifiers: 0, digits: 0,
                identifier: TextPlace(start: 0, length: 0), identifierPlace: 0)
            let middle = middle(of: own.map { rows[Int($0)] }, frame)
            (entry.x, entry.y) = middle ?? frame.steps(street.longitude, street.latitude)
            for row in own.map({ rows[Int($0)] }) {
                let (x, y) = frame.steps(row.longitude, row.latitude)
                addresses.append(AddressEntry(number: row.number, x: x, y: y))
            }
            keepIdentifiers(of: own.map { rows[Int($0)] }, street, in: &entry, &sections, &steps, &written)
            streets.append(entry)
        }
        sections.set(.streets, streets)
        sections.set(.addresses, addresses)
        sections.set(.identifierSteps, steps)
        sections.set(.identifierTexts, written)
        var suffixes: [TextPlace] = []
        for place in builder.suffixes.places.indices.prefix(0x8000) {
            suffixes.append(sections.place(of: builder.suffixes.text(UInt32(place))))
        }
        sections.set(.suffixes, suffixes)
    }

    /// The rows of each street, one street after the other.
    private func rowsByStreet() -> (first: [Int], rows: [UInt32]) {
        var first = [Int](repeating: 0, count: builder.streets.count + 1)
        for row in builder.rows { first[Int(row.street) + 1] += 1 }
        for street in builder.streets.indices { first[street + 1] += first[street] }
        var next = first
        var sorted = [UInt32](repeating: 0, count: builder.rows.count)
        for (place, row) in builder.rows.enumerated() {
            sorted[next[Int(row.street)]] = UInt32(place)
            next[Int(row.street)] += 1
        }
        return (first, sorted)
    }

    /// The rows of a street by number, and of several positions of one address the one that is nearest to the door.
    private func unique(_ places: ArraySlice<UInt32>, _ rows: [BuiltAddress]) -> [UInt32] {
        let sorted = places.sorted { a, b in
            let first = rows[Int(a)], second = rows[Int(b)]
            return (first.number, first.rank, a) < (second.number, second.rank, b)
        }
        var kept: [UInt32] = []
        kept.reserveCapacity(sorted.count)
        for place in sorted where kept.last.map({ rows[Int($0)].number != rows[Int(place)].number }) ?? true {
            kept.append(place)
        }
        return kept
    }

    /// The address in the middle of a street: a point that is on it, which the mean of a curve is not.
    private func middle(of rows: [BuiltAddress], _ frame: StreetFrame) -> (UInt16, UInt16)? {
        guard !rows.isEmpty else { return nil }
        let longitude = rows.reduce(0) { $0 + Int64($1.longitude) } / Int64(rows.count)
        let latitude = rows.reduce(0) { $0 + Int64($1.latitude) } / Int64(rows.count)
        let nearest = rows.min { a, b in
            distance(a, longitude, latitude) < distance(b, longitude, latitude)
        }
        return nearest.map { frame.steps($0.longitude, $0.latitude) }
    }

    private func distance(_ row: BuiltAddress, _ longitude: Int64, _ latitude: Int64) -> Int64 {
        let x = Int64(row.longitude) - longitude, y = Int64(row.latitude) - latitude
        return x * x / 2 + y * y
    }

    private func keepIdentifiers(
        of rows: [BuiltAddress], _ street: BuiltStreet, in entry: inout StreetEntry, _ sections: inout IndexSections,
        _ steps: inout [UInt32], _ written: inout [TextPlace]
    ) {
        guard let first = rows.first else {
            entry.identifier = sections.place(of: builder.texts.text(street.identifierStart))
            entry.identifiers = IdentifierKind.written.rawValue
            return
        }
        let isUniform = rows.allSatisfy {
            $0.identifier == first.identifier && $0.identifierStart == first.identifierStart
                && $0.digits == first.digits
        }
        let smallest = rows.map(\.identifierNumber).min() ?? 0
        let isNear = rows.allSatisfy { $0.identifierNumber - smallest <= UInt64(UInt32.max) }
        entry.identifier = sections.place(of: builder.texts.text(first.identifierStart))
        if isUniform, first.identifier == IdentifierKind.derived.rawValue {
            entry.identifiers = IdentifierKind.derived.rawValue
        } else if isUniform, isNear, first.identifier == IdentifierKind.counted.rawValue {
            entry.identifiers = IdentifierKind.counted.rawValue
            entry.digits = first.digits
            entry.identifierPlace = UInt32(steps.count)
            steps += [UInt32(truncatingIfNeeded: smallest), UInt32(truncatingIfNeeded: smallest >> 32)]
            steps += rows.map { UInt32($0.identifierNumber - smallest) }
        } else {
            entry.identifiers = IdentifierKind.written.rawValue
            entry.identifierPlace = UInt32(written.count)
            written += rows.map { sections.place(of: text(of: $0)) }
        }
    }

    /// The identifier of a row in full.
    private func text(of row: BuiltAddress) -> String {
        let start = builder.texts.text(row.identifierStart)
        switch IdentifierKind(rawValue: row.identifier) {
        case .derived:
            let suffix = builder.suffixes.text(row.number & 0x7FFF)
            return Identifiers.derived(start, number: Int(row.number >> 15), suffix: suffix)
        case .counted: return start + Identifiers.padded(row.identifierNumber, Int(row.digits))
        default: return start
        }
    }
}

/// The frame in which the positions of a street stand as steps of 16 bits.
struct StreetFrame {
    let west: Int32, south: Int32
    let width: UInt16, height: UInt16
    let scale: UInt8

    init(_ box: Box) {
        guard !box.isEmpty else {
            (west, south, width, height, scale) = (0, 0, 0, 0, 0)
            return
        }
        let most = max(Int64(box.east) - Int64(box.west), Int64(box.north) - Int64(box.south))
        var scale: UInt8 = 0
        while most >> Int64(scale) > 0xFFFF { scale += 1 }
        (west, south, self.scale) = (box.west, box.south, scale)
        width = UInt16((Int64(box.east) - Int64(box.west)) >> Int64(scale))
        height = UInt16((Int64(box.north) - Int64(box.south)) >> Int64(scale))
    }

    func steps(_ longitude: Int32, _ latitude: Int32) -> (UInt16, UInt16) {
        (
            UInt16(clamping: (Int64(longitude) - Int64(west)) >> Int64(scale)),
            UInt16(clamping: (Int64(latitude) - Int64(south)) >> Int64(scale))
        )
    }
}

/// Identifiers written in full.
enum Identifiers {
    static func derived(_ start: String, number: Int, suffix: String) -> String {
        "\(start)_\(padded(UInt64(number), 5))\(suffix.isEmpty ? "" : "_" + suffix)"
    }

    static func padded(_ number: UInt64, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
