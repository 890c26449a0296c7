/// Which commune somebody meant by a name.
public enum NameMatch: Hashable, Sendable {
    /// The words are the official name, letter for letter.
    case exact(Commune)
    /// Only this commune can be meant.
    case certain(Commune, Evidence)
    /// This commune is by far the best answer; a person should agree.
    case likely(Commune, Evidence)
    /// Several could be meant, the best first.
    case ambiguous([Commune])
    /// None fits. The nearest names, which may lie outside the territory, the best first.
    case none(closest: [Commune])

    /// The one commune that is meant, unless a person must choose.
    public var commune: Commune? {
        switch self {
        case .exact(let commune), .certain(let commune, _), .likely(let commune, _): commune
        case .ambiguous, .none: nil
        }
    }
}

/// Among which communes a name is looked for.
public enum Scope: Hashable, Sendable {
    /// All of France. One name in ten is borne by several communes.
    case national
    /// The communes of an intercommunal body, by its SIREN number.
    case epci(String)
    /// The communes with these codes.
    case communes(Set<String>)
}

/// What else the row, and the sender, say about the commune.
public struct Hints: Hashable, Sendable {
    /// The INSEE code in the row.
    public var code: String?
    /// The postcode in the row.
    public var postcode: String?
    /// The INSEE code inside the identifier of the row (`PAR-69382-021` → `69382`).
    public var identifierCode: String?
    /// The code of the commune that sent the file.
    public var sender: String?

    /// Hints.
    public init(
        code: String? = nil, postcode: String? = nil, identifierCode: String? = nil, sender: String? = nil
    ) {
        self.code = code
        self.postcode = postcode
        self.identifierCode = identifierCode
        self.sender = sender
    }
}
