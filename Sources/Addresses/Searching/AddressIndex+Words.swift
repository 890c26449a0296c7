extension AddressIndex {
    /// The communes that have streets with every telling word that was typed, no more than a limit: those of the
    /// postcode's département first, then, where the words are rare, those of the whole base.
    func communes(withAll typed: StreetWords, near postcode: UInt32?, limit: Int) -> [Int] {
        let numbers = typed.words.filter { $0.meaning == .telling && !$0.word.isLetter }.compactMap(\.number)
        let lists = numbers.map { communes(ofWord: $0) }.sorted { $0.count < $1.count }
        guard let rarest = lists.first else { return [] }
        let others = lists.dropFirst()
        func common(_ range: Range<Int>) -> [Int] {
            var found: [Int] = []
            for place in range where others.allSatisfy({ Self.contains($0, rarest[place]) }) {
                found.append(Int(rarest[place]))
                if found.count == limit { break }
            }
            return found
        }
        let near = postcode.map { Self.places(in: rarest, of: communes(ofDepartment: $0)) } ?? 0..<0
        let found = common(near)
        guard found.count < limit, rarest.count <= 400 else { return found }
        let elsewhere = common(0..<rarest.count).filter { !found.contains($0) }
        return Array((found + elsewhere).prefix(limit))
    }

    /// The communes of the département of a packed postcode: neighbours, since communes stand by their codes. Those of
    /// Corsica, whose codes begin otherwise than their postcodes, are not told.
    private func communes(ofDepartment postcode: UInt32) -> Range<UInt16> {
        let scale: UInt32 = 36 * 36 * 36
        let first = postcode / scale * scale
        let start = communes.lowerBound { $0.code < first }
        let end = communes.lowerBound { $0.code < first + scale }
        return UInt16(start)..<UInt16(end)
    }

    private static func places(in sorted: UnsafeBufferPointer<UInt16>, of range: Range<UInt16>) -> Range<Int> {
        sorted.lowerBound { $0 < range.lowerBound }..<sorted.lowerBound { $0 < range.upperBound }
    }

    private static func contains(_ sorted: UnsafeBufferPointer<UInt16>, _ commune: UInt16) -> Bool {
        let place = sorted.lowerBound { $0 < commune }
        return place < sorted.count && sorted[place] == commune
    }
}
