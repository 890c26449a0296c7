import Territories

/// What leads to the communes of an index: codes, postcodes and names, of today and of before, and the names of the
/// communes of France that it has no addresses of, so that an address there is not looked for here.
struct CommuneNames {
    let builder: IndexBuilder
    let order: StreetOrder

    func write(into sections: inout IndexSections) {
        var codes = codesOfCommunes()
        codes.sort { ($0.code, $0.link, $0.commune) < ($1.code, $1.link, $1.commune) }
        sections.set(.codes, codes)
        sections.set(.postcodes, postcodes())
        var names: [CommuneNameEntry] = []
        for (place, number) in order.communes.enumerated() {
            let commune = builder.communes[number]
            for name in Self.waysToSay(commune.name, code: commune.code) {
                names.append(entry(name, UInt16(place), .own, commune.code, &sections))
            }
        }
        for former in builder.formerList where !former.name.isEmpty {
            let place = UInt16(order.communePlace[former.commune])
            names.append(entry(former.name, place, .former, former.code, &sections))
        }
        if let reference = builder.reference { names += namesKnown(to: reference, &sections) }
        names.sort { ($0.fingerprint, $0.link, $0.commune, $0.code) < ($1.fingerprint, $1.link, $1.commune, $1.code) }
        sections.set(.communeNames, names)
        sections.set(
            .formerCommunes,
            builder.formerList.map { former in
                entry(former.name, UInt16(order.communePlace[former.commune]), .former, former.code, &sections)
            })
    }

    private func entry(
        _ name: String, _ commune: UInt16, _ link: CommuneLink, _ code: UInt32, _ sections: inout IndexSections
    ) -> CommuneNameEntry {
        let words = Tokens(name).cityWords
        return CommuneNameEntry(
            fingerprint: Self.fingerprint(words), text: sections.place(of: name), commune: commune,
            link: link.rawValue, wordCount: UInt8(min(words.count, 255)), code: code)
    }

    /// The sum over the full words of a name.
    static func fingerprint(_ words: some Sequence<Word>) -> UInt64 {
        words.reduce(0x1234_5678_9ABC_DEF0) { ($0 &* 0x0000_0100_0000_01B3) ^ $1.fingerprint }
    }

    private func codesOfCommunes() -> [CodeEntry] {
        var codes: [CodeEntry] = []
        var placeOfCode: [UInt32: UInt16] = [:]
        for (place, number) in order.communes.enumerated() {
            let code = builder.communes[number].code
            placeOfCode[code] = UInt16(place)
            codes.append(CodeEntry(code: code, commune: UInt16(place), link: CommuneLink.own.rawValue))
            if let city = City(arrondissement: PackedCode.text(code)), let packed = PackedCode.pack(city.code) {
                codes.append(CodeEntry(code: packed, commune: UInt16(place), link: CommuneLink.city.rawValue))
            }
        }
        for former in builder.formerList where placeOfCode[former.code] == nil {
            let place = UInt16(order.communePlace[former.commune])
            codes.append(CodeEntry(code: former.code, commune: place, link: CommuneLink.former.rawValue))
        }
        for commune in builder.reference?.communes ?? [] where !commune.isCurrent {
            guard let old = PackedCode.pack(commune.code), placeOfCode[old] == nil,
                let place = place(ofSuccessorOf: commune, placeOfCode)
            else { continue }
            codes.append(CodeEntry(code: old, commune: place, link: CommuneLink.former.rawValue))
        }
        return codes
    }

    private func place(ofSuccessorOf commune: Commune, _ placeOfCode: [UInt32: UInt16]) -> UInt16? {
        let code = builder.reference?.successor(of: commune.code)?.code ?? commune.parentCode
        return PackedCode.pack(code).flatMap { placeOfCode[$0] }
    }

    /// The postcodes of the streets, and those that are known of the communes.
    private func postcodes() -> [CodeEntry] {
        var found = Set<UInt64>()
        for street in builder.streets where street.postcode != 0 {
            found.insert(UInt64(street.postcode) << 16 | UInt64(order.communePlace[street.commune]))
        }
        for (place, number) in order.communes.enumerated() {
            let known =
                builder.reference?.commune(code: PackedCode.text(builder.communes[number].code))?.postcodes ?? []
            for postcode in known.compactMap({ PackedCode.pack($0) }) {
                found.insert(UInt64(postcode) << 16 | UInt64(place))
            }
        }
        return found.sorted().map {
            CodeEntry(code: UInt32($0 >> 16), commune: UInt16($0 & 0xFFFF), link: CommuneLink.own.rawValue)
        }
    }

    /// Old names, and the names of what lies elsewhere.
    private func namesKnown(to reference: Reference, _ sections: inout IndexSections) -> [CommuneNameEntry] {
        var placeOfCode: [UInt32: UInt16] = [:]
        for (place, number) in order.communes.enumerated() {
            placeOfCode[builder.communes[number].code] = UInt16(place)
        }
        var names: [CommuneNameEntry] = []
        for commune in reference.communes {
            guard let code = PackedCode.pack(commune.code) else { continue }
            if commune.isCurrent {
                let known = placeOfCode[code]
                if City.arrondissements(of: commune.code).contains(where: {
                    PackedCode.pack($0).flatMap { placeOfCode[$0] } != nil
                }) {
                    continue
                }
                names.append(entry(commune.name, known ?? 0xFFFF, known == nil ? .elsewhere : .own, code, &sections))
            } else if let place = place(ofSuccessorOf: commune, placeOfCode) {
                names.append(entry(commune.name, place, .former, code, &sections))
            }
        }
        return names
    }

    /// A commune is called by its name; an arrondissement also by its number.
    private static func waysToSay(_ name: String, code: UInt32) -> [String] {
        guard let city = City(arrondissement: PackedCode.text(code)) else { return [name] }
        return [city.name, "\(city.name) \(city.number)"]
    }
}
