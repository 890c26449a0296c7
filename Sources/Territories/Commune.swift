public import Tables

/// A commune of France, one of the arrondissements of Lyon, Paris or Marseille, or a commune that is no more.
public struct Commune: Hashable, Sendable {
    /// The INSEE code, five characters (`69123`, `2A004`).
    public var code: String
    /// The official name, with its capitals, accents and hyphens.
    public var name: String
    /// The postcodes that are used in it. Empty when they are not known.
    public var postcodes: [String]
    /// The intercommunal body that it belongs to, if it is known.
    public var epci: EPCI?
    /// How many people live there, if it is known.
    public var population: Int?
    /// A place in its middle, if it is known.
    public var center: Coordinate?
    /// What it is today.
    public var kind: Kind

    /// What a code of the *code officiel géographique* stands for.
    public enum Kind: Hashable, Sendable {
        /// A commune of today.
        case commune
        /// An arrondissement of the commune with this code.
        case district(of: String)
        /// A commune, or a name, that has gone: merged into the commune with this code, or renamed if the code is its
        /// own. The date is ISO 8601, if it is known.
        case former(into: String, since: String?)
    }

    /// A commune.
    public init(
        code: String, name: String, postcodes: [String] = [], epci: EPCI? = nil, population: Int? = nil,
        center: Coordinate? = nil, kind: Kind = .commune
    ) {
        self.code = code
        self.name = name
        self.postcodes = postcodes
        self.epci = epci
        self.population = population
        self.center = center
        self.kind = kind
    }

    /// The code of the département: `69`, `2A`, `971`.
    public var department: String {
        String(code.prefix(code.hasPrefix("97") || code.hasPrefix("98") ? 3 : 2))
    }

    /// The code of the commune that answers for it today: its own, unless it is an arrondissement or has gone.
    public var parentCode: String {
        switch kind {
        case .commune: code
        case .district(let parent), .former(let parent, _): parent
        }
    }

    /// Whether it is a commune, or an arrondissement, of today.
    public var isCurrent: Bool {
        if case .former = kind { false } else { true }
    }
}

/// An intercommunal body: a métropole, a communauté.
public struct EPCI: Hashable, Sendable {
    /// The SIREN number, nine digits.
    public var code: String
    /// The name.
    public var name: String

    /// An intercommunal body.
    public init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}
