public import Tables

/// Who publishes: a territory and its communes.
public struct Publisher: Sendable {
    /// The name of the territory (`Métropole de Lyon`).
    public var name: String
    /// The communes of the territory. Communes that only the releases know are added by the pages.
    public var communes: [Place]
    /// The outlines of the communes, by code, where they are known: they are the background of the maps.
    public var outlines: [String: Geometry]
    /// The code of today for each code that a commune of the territory bore before a merger: whoever still asks for
    /// Pierre-Bénite (69152) is given Oullins-Pierre-Bénite (69149).
    public var formerCodes: [String: String] = [:]
    /// Where a person can write about the data.
    public var email: String?

    /// The name, or what stands for it where none is given.
    public var shownName: String { name.isBlank ? "Données ouvertes" : name }

    /// A territory.
    public init(name: String, communes: [Place] = [], outlines: [String: Geometry] = [:], email: String? = nil) {
        self.name = name
        self.communes = communes
        self.outlines = outlines
        self.email = email
    }
}
