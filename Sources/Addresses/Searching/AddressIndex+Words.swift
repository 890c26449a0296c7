extension AddressIndex {
    /// The communes that have streets with every telling word that was typed; those of the postcode's département
    /// first, no more than a limit.
    func communes(withAll typed: StreetWords, near postcode: UInt32?, limit: Int) -> [Int] {
        let numbers = typed.words.filter { $0.meaning == .telling && $0.word.count > 1 }.compactMap(\.number)
        let lists = numbers.map { communes(ofWord: $0) }.sorted { $0.count < $1.count }
        guard let first = lists.first else { return [] }
        let common = first.filter { commune in lists.dropFirst().allSatisfy { Self.contains($0, commune) } }
        guard common.count > limit else { return common.map { Int($0) } }
        let department = postcode.map { String(PackedCode.text($0).prefix(2)) } ?? ""
        let near = common.filter { PackedCode.text(communes[Int($0)].code).hasPrefix(department) }
        return (near + common).prefix(limit).map { Int($0) }
    }

    private static func contains(_ sorted: UnsafeBufferPointer<UInt16>, _ commune: UInt16) -> Bool {
        let place = sorted.lowerBound { $0 < commune }
        return place < sorted.count && sorted[place] == commune
    }
}
