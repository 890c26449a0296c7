import Spelling

/// One search for one name: each step knows one kind of likeness.
final class NameSearch {
    let reference: Reference
    let scope: Scope
    let typed: TypedName
    let hints: Hints

    init(reference: Reference, scope: Scope, typed: TypedName, hints: Hints) {
        self.reference = reference
        self.scope = scope
        self.typed = typed
        self.hints = hints
    }

    /// The communes of the scope; in the whole of France, those that the row points to.
    private(set) lazy var members: [Commune] =
        switch scope {
        case .national: narrowed ?? []
        case .epci(let code): reference.communes(epci: code)
        case .communes(let codes): codes.sorted().compactMap(reference.commune(code:)).filter(\.isCurrent)
        }

    /// The départements of the scope: a stranger in one of them may well be meant.
    private(set) lazy var departments = Set(members.map(\.department))

    /// A name that has parentheses of its own.
    func byLiteralName() -> NameMatch? {
        guard typed.hasMore else { return nil }
        let found = bucket(typed.literal).filter {
            $0.kind == .commune && inScope($0) && NameKey($0.name).full == typed.literal.full
        }
        guard found.count == 1 else { return nil }
        return found[0].name == typed.written ? .exact(found[0]) : .certain(found[0], .spelling)
    }

    /// The official name, or one of its spellings.
    func byName() -> NameMatch? {
        for reading in typed.readings {
            let bucket = bucket(reading).filter { $0.isCurrent && inScope($0) }
            let written = bucket.filter { $0.name == typed.written }
            if !written.isEmpty, let match = judge(written, .spelling, alone: isAlone(written[0], reading)) {
                if case .certain(let commune, _) = match { return .exact(commune) }
                return match
            }
            let full = bucket.filter { NameKey($0.name).full == reading.full }
            let bare = bucket.filter { NameKey($0.name).bare == reading.bare }
            let spelled = reading.hasArticle && !full.isEmpty ? full : bare
            if !spelled.isEmpty { return judge(spelled, .spelling, alone: isAlone(spelled[0], reading)) }
            let near = strangers(reading).contains(where: isNear)
            if !bucket.isEmpty { return judge(bucket, .smallWords, alone: scope != .national && !near) }
        }
        return nil
    }

    /// `69003 Lyon`: the postcode of one arrondissement.
    func byTownAndPostcode() -> NameMatch? {
        guard let postcode = typed.postcode, !typed.isCedex, let town = typed.readings.first else { return nil }
        let towns = bucket(town).filter { $0.kind == .commune }
        let served = towns.flatMap { reference.districts(of: $0.code) }.filter { $0.postcodes.contains(postcode) }
        return served.count == 1 && inScope(served[0]) ? judge(served, .district, alone: true) : nil
    }

    /// The arrondissement of a town by its number.
    func byDistrict() -> NameMatch? {
        for reading in typed.readings {
            guard let named = DistrictNumber(reading.words) else { continue }
            let towns = named.town.isEmpty ? members : bucket(NameKey(words: named.town))
            let districts = towns.filter { $0.kind == .commune && inScope($0) }
                .flatMap { reference.districts(of: $0.code) }
                .filter { DistrictNumber($0.name.foldedWords)?.number == named.number }
            if let match = judge(districts, .district, alone: districts.count == 1) { return match }
        }
        return nil
    }

    /// The name of a commune that has been merged or renamed.
    func byFormerName() -> NameMatch? {
        for reading in typed.readings {
            let former = bucket(reading).filter {
                !$0.isCurrent && inScope($0) && NameKey($0.name).bare == reading.bare
            }
            let answering = unique(former.compactMap { reference.parent(of: $0.code) })
            guard let first = former.first, case .former(let into, let since) = first.kind else { continue }
            let renamed =
                into == first.code && scope != .national && strangers(reading).isEmpty
                && reference.formerCommunes(of: into).count == 1
            if let match = judge(answering, .formerName(since: since), alone: renamed) { return match }
        }
        return nil
    }

    /// The same letters, with the spaces elsewhere: `Mont d'Or` and `Montdor`.
    func byLetters() -> NameMatch? {
        guard let reading = typed.readings.first, strangers(reading).isEmpty else { return nil }
        let found = members.filter { $0.isCurrent && NameKey($0.name).full == reading.full }
        return judge(found, .spelling, alone: scope != .national)
    }

    /// A commune outside the territory that bears exactly this name.
    func outside() -> NameMatch? {
        guard let reading = typed.readings.first else { return nil }
        let strangers = strangers(reading)
        let confirmed = strangers.filter { confirmation(of: $0) != nil }
        if confirmed.count == 1, let evidence = confirmation(of: confirmed[0]) {
            return confirmed[0].name == typed.written ? .exact(confirmed[0]) : .certain(confirmed[0], evidence)
        }
        let near = strangers.filter(isNear)
        return near.isEmpty ? nil : .none(closest: unique(near + nearest()))
    }

    /// The beginning of a name: `Tassin`, `St Genis`.
    func byPart() -> NameMatch? {
        guard scope != .national || narrowed != nil, let reading = typed.readings.last else { return nil }
        let words = reading.significantWords
        guard words.joined().utf8.count >= 4, words != ["saint"], words != ["sainte"] else { return nil }
        let found = members.filter { commune in
            let other = NameKey(commune.name).significantWords
            return commune.kind == .commune && other.count > words.count && other.starts(with: words)
        }
        return judge(found, .shortened, alone: false)
    }

    /// A few wrong letters.
    func byTypo() -> NameMatch? {
        let found = likeNames(slack: 0)
        return judge(found.map(\.commune), .typo, alone: false)
    }

    /// What to propose when nothing fits.
    func nearest() -> [Commune] {
        let hinted = [hints.code, hints.identifierCode].compactMap { $0.flatMap(reference.commune(code:)) }
        return Array(unique(hinted + likeNames(slack: 1).map(\.commune)).prefix(5))
    }

    /// What a lone number may stand for: a postcode, or an INSEE code in the wrong column.
    func numbered(_ number: String) -> [Commune] {
        let coded = reference.commune(code: number).map { [$0] } ?? []
        return Array(unique(coded + reference.communes(postcode: number)).filter(inScope).prefix(5))
    }
}
