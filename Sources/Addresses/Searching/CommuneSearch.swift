/// The communes that speak for themselves while a scope is made.
private struct Gathering {
    let words: CommuneWords
    let first: CommuneCandidate
    var found: [Int: CommuneCandidate] = [:]

    mutating func note(_ commune: Int, _ change: (inout CommuneCandidate) -> Void) {
        var candidate = found[commune] ?? first
        if found[commune] == nil {
            candidate.commune = commune
            candidate.words = words.of(commune)
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
    let words: CommuneWords

    /// The communes for parts of an address; the words are full ones without articles.
    func scope(code: UInt32?, postcode: UInt32?, isCedex: Bool, city: [Word]) -> CommuneScope {
        var gathering = Gathering(
            words: words,
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
        if !city.isEmpty { addNames(city, to: &gathering) }
        let order = gathering.found.values.sorted { ($1.strength, $0.commune) < ($0.strength, $1.commune) }
        return CommuneScope(candidates: order)
    }

    /// Adds what the name says. That of a commune outside the base stays another name for all that were found.
    private func addNames(_ city: [Word], to gathering: inout Gathering) {
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
        guard exact.isEmpty, !gathering.has(.alike) else { return }
        for commune in likeNamed(city) { gathering.note(commune) { $0.name = .alike } }
        // A name that no commune bears is a quarter or a hamlet: it says nothing against the postcode.
        if !gathering.has(.alike) {
            for commune in Array(gathering.found.keys) { gathering.note(commune) { $0.name = .unknown } }
        }
    }

    /// The communes of the whole base whose names are alike.
    private func likeNamed(_ city: [Word]) -> [Int] {
        guard let first = city.first else { return [] }
        let all = index.communes.indices.filter { commune in
            let known = words.of(commune)
            return known.first.map { Likeness.mayBeginAlike(first, $0) } ?? false && isAlike(city, known)
        }
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
        guard let likeness = WordLikeness(typed, known) else { return false }
        if case .shortened = likeness { return false }
        return true
    }
}
