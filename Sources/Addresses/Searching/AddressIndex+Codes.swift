extension AddressIndex {
    /// The communes that a code leads to.
    func codes(_ code: UInt32) -> Slice<UnsafeBufferPointer<CodeEntry>> { Self.equal(codes, code) }

    /// The communes in which a postcode is used.
    func postcodes(_ code: UInt32) -> Slice<UnsafeBufferPointer<CodeEntry>> { Self.equal(postcodes, code) }

    /// The communes that bear a name.
    func communes(named words: some Sequence<Word>) -> Slice<UnsafeBufferPointer<CommuneNameEntry>> {
        let sum = CommuneNames.fingerprint(words)
        let start = communeNames.lowerBound { $0.fingerprint < sum }
        var end = start
        while end < communeNames.count, communeNames[end].fingerprint == sum { end += 1 }
        return communeNames[start..<end]
    }

    /// Whether only one commune of France, as far as it is known, bears a name.
    func isUnique(_ name: String) -> Bool {
        let entries = communes(named: Tokens(name).cityWords)
        return Set(entries.filter { $0.link != CommuneLink.former.rawValue }.map(\.code)).count <= 1
    }

    /// The full words of the name of a commune.
    func nameWords(ofCommune commune: Int) -> [Word] {
        Tokens(text(communes[commune].name)).cityWords
    }

    private static func equal(
        _ entries: UnsafeBufferPointer<CodeEntry>, _ code: UInt32
    ) -> Slice<UnsafeBufferPointer<CodeEntry>> {
        let start = entries.lowerBound { $0.code < code }
        var end = start
        while end < entries.count, entries[end].code == code { end += 1 }
        return entries[start..<end]
    }
}
