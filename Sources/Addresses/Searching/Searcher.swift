import Tables

/// Searches an address base. One searcher serves one thread; any number of them share an index.
public final class Searcher {
    /// The base that is searched.
    public let index: AddressIndex
    private let streets: StreetSearch
    private let communes: CommuneSearch
    private let communeWords: CommuneWords
    private let numbers: NumberSearch
    private var searches = 0
    /// After so many searches, pages that are not used any more are let go of.
    private static let searchesBetweenRests = 10_000
    private var scopes: [ScopeKey: CommuneScope] = [:]

    /// A searcher of a base.
    public init(_ index: AddressIndex) {
        self.index = index
        streets = StreetSearch(index)
        communeWords = CommuneWords(index)
        communes = CommuneSearch(index: index, words: communeWords)
        numbers = NumberSearch(index: index)
    }

    /// The answers for an address with the verdict on the first.
    public func search(_ query: AddressQuery, limit: Int = 5) -> AddressResult {
        searches += 1
        if searches % Self.searchesBetweenRests == 0 { index.letGo() }
        let typed = TypedAddress(query)
        let code = PackedCode.pack(query.communeCode)
        var found: [Candidate] = []
        /// Whether one of these readings, each tried in its turn, leads to what was typed.
        func leadsThere(_ readings: [Reading]) -> Bool {
            readings.contains { reading in
                found += candidates(reading)
                return found.contains(where: \.isExact)
            }
        }
        _ =
            leadsThere(readings(of: typed, typed.number, typed.street, code: code))
            || leadsThere(endingWithItsCommune(typed, typed.number, typed.street, code: code))
            || typed.otherReadings.contains { number, street in
                leadsThere(readings(of: typed, number, street, code: code))
                    || leadsThere(endingWithItsCommune(typed, number, street, code: code))
            }
        let result = result(found, typed, limit)
        if result.verdict == .accepted { return result }
        let others = elsewhere(typed, code, known: found)
        return others.isEmpty ? result : self.result(found + others, typed, limit)
    }

    /// Streets of other communes that bear what was typed: an address that is not where it is said to be is compared
    /// with where it may be.
    private func elsewhere(_ typed: TypedAddress, _ code: UInt32?, known: [Candidate]) -> [Candidate] {
        let words = StreetWords(typed.street[...], index)
        let seen = Set(known.map(\.commune.commune))
        let communes = index.communes(withAll: words, near: typed.postcode, limit: 12).filter { !seen.contains($0) }
        guard !communes.isEmpty else { return [] }
        let hasCity = !typed.city.isEmpty
        let scope = CommuneScope(
            candidates: communes.map { commune in
                CommuneCandidate(
                    commune: commune, name: hasCity ? .differs : .unknown,
                    postcode: typed.postcode == nil || typed.isCedex ? .unknown : .differs,
                    code: code == nil ? .unknown : .differs, link: .own, words: communeWords.of(commune))
            })
        let reading = Reading(number: typed.number, street: typed.street[...], scope: scope, isExact: true)
        return candidates(reading).filter { $0.likeness.similarity >= 0.9 }.map { candidate in
            // What is where it is said to be comes first, unless it is unlike what was typed.
            var candidate = candidate
            candidate.score -= 0.3
            return candidate
        }
    }

    /// A way to read an address: which words are the street's, and in which communes it may be.
    struct Reading {
        var number: HouseNumber?
        var street: ArraySlice<Word>
        var scope: CommuneScope
        /// Whether only the words themselves are looked for, not what is like them.
        var isExact = false
    }

    /// A street that may be meant.
    struct Candidate {
        var street: Int
        var words: StreetWords
        var likeness: StreetLikeness
        var commune: CommuneCandidate
        var number: NumberSearch.Found
        var score: Float
        var isExact: Bool
    }

    private func readings(
        of typed: TypedAddress, _ number: HouseNumber?, _ street: [Word], code: UInt32?
    ) -> [Reading] {
        let scope = self.scope(code, typed.postcode, typed.isCedex, typed.city)
        let whole = Reading(number: number, street: street[...], scope: scope)
        guard typed.mayEndWithCity else { return [whole] }
        var readings: [Reading] = []
        for (start, city) in endings(of: street) where start > 0 || number == nil {
            readings.append(
                Reading(
                    number: number, street: street[..<start],
                    scope: self.scope(code, typed.postcode, typed.isCedex, city)))
        }
        if typed.postcode != nil || readings.isEmpty { readings.append(whole) }
        return readings
    }

