import Tables

extension AddressIndex {
    /// A street, or an address on it, in words.
    func place(street: Int, address: Int?, point: Coordinate) -> AddressPlace {
        let entry = streets[street]
        let commune = communes[Int(entry.commune)]
        let former = entry.former == 0xFFFF ? nil : formerCommunes[Int(entry.former)]
        return AddressPlace(
            kind: address != nil ? .housenumber : entry.kind == 0 ? .street : .locality,
            identifier: identifier(entry, address), houseNumber: address.map { houseNumber(addresses[$0]) } ?? "",
            street: text(names[Int(entry.name)].text),
            postcode: entry.postcode == 0 ? "" : PackedCode.text(entry.postcode),
            communeCode: PackedCode.text(commune.code), commune: text(commune.name),
            formerCommuneCode: former.map { PackedCode.text($0.code) } ?? "",
            formerCommune: former.map { text($0.text) } ?? "", point: point, streetPlace: street,
            communePlace: Int(entry.commune))
    }

    /// A commune: the middle of the box around its addresses.
    func place(commune: Int) -> AddressPlace {
        let entry = communes[commune]
        let own = postcodesOfCommune[UInt16(commune)] ?? []
        return AddressPlace(
            kind: .municipality, identifier: PackedCode.text(entry.code), houseNumber: "", street: "",
            postcode: own.first.map { PackedCode.text($0) } ?? "", communeCode: PackedCode.text(entry.code),
            commune: text(entry.name), formerCommuneCode: "", formerCommune: "",
            point: Coordinate(
                longitude: (Double(entry.west) + Double(entry.east)) / 2e6,
                latitude: (Double(entry.south) + Double(entry.north)) / 2e6),
            streetPlace: -1, communePlace: commune)
    }

    private func houseNumber(_ address: AddressEntry) -> String {
        let suffix = text(suffixes[Int(address.number & 0x7FFF)])
        return suffix.isEmpty ? String(address.number >> 15) : "\(address.number >> 15) \(suffix)"
    }

    private func identifier(_ street: StreetEntry, _ address: Int?) -> String {
        let start = text(street.identifier)
        switch IdentifierKind(rawValue: street.identifiers) ?? .written {
        case .derived:
            guard let address else { return start }
            let entry = addresses[address]
            return Identifiers.derived(
                start, number: Int(entry.number >> 15), suffix: text(suffixes[Int(entry.number & 0x7FFF)]))
        case .counted:
            guard let address else { return "" }
            let place = Int(street.identifierPlace)
            let first = UInt64(identifierSteps[place]) | UInt64(identifierSteps[place + 1]) << 32
            let step = identifierSteps[place + 2 + address - Int(street.firstAddress)]
            return start + Identifiers.padded(first + UInt64(step), Int(street.digits))
        case .written:
            guard let address else { return street.addressCount == 0 ? start : "" }
            return text(identifierTexts[Int(street.identifierPlace) + address - Int(street.firstAddress)])
        }
    }
}
