/// How the name of a street agrees with what was typed, word by word.
public struct StreetLikeness: Sendable, Equatable {
    /// From 0 to 1: what was typed and found on both sides, by the weight of the words.
    public var similarity: Float = 0
    /// Whether the kind of street agrees.
    public var kind: Kind = .same
    /// How many telling words were typed that the name has not.
    public var typedOnly = 0
    /// How many telling words the name has that were not typed.
    public var foundOnly = 0
    /// How many words may be on one side only: a year after a month, the name of the commune.
    public var omitted = 0
    /// How many titles stand on one side only.
    public var titles = 0
    /// How many words differ by a slip of the pen, or sound alike.
    public var slips = 0
    /// How many of them may well be another name: `martin` for `marin`.
    public var unlikelySlips = 0
    /// How many words sound alike, but are words of their own in the base or far apart in writing.
    public var knownSounds = 0
    /// How many words were typed as their first letters.
    public var shortened = 0
    /// Whether the spelling is the same, articles too.
    public var isSameSpelling = false
    /// Whether all the words that were not typed stand at the beginning of the name: a given name left out.
    public var isTail = false
    /// Whether they all stand at its end: `place Henri d'Astier` for the Place Henri d'Astier de la Vigerie.
    public var isHead = false

    /// How the kinds of street agree.
    public enum Kind: String, Sendable {
        case same
        /// None was typed.
        case notTyped
        /// The base writes none.
        case notFound
        case differs
    }
}

/// Compares what was typed with the names of streets.
struct StreetComparison {
    let index: AddressIndex
    let typed: StreetWords

    /// How a name agrees; `commune` are the words of the name of its commune, which people add to streets:
    /// `avenue du Plessis-Trévise` for the Avenue du Plessis of Le Plessis-Trévise.
    func likeness(to name: NameEntry, commune: [Word]) -> StreetLikeness {
        var likeness = StreetLikeness()
        let found = FoundWords(name, index)
        likeness.isSameSpelling = name.spelling == typed.spelling
        var match = [Int](repeating: -1, count: typed.words.count)
        var isTaken: UInt32 = 0
        var matched: Float = 0
        for (place, word) in typed.words.enumerated() {
            guard let number = word.number,
                let other = found.firstIndex(of: number, notIn: isTaken)
            else { continue }
            match[place] = other
            isTaken |= 1 << UInt32(other)
            matched += 2 * word.weight
        }
        matched += join(found, &match, &isTaken)
        for (place, word) in typed.words.enumerated() where match[place] == -1 {
            guard let (other, degree) = found.bestLike(word, notIn: isTaken) else { continue }
            match[place] = other
            isTaken |= 1 << UInt32(other)
            matched += (word.weight + found.words[other].weight) * degree.similarity
            likeness.note(degree, word)
        }
        compareKinds(found, &isTaken, &matched, &likeness)
        for (place, word) in typed.words.enumerated() where match[place] == -1 && word.word != found.kind {
            if word.meaning == .title {
                likeness.titles += 1
            } else if commune.contains(word.word) {
                likeness.omitted += 1
            } else {
                likeness.typedOnly += 1
            }
        }
        countFoundOnly(found, isTaken, &likeness)
        let total =
            typed.words.reduce(0) { $0 + $1.weight } + found.weight + 2 * StreetWords.weight(.kind, names: nil, of: 0)
        likeness.similarity = min(1, matched / max(total, 0.1))
        return likeness
    }

    /// Words that one side writes as one: `jeanjaures`, `delattre` for `de lattre`.
    private func join(_ found: FoundWords, _ match: inout [Int], _ isTaken: inout UInt32) -> Float {
        var gained: Float = 0
        for place in typed.words.indices.dropLast() where match[place] == -1 && match[place + 1] == -1 {
            let joined = typed.words[place].word.joined(typed.words[place + 1].word)
            guard
                let other = found.words.indices.first(where: {
                    isTaken & (1 << UInt32($0)) == 0 && found.words[$0].word == joined
                })
            else { continue }
            match[place] = other
            match[place + 1] = -2
            isTaken |= 1 << UInt32(other)
            gained += typed.words[place].weight + typed.words[place + 1].weight + found.words[other].weight
        }
        for place in typed.words.indices where match[place] == -1 {
            for other in found.words.indices.dropLast()
            where isTaken & (3 << UInt32(other)) == 0
                && found.words[other].word.joined(found.words[other + 1].word) == typed.words[place].word
            {
                match[place] = other
                isTaken |= 3 << UInt32(other)
                gained += typed.words[place].weight + found.words[other].weight + found.words[other + 1].weight
            }
        }
        return gained
    }

    private func compareKinds(
        _ found: FoundWords, _ isTaken: inout UInt32, _ matched: inout Float, _ likeness: inout StreetLikeness
    ) {
        let both = 2 * StreetWords.weight(.kind, names: nil, of: 0)
        switch (typed.kind, found.kind) {
        case (let typed?, let other?) where typed == other:
            likeness.kind = .same
            matched += both
        case (let kind?, let other?):
            // `rue du faubourg saint-martin`, `Faubourg Saint-Martin`: one side writes a kind before the kind. But a
            // cité and the rue that leads to it are two.
            if kind == Word("rue") && Self.roads.contains(other) && typed.words.contains(where: { $0.word == other })
                || other == Word("rue") && Self.roads.contains(kind) && found.words.contains(where: { $0.word == kind })
            {
                likeness.kind = .same
                matched += both * 0.8
            } else {
                likeness.kind = .differs
            }
        case (nil, _?): likeness.kind = .notTyped; matched += both * 0.5
        case (_?, nil): likeness.kind = .notFound; matched += both * 0.3
        case (nil, nil): likeness.kind = .same; matched += both
        }
    }

    /// Kinds that are a rue themselves, so that people write one before them.
    private static let roads: WordSet = [
        Word("faubourg"), Word("chaussee"), Word("cours"), Word("quai"), Word("mail"), Word("montee"),
    ]

    private func countFoundOnly(_ found: FoundWords, _ isTaken: UInt32, _ likeness: inout StreetLikeness) {
        var isAtStart = true
        let last = found.words.indices.last { isTaken & (1 << UInt32($0)) != 0 } ?? -1
        likeness.isTail = true
        likeness.isHead = true
        for (place, known) in found.words.enumerated() {
            let word = known.word
            guard isTaken & (1 << UInt32(place)) == 0 else {
                isAtStart = false
                continue
            }
            switch known.meaning {
            case .title: likeness.titles += 1
            case .telling:
                if word == typed.kind { continue }
                // `8 mai` is `8 mai 1945`; a letter alone is what elision and initials leave.
                if found.isYear(place) {
                    likeness.omitted += 1
                } else if !word.isLetter {
                    likeness.foundOnly += 1
                    if !isAtStart { likeness.isTail = false }
                    if place < last { likeness.isHead = false }
                }
            default: break
            }
        }
    }
}

extension StreetLikeness {
    mutating func note(_ degree: WordLikeness, _ word: StreetWords.TypedWord) {
        switch degree {
        case .same: break
        case .slip(let count, let isLikely):
            slips += count
            if !isLikely || word.number != nil { unlikelySlips += 1 }
        case .plural: slips += 1
        case .sound(let isNear):
            slips += 1
            if word.number != nil || !isNear { knownSounds += 1 }
        case .shortened: shortened += 1
        }
    }
}
