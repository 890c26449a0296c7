public import Tables

/// Answers while somebody is still typing: the last word may be the beginning of one.
public final class Completion {
    private let index: AddressIndex
    private let numbers: NumberSearch

    /// Completions from a base.
    public init(_ index: AddressIndex) {
        self.index = index
        numbers = NumberSearch(index: index)
    }

    /// The addresses, streets and communes that begin as typed, the best first: near a place, if one is given.
    public func complete(
        _ typed: String, limit: Int = 5, near place: Coordinate? = nil, filter: AddressFilter = AddressFilter()
    ) -> [AddressPlace] {
        var tokens = Tokens(typed)
        tokens.dropClutter()
        let number = tokens.takeNumber()
        let isOpen = typed.last.map { $0.isLetter || $0.isNumber } ?? false
        let all = tokens.words.map(\.word)
        let telling = all.filter { PlainWords.classOf($0) != .article }
        if isOpen, let last = all.last, PlainWords.classOf(last) == .article {
            // An open word is a beginning, whatever it means as it stands: `rue de par`. Where nothing begins so, it is
            // the article that it seems to be.
            let places = complete(telling + [last], isOpen: true, number, limit, place, filter)
            if !places.isEmpty { return places }
            return complete(telling, isOpen: false, number, limit, place, filter)
        }
        return complete(telling, isOpen: isOpen, number, limit, place, filter)
    }

    private func complete(
        _ words: [Word], isOpen: Bool, _ number: HouseNumber?, _ limit: Int, _ place: Coordinate?,
        _ filter: AddressFilter
    ) -> [AddressPlace] {
        guard let last = words.last else { return [] }
        let full = words.dropLast().map(PlainWords.full)
        let ends = isOpen ? ends(of: last) : exact(PlainWords.full(last))
        var found: [(street: Int, points: Double)] = []
        for commune in communes(full, ends, filter) {
            for street in streets(full, ends, in: commune) {
                found.append((street, points(street, number, place)))
            }
            if found.count > 1000 { break }
        }
        let best = found.sorted { ($0.points, $1.street) > ($1.points, $0.street) }
        var places: [AddressPlace] = number == nil ? towns(words, isOpen: isOpen, filter) : []
        for (street, _) in best.prefix(limit * 8) where places.count < limit * 2 {
            let at = numbers.find(number, on: street)
            if number != nil, at.address == nil { continue }
            let place = index.place(street: street, address: at.address, point: at.point)
            if filter.lets(place, in: index) { places.append(place) }
        }
        return Array(places.prefix(limit))
    }

    /// The numbers of the words that begin as the last one does: neighbours, since words stand in their order.
    private func ends(of beginning: Word) -> Range<UInt32> {
        let full = PlainWords.full(beginning)
        if full != beginning, full.count > beginning.count, !full.hasPrefix(beginning) { return exact(full) }
        let start = index.words.lowerBound { $0.word < beginning }
        let end = index.words.lowerBound(in: start..<index.words.count) { $0.word.hasPrefix(beginning) }
        return UInt32(start)..<UInt32(end)
    }

    private func exact(_ word: Word) -> Range<UInt32> {
        index.number(of: word).map { $0..<($0 + 1) } ?? 0..<0
    }

    /// The words of a range that most names of streets have: what somebody most likely goes on to type.
    private func commonest(_ ends: Range<UInt32>) -> [UInt32] {
        guard ends.count > Self.mostEnds else { return Array(ends) }
        let all = ends.prefix(4000).sorted { index.words[Int($0)].names > index.words[Int($1)].names }
        return Array(all.prefix(Self.mostEnds))
    }

    private static let mostEnds = 20
    /// Enough to choose from: whoever types on tells more.
    private static let mostCommunes = 150

    /// The communes that have all words: a few hundred of them, those that the rarest word gives.
    private func communes(_ full: [Word], _ ends: Range<UInt32>, _ filter: AddressFilter) -> [Int] {
        let lists = full.compactMap { index.number(of: $0) }.map { index.communes(ofWord: $0) }
        var rarest = lists.min { $0.count < $1.count }.map { Array($0) }
        if rarest == nil || ends.count < 50 {
            var all = Set<UInt16>()
            for word in commonest(ends) {
                for commune in index.communes(ofWord: word).prefix(Self.mostCommunes) { all.insert(commune) }
                if all.count > 2 * Self.mostCommunes { break }
            }
            if rarest.map({ all.count < $0.count }) ?? true { rarest = all.sorted() }
        }
        let wanted = (rarest ?? []).filter { filter.isEmpty || filter.lets(commune: Int($0), in: index) }
        return wanted.prefix(Self.mostCommunes).map { Int($0) }
    }

    /// The streets of a commune that have all words.
    private func streets(_ full: [Word], _ ends: Range<UInt32>, in commune: Int) -> [Int] {
        let entry = index.communes[commune]
        let names = index.words(ofCommune: commune, among: ends)
        guard !names.isEmpty else { return [] }
        var streets = Set<UInt16>()
        for place in names { streets.formUnion(index.streets(ofLocalWord: place)) }
        for word in full {
            guard let number = index.number(of: word),
                let place = index.words(ofCommune: commune, among: number..<number + 1).first
            else { return [] }
            streets.formIntersection(index.streets(ofLocalWord: place))
        }
        return streets.map { Int(entry.firstStreet) + Int($0) }
    }

    /// A street of many houses before a short one, a near one before a far one, one that has the number before others.
    private func points(_ street: Int, _ number: HouseNumber?, _ place: Coordinate?) -> Double {
        let entry = index.streets[street]
        var points = min(Double(entry.addressCount), 200) / 200
        points -= Double(index.names[Int(entry.name)].wordCount) * 0.2
        if let place { points -= min(index.point(of: entry).metres(to: place), 50_000) / 10_000 }
        return points
    }

    /// The communes whose names begin as typed.
    private func towns(_ words: [Word], isOpen: Bool, _ filter: AddressFilter) -> [AddressPlace] {
        guard filter.kinds.isEmpty || filter.kinds.contains(.municipality) else { return [] }
        let typed = words.map { PlainWords.full($0) }
        let communes = index.communes(named: typed).compactMap { $0.commune == 0xFFFF ? nil : Int($0.commune) }
        return Set(communes).sorted().prefix(3).map { index.place(commune: $0) }.filter { filter.lets($0, in: index) }
    }
}

extension AddressIndex {
    /// The communes that have streets with a word.
    func communes(ofWord word: UInt32) -> UnsafeBufferPointer<UInt16> {
        let start = Int(words[Int(word)].firstCommune)
        let end = Int(word) + 1 < words.count ? Int(words[Int(word) + 1].firstCommune) : wordCommunes.count
        return UnsafeBufferPointer(rebasing: wordCommunes[start..<end])
    }

    /// The places in `localWords` of the words of a commune that lie in a range.
    func words(ofCommune commune: Int, among range: Range<UInt32>) -> Range<Int> {
        let entry = communes[commune]
        let first = Int(entry.firstLocalWord), end = first + Int(entry.localWordCount)
        func bound(_ word: UInt32) -> Int { localWords.lowerBound(in: first..<end) { $0.word < word } }
        return bound(range.lowerBound)..<bound(range.upperBound)
    }

    /// The streets that have a word of a commune, as places within the commune.
    func streets(ofLocalWord place: Int) -> UnsafeBufferPointer<UInt16> {
        UnsafeBufferPointer(
            rebasing: localStreets[Int(localWords[place].firstStreet)..<Int(localWords[place + 1].firstStreet)])
    }
}
