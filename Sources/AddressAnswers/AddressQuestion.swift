public import Addresses
import Spelling
public import Tables

/// What is asked in one line, as the national geocoder lets it be asked.
public struct AddressQuestion: Sendable {
    /// The address, or its beginning.
    public var text: String
    /// How many answers are wanted.
    public var limit: Int
    /// Whether the text may be the beginning of an address.
    public var isBeginning: Bool
    /// What answers must be.
    public var filter: AddressFilter
    /// Answers near this place come first where they are equal otherwise.
    public var near: Coordinate?

    /// A question.
    public init(
        _ text: String, limit: Int = 5, isBeginning: Bool = false, filter: AddressFilter = AddressFilter(),
        near: Coordinate? = nil
    ) {
        self.text = text
        self.limit = limit
        self.isBeginning = isBeginning
        self.filter = filter
        self.near = near
    }
}

/// What was found, with the verdict on the first answer.
public struct AddressFindings: Sendable {
    /// Whether the first answer can be used without anybody looking.
    public var verdict: AddressResult.Verdict
    /// Why not, where it cannot.
    public var doubts: [Doubt]
    /// The answers, the best first.
    public var places: [FoundPlace]

    /// Findings.
    public init(verdict: AddressResult.Verdict, doubts: [Doubt], places: [FoundPlace]) {
        self.verdict = verdict
        self.doubts = doubts
        self.places = places
    }

    /// What is near a place, or begins as typed: there is nothing to judge.
    public init(around places: [FoundPlace]) {
        self.init(verdict: places.isEmpty ? .none : .accepted, doubts: [], places: places)
    }
}

extension AddressDesk {
    /// The answers to a question.
    public func answer(_ question: AddressQuestion) -> AddressFindings {
        var found = search(question)
        if found.verdict != .accepted { complete(&found, question) }
        found.places = Array(found.places.prefix(question.limit))
        return found
    }

    /// The answers for an address in columns.
    public func find(
        _ query: AddressQuery, limit: Int = 5, filter: AddressFilter = AddressFilter()
    ) -> AddressFindings {
        let result = searcher.search(query, limit: filter.isEmpty ? limit : max(limit, 20))
        let answers = result.answers.filter { filter.lets($0.place, of: index) }
        guard answers.count == result.answers.count else { return without(answers, limit) }
        return AddressFindings(
            verdict: result.verdict, doubts: result.doubts, places: told(answers, result.verdict, limit))
    }

    /// What is left where the filter took the best answers away: nobody has judged the next one.
    private func without(_ answers: [AddressAnswer], _ limit: Int) -> AddressFindings {
        let verdict: AddressResult.Verdict = answers.isEmpty ? .none : .doubt
        return AddressFindings(
            verdict: verdict, doubts: [answers.isEmpty ? .unlike : .rival], places: told(answers, verdict, limit))
    }

    private func told(_ answers: [AddressAnswer], _ verdict: AddressResult.Verdict, _ limit: Int) -> [FoundPlace] {
        answers.prefix(limit).enumerated().map { rank, answer in
            let bounds: ClosedRange<Double> =
                switch (rank, verdict) {
                case (0, .accepted): 0.8...1
                case (_, .none): 0...0.49
                default: 0...0.79
                }
            let score = min(max(answer.score, bounds.lowerBound), bounds.upperBound)
            return FoundPlace(answer.place, score: score, evidence: answer)
        }
    }

    private func search(_ question: AddressQuestion) -> AddressFindings {
        let filter = question.filter
        let text = filter.isWithoutHouses ? question.text.withoutHouseNumber : question.text
        // A code stands for a place to look in, several for several.
        let codes = filter.communeCodes.isEmpty ? [""] : filter.communeCodes.sorted().prefix(50)
        let postcode = filter.postcodes.count == 1 ? filter.postcodes.first ?? "" : ""
        let found = codes.map { code in
            find(
                AddressQuery(address: text, postcode: postcode, communeCode: code), limit: question.limit,
                filter: filter)
        }
        guard var best = found.max(by: { $0.strength < $1.strength }) else { preconditionFailure("no code at all") }
        if found.count > 1 {
            best.places = found.flatMap(\.places).sorted { $0.score > $1.score }
        }
        if let near = question.near, best.verdict != .accepted { best.places.sort(near: near) }
        return best
    }

    /// Adds what the text may become, and the communes that it names.
    private func complete(_ found: inout AddressFindings, _ question: AddressQuestion) {
        let places =
            question.isBeginning
            ? complete(question.text, limit: question.limit, near: question.near, filter: question.filter)
            : communes(named: question.text, limit: question.limit, filter: question.filter)
        guard !places.isEmpty else { return }
        let known = Set(places.map(\.place.identifier))
        // What was judged comes before what only begins alike, unless nothing can be said for it.
        let isWorthy = found.verdict == .doubt && (found.places.first?.score ?? 0) > (places[0].score)
        let rest = found.places.filter { !known.contains($0.place.identifier) || $0.place.identifier.isEmpty }
        found.places = isWorthy ? found.places + places.filter { $0.place != found.places[0].place } : places + rest
        guard !isWorthy else { return }
        judge(&found, places)
    }

    /// A commune that was named in full, and is the only one of that name, is what was asked for.
    private func judge(_ found: inout AddressFindings, _ places: [FoundPlace]) {
        let named = places.filter { $0.place.kind == .municipality && $0.score >= 0.8 }
        if named.count == 1, named[0].place == places[0].place {
            (found.verdict, found.doubts) = (.accepted, [])
            return
        }
        for place in found.places.indices { found.places[place].score = min(found.places[place].score, 0.79) }
        if found.verdict == .none, places[0].score >= 0.7 {
            let isCommune = places[0].place.kind == .municipality
            (found.verdict, found.doubts) = (.doubt, isCommune ? [.uncertainCommune] : [.fewerWords])
        }
    }
}

extension AddressFindings {
    fileprivate var strength: (Int, Double) {
        (verdict == .accepted ? 2 : verdict == .doubt ? 1 : 0, places.first?.score ?? -1)
    }
}

extension [FoundPlace] {
    /// A place is worth up to a tenth more the nearer it is, as in the national geocoder.
    fileprivate mutating func sort(near place: Coordinate) {
        let points = map { $0.score - Swift.min($0.place.point.metres(to: place) / 50_000, 1) / 10 }
        self = zip(points, self).sorted { $0.0 > $1.0 }.map(\.1)
    }
}

extension AddressFilter {
    fileprivate var isWithoutHouses: Bool { !kinds.isEmpty && !kinds.contains(.housenumber) }
}

extension String {
    /// `12 bis rue Foch` as a street: `rue Foch`.
    fileprivate var withoutHouseNumber: String {
        var words = split(separator: " ")[...]
        guard let first = words.first, first.first?.isNumber == true, words.count > 1 else { return self }
        words.removeFirst()
        if let suffix = words.first, words.count > 1, ["bis", "ter", "quater"].contains(suffix.lowercased()) {
            words.removeFirst()
        }
        return words.joined(separator: " ")
    }
}