    /// The words with which a street ends that name a commune, the longest name first: `saint maur des fosses` before
    /// `fosses`.
    private func endings(of street: [Word]) -> [(start: Int, city: [Word])] {
        guard !street.isEmpty else { return [] }
        return (max(street.count - 7, 0)..<street.count).compactMap { start in
            guard PlainWords.classOf(street[start]) != .article || start == 0 else { return nil }
            let city = Tokens(street[start...]).cityWords
            return city.isEmpty || index.communes(named: city).isEmpty ? nil : (start, city)
        }
    }

    /// An address whose commune is known, and whose street ends with its name once more: files often hold the whole
    /// address in one column and its parts in others.
    private func endingWithItsCommune(
        _ typed: TypedAddress, _ number: HouseNumber?, _ street: [Word], code: UInt32?
    ) -> [Reading] {
        guard !typed.mayEndWithCity else { return [] }
        let scope = self.scope(code, typed.postcode, typed.isCedex, typed.city)
        return endings(of: street).compactMap { start, city in
            guard start > 0,
                index.communes(named: city).contains(where: { named in
                    scope.candidates.contains { $0.commune == Int(named.commune) }
                })
            else { return nil }
            return Reading(number: number, street: street[..<start], scope: scope)
        }
    }

    private struct ScopeKey: Hashable {
        var code: UInt32?
        var postcode: UInt32?
        var isCedex: Bool
        var city: [Word]
    }

    private func scope(_ code: UInt32?, _ postcode: UInt32?, _ isCedex: Bool, _ city: [Word]) -> CommuneScope {
        let key = ScopeKey(code: code, postcode: postcode, isCedex: isCedex, city: city)
        if let known = scopes[key] { return known }
        let scope = communes.scope(code: code, postcode: postcode, isCedex: isCedex, city: city)
        if scopes.count >= 4_000 { scopes.removeAll() }
        scopes[key] = scope
        return scope
    }

    private func candidates(_ reading: Reading) -> [Candidate] {
        let words = StreetWords(reading.street, index)
        guard !words.words.isEmpty else { return [] }
        let comparison = StreetComparison(index: index, typed: words)
        var found: [Candidate] = []
        var strongest = Int.min
        for commune in reading.scope.candidates.prefix(60) {
            if let best = found.first(where: \.isExact), commune.strength < strongest, best.isExact { break }
            strongest = max(strongest, commune.strength)
            let own = streets.streets(words, in: commune.commune, isExact: reading.isExact)
            for street in own { found.append(candidate(street, commune, reading, words, comparison)) }
        }
        return found
    }

    private func candidate(
        _ street: Int, _ commune: CommuneCandidate, _ reading: Reading, _ words: StreetWords,
        _ comparison: StreetComparison
    ) -> Candidate {
        let entry = index.streets[street]
        let likeness = comparison.likeness(to: index.names[Int(entry.name)], commune: commune.words)
        let number = numbers.find(reading.number, on: street)
        var score = likeness.similarity
        if likeness.isSameSpelling { score += 0.01 }
        switch number.evidence {
        case .found, .notTyped: break
        case .range: score -= 0.02
        case .otherSuffix: score -= 0.03
        case .interpolated: score -= 0.06
        case .missing: score -= 0.1
        }
        score += Float(commune.strength) * 0.015 - 0.09
        let isExact = likeness.similarity > 0.97 && number.evidence != .missing && commune.name != .differs
        return Candidate(
            street: street, words: words, likeness: likeness, commune: commune, number: number, score: score,
            isExact: isExact)
    }

    private func result(_ found: [Candidate], _ typed: TypedAddress, _ limit: Int) -> AddressResult {
        let best = found.sorted { $0.score > $1.score }.prefix(max(limit, 2))
        let answers = best.map { answer($0, typed) }
        guard let first = answers.first else { return AddressResult(verdict: .none, doubts: [.unlike], answers: []) }
        let judgement = Judgement(
            answer: first, rival: answers.dropFirst().first, typed: best[0].words, typedPostcode: typed.postcode,
            index: index)
        let doubts = judgement.doubts
        let verdict: AddressResult.Verdict = doubts.isEmpty ? .accepted : doubts.contains(.unlike) ? .none : .doubt
        return AddressResult(verdict: verdict, doubts: doubts, answers: Array(answers.prefix(limit)))
    }

    private func answer(_ candidate: Candidate, _ typed: TypedAddress) -> AddressAnswer {
        AddressAnswer(
            place: index.place(
                street: candidate.street, address: candidate.number.address, point: candidate.number.point),
            street: candidate.likeness, number: candidate.number.evidence, commune: candidate.commune.name,
            postcode: candidate.commune.postcode, communeCode: candidate.commune.code,
            isFormerCommune: candidate.commune.link == .former, score: Double(max(0, min(1, candidate.score))),
            rank: Double(candidate.score))
    }
}
