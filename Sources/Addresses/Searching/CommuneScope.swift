/// How what was typed agrees with what stands in the base.
public enum Agreement: String, Sendable, Codable {
    /// They are the same.
    case same
    /// They are alike: shortened, or a slip of the pen.
    case alike
    /// They are not the same.
    case differs
    /// Nothing was typed.
    case unknown
}

/// A commune in which an address may be, with what speaks for it.
struct CommuneCandidate {
    var commune: Int
    var name: Agreement
    var postcode: Agreement
    var code: Agreement
    /// The link of the name or code that led there: an old name is told.
    var link: CommuneLink
    /// The full words of its name.
    var words: [Word] = []

    /// How much speaks for it.
    var strength: Int { points(name) + points(postcode) + 2 * points(code) }

    private func points(_ agreement: Agreement) -> Int {
        switch agreement {
        case .same: 3
        case .alike: 2
        case .differs: -2
        case .unknown: 0
        }
    }
}

/// The communes in which an address may be.
struct CommuneScope {
    /// Those for which most speaks, then the others.
    var candidates: [CommuneCandidate] = []
    /// Whether the name that was typed is one of a commune of which the base has nothing.
    var isElsewhere = false
}

/// The communes that speak for themselves while a scope is made.
private struct Gathering {
    let index: AddressIndex
    let first: CommuneCandidate
    var found: [Int: CommuneCandidate] = [:]

    mutating func note(_ commune: Int, _ change: (inout CommuneCandidate) -> Void) {
        var candidate = found[commune] ?? first
        if found[commune] == nil {
            candidate.commune = commune
            candidate.words = index.nameWords(ofCommune: commune)
        }
        change(&candidate)
        found[commune] = candidate
    }

    func has(postcode: Agreement) -> Bool { found.values.contains { $0.postcode == postcode } }

    func has(_ name: Agreement) -> Bool { found.values.contains { $0.name == name } }
}

/// Finds the communes that a code, a postcode and a name mean.
struct CommuneSearch {
    let index: AddressIndex

    /// The communes for parts of an address; the words are full ones without articles.
    func scope(code: UInt32?, postcode: UInt32?, isCedex: Bool, city: [Word]) -> CommuneScope {
        var gathering = Gathering(
            index: index,
            first: CommuneCandidate(
                commune: 0, name: city.isEmpty ? .unknown : .differs,
                postcode: postcode == nil || isCedex ? .unknown : .differs, code: code == nil ? .unknown : .differs,
                link: .own))
        for entry in code.map(index.codes) ?? index.codes(0) {
            gathering.note(Int(entry.commune)) {
                $0.code = .same
                $0.link = CommuneLink(rawValue: entry.link) ?? .own
            }
        }
        for entry in postcode.map(index.postcodes) ?? index.postcodes(0) {
            gathering.note(Int(entry.commune)) { $0.postcode = isCedex ? .unknown : .same }
        }
        if let postcode, !gathering.has(postcode: .same), !isCedex {
            // Many files write the INSEE code where the postcode belongs.
            for entry in index.codes(postcode) { gathering.note(Int(entry.commune)) { $0.postcode = .same } }
        }
        let isElsewhere = !city.isEmpty && addNames(city, to: &gathering)
        let order = gathering.found.values.sorted { ($1.strength, $0.commune) < ($0.strength, $1.commune) }
        return CommuneScope(candidates: order, isElsewhere: isElsewhere)
    }

    /// Adds what the name says; answers whether it is that of a commune outside the base.
    private func addNames(_ city: [Word], to gathering: inout Gathering) -> Bool {
        let exact = index.communes(named: city)
        for entry in exact where entry.commune != 0xFFFF {
            gathering.note(Int(entry.commune)) {
                $0.name = .same
                if entry.link == CommuneLink.former.rawValue { $0.link = .former }
            }
        }
        if !gathering.has(.same) {
            for (commune, candidate) in gathering.found where isAlike(city, candidate.words) {
                gathering.note(commune) { $0.name = .alike }
            }
        }
        guard exact.isEmpty, !gathering.has(.alike) else {
            return exact.contains { $0.commune == 0xFFFF } && !exact.contains { $0.commune != 0xFFFF }
        }
        for commune in likeNamed(city) { gathering.note(commune) { $0.name = .alike } }
        // A name that no commune bears is a quarter or a hamlet: it says nothing against the postcode.
        if !gathering.has(.alike) {
            for commune in Array(gathering.found.keys) { gathering.note(commune) { $0.name = .unknown } }
        }
        return false
    }

    /// The communes of the whole base whose names are alike.
    private func likeNamed(_ city: [Word]) -> [Int] {
        let all = index.communes.indices.filter { isAlike(city, index.nameWords(ofCommune: $0)) }
        return all.count <= 4 ? all : []
    }

    /// Whether a typed name is one that is known, shortened or with slips of the pen: `vitry` for `vitry seine`.
    func isAlike(_ typed: [Word], _ known: [Word]) -> Bool {
        let isOneWord =
            typed.reduce(Word(high: 0, low: 0)) { $0.joined($1) }
            == known.reduce(Word(high: 0, low: 0)) { $0.joined($1) }
        if isOneWord { return true }
        guard !typed.isEmpty, typed.count <= known.count else {
            // More was typed than there is: `lyon 3e`, `cachan val de marne`.
            return typed.count > known.count && known.first == typed.first && known.allSatisfy(typed.contains)
                && known.contains { $0.count > 3 }
        }
        for (place, word) in typed.enumerated() where !isAlike(word, known[place]) { return false }
        return typed.count == known.count || typed.contains { $0.count >= 4 && PlainWords.full($0) != Word("saint") }
    }

    private func isAlike(_ typed: Word, _ known: Word) -> Bool {
        if typed == known { return true }
        if typed.count >= 3, known.hasPrefix(typed) { return true }
        return Likeness.slips(typed, known, limit: Likeness.slipsAllowed(min(typed.count, known.count))) != nil
            || typed.count >= 4 && Likeness.soundAlike(typed, known)
    }
}

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

extension UnsafeBufferPointer {
    /// The first place at which a sorted run is no more before what is looked for.
    @inline(__always)
    func lowerBound(_ isBefore: (Element) -> Bool) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
