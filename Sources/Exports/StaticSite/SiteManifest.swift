public import Catalog

/// What a static site holds, for the program that takes it in again: `gabarit.json` at its root.
public struct SiteManifest: Sendable, Codable {
    /// One dataset.
    public struct Dataset: Sendable, Codable {
        /// Its identifier (`parcs-jardins`).
        public var name: String
        /// Where its schema is, from the root.
        public var model: String
        /// Where its rows are with all that is known of them, from the root: see ``SiteState``.
        public var state: String
        /// How many rows there are.
        public var rowCount: Int
        /// The current releases, in the order in which the rows count them.
        public var releases: [Release]
    }

    /// The version of this form of manifest.
    public var version: Int
    /// The name of the territory.
    public var publisher: String
    /// The datasets.
    public var datasets: [Dataset]

    /// The version that is written.
    static let current = 1
    /// The name of the file.
    static let fileName = "gabarit.json"
}
