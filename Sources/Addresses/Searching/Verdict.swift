import Tables

/// Why an answer is not taken without somebody looking at it.
public enum Doubt: String, Sendable, Codable, CaseIterable {
    /// Too little is the same.
    case unlike
    /// The commune that was typed is another one.
    case otherCommune
    /// The commune cannot be told from others.
    case uncertainCommune
    /// The postcode belongs to another commune.
    case otherPostcode
    /// The kind of street is another: a rue for an impasse.
    case otherKind
    /// Words were typed that the street has not.
    case moreWords
    /// The street has words that were not typed.
    case fewerWords
    /// A word is written otherwise, and may be another name.
    case otherSpelling
    /// The street has no such number.
    case numberMissing
    /// Another street fits as well.
    case rival
}

/// The rule that decides whether an answer is accepted. It can be read from top to bottom: an answer that gives no
/// reason to doubt is accepted, one that is unlike what was typed is none, everything else is for a person to see.
struct Judgement {
    let answer: AddressAnswer
    /// The next answer on another street.
    let rival: AddressAnswer?
    /// The words of the street as typed.
    let typed: StreetWords
    /// The postcode as typed.
    let typedPostcode: UInt32?
    let index: AddressIndex

    /// The reasons to doubt, the heaviest first.
    var doubts: [Doubt] {
        var doubts: [Doubt] = []
        if answer.street.similarity < 0.55 { doubts.append(.unlike) }
        doubts += communeDoubts
        doubts += streetDoubts
        if answer.number == .missing || answer.number == .interpolated && !isSameName { doubts.append(.numberMissing) }
        if hasRival { doubts.append(.rival) }
        return doubts
    }

    private var communeDoubts: [Doubt] {
        switch (answer.communeCode, answer.commune, answer.postcode) {
        case (.differs, _, _), (_, .differs, _): [.otherCommune]
        case (.same, _, _): []
        case (_, .same, .same), (_, .same, .unknown), (_, .alike, .same): []
        case (_, .same, .differs): isPostcodeMistaken ? [] : [.otherPostcode]
        case (_, .unknown, .same): []
        default: [.uncertainCommune]
        }
    }

    /// A wrong postcode beside the right name of a commune: the house is there, and the communes of the postcode, if
    /// there are any, have no such street; the département is the same.
    private var isPostcodeMistaken: Bool {
        isSameName && hasNumber && isNameUnique && isSameDepartment
            && !(rival.map { $0.postcode == .same && $0.street.similarity > 0.9 } ?? false)
    }

    private var isSameName: Bool {
        let street = answer.street
        return street.kind == .same && street.typedOnly == 0 && street.foundOnly == 0 && street.slips == 0
            && street.shortened == 0
    }

    private var streetDoubts: [Doubt] {
        let street = answer.street
        var doubts: [Doubt] = []
        if street.kind == .differs, !isKindMistaken { doubts.append(.otherKind) }
        if street.kind == .notFound { doubts.append(.otherKind) }
        if street.typedOnly > 0 { doubts.append(.moreWords) }
        if street.foundOnly > 0, !isPartOfName { doubts.append(.fewerWords) }
        if street.slips + street.shortened > 0, isOtherName { doubts.append(.otherSpelling) }
        return doubts
    }

    /// A thoroughfare for another: the house is there, all words are the same, and the base knows no street of the
    /// typed name. What branches off a street often bears its name, so that an impasse is never taken for a rue.
    private var isKindMistaken: Bool {
        let found = FoundWords(index.names[Int(index.streets[answer.place.streetPlace].name)], index)
        guard let typedKind = typed.kind, let foundKind = found.kind else { return false }
        let street = answer.street
        return Self.thoroughfares.contains(typedKind) && Self.thoroughfares.contains(foundKind) && !isKnownElsewhere
            && hasNumber && street.typedOnly == 0 && street.foundOnly == 0 && street.slips == 0 && street.shortened == 0
    }

    /// `ALLEE MABILLE` for the Allée Louis Nicolas Mabille: the house is there, the end of the name was typed (or
    /// a good beginning), and the base knows no street of the typed name.
    private var isPartOfName: Bool {
        let street = answer.street
        return (street.isTail || street.isHead && typed.words.count > 1) && street.kind == .same
            && street.typedOnly == 0
            && street.slips == 0
            && street.shortened == 0 && street.foundOnly <= 2 && hasNumber && !isKnownElsewhere
    }

    /// Whether a word that is written otherwise may be another name: it is one that streets bear, and nothing beside
    /// it says that this street is meant.
    private var isOtherName: Bool {
        let street = answer.street
        if isKnownElsewhere || street.slips > 2 || street.shortened > 2 { return true }
        if street.typedOnly + street.foundOnly > 0 || street.kind == .differs { return true }
        return street.unlikelySlips > 0 || street.knownSounds > 0 && typed.words.count == street.knownSounds
    }

    /// Whether a street somewhere bears exactly the typed name: then what was typed is no slip for another name, and
    /// an address that was moved to this commune is not taken for its neighbour.
    private var isKnownElsewhere: Bool { index.knows(typed) }

    /// Whether one commune only bears the typed name.
    private var isNameUnique: Bool { index.isUnique(answer.place.commune) }

    /// Whether the typed postcode is one of the département of the answer.
    private var isSameDepartment: Bool {
        typedPostcode.map { PackedCode.text($0).prefix(2) == answer.place.communeCode.prefix(2) } ?? true
    }

    private var hasNumber: Bool { answer.number == .found || answer.number == .otherSuffix || answer.number == .range }

    /// Another street that fits nearly as well, elsewhere.
    private var hasRival: Bool {
        guard let rival, rival.place.streetPlace != answer.place.streetPlace else { return false }
        guard rival.place.point.metres(to: answer.place.point) > 50 else { return false }
        return rival.rank > answer.rank - 0.03 && !(hasNumber && rival.number == .missing)
    }

    private static let thoroughfares: WordSet = [
        Word("rue"), Word("avenue"), Word("boulevard"), Word("allee"), Word("chemin"), Word("route"),
    ]
}
