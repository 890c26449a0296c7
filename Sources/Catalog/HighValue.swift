public import Schemas
public import Texts

/// A category of high-value datasets, which the law wants free, machine-readable and behind an API.
///
/// Source: Implementing Regulation (EU) 2023/138; the EU authority table *high-value-dataset-category*.
public enum HighValue: String, Sendable, CaseIterable {
    case meteorological = "c_164e0bf5"
    case companies = "c_a9135398"
    case geospatial = "c_ac64a52d"
    case mobility = "c_b79e35eb"
    case environment = "c_dd313021"
    case statistics = "c_e1da4e07"

    /// The category of a dataset: what its model says, else what is known of the national model that it follows.
    public init?(of schema: Schema) {
        if let code = schema.additions.highValue {
            self.init(rawValue: code)
        } else if let known = Self.models[schema.name.lowercased()] {
            self = known
        } else {
            return nil
        }
    }

    /// The words for people.
    public var title: Text {
        switch self {
        case .meteorological: Text(fr: "Météorologiques", en: "Meteorological")
        case .companies: Text(fr: "Entreprises et propriété d'entreprises", en: "Companies and company ownership")
        case .geospatial: Text(fr: "Géospatiales", en: "Geospatial")
        case .mobility: Text(fr: "Mobilité", en: "Mobility")
        case .environment: Text(fr: "Observation de la terre et environnement", en: "Earth observation and environment")
        case .statistics: Text(fr: "Statistiques", en: "Statistics")
        }
    }

    /// National models that carry no addition of ours: addresses (annex 1 of the regulation) and charging points.
    private static let models: [String: HighValue] = [
        "adresses": .geospatial, "bal": .geospatial, "base-adresse-locale": .geospatial,
        "irve": .mobility, "schema-irve-statique": .mobility, "schema-irve-dynamique": .mobility,
    ]
}
