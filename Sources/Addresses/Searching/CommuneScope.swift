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
}
