public import Foundation
public import Schemas

/// What is said about one dataset: the sheet that a catalogue shows. It is derived, never typed in twice.
public struct DatasetRecord: Sendable {
    /// The schema that the rows respect.
    public var schema: Schema
    /// The territory that publishes.
    public var publisher: String
    /// The terms of reuse.
    public var licence: Licence
    /// How often it is renewed.
    public var frequency: Frequency
    /// The current release of each commune, by name of commune.
    public var releases: [Release]
    /// The rectangle of all positions, where they are known.
    public var extent: Extent?
    /// When anything of it was released for the first time; nil where only the current releases are known.
    public var begunAt: Date?
    /// What the rows say about the dataset, where they were looked at.
    public var content: ContentSummary?

    /// The sheet of a dataset of which these are the current releases.
    public init(schema: Schema, publisher: String, releases: [Release], extent: Extent? = nil) {
        self.schema = schema
        self.publisher = publisher
        licence = Licence.named(schema.additions.licence)
        frequency = schema.additions.frequency.flatMap(Frequency.init) ?? .unknown
        self.releases = releases.sorted { ($0.commune.name, $0.commune.code) < ($1.commune.name, $1.commune.code) }
        self.extent = extent
    }

    /// The identifier, in addresses (`parcs-jardins`).
    public var name: String { schema.name }
    /// The communes that publish it.
    public var communes: [Place] { releases.map(\.commune) }
    /// How many rows there are in all.
    public var rowCount: Int { releases.reduce(0) { $0 + $1.rowCount } }
    /// When it was published for the first time, as far as that is known.
    public var firstPublished: Date? { begunAt ?? releases.map(\.publishedAt).min() }
    /// When it was last renewed.
    public var lastPublished: Date? { releases.map(\.publishedAt).max() }
    /// How good it is.
    public var quality: Quality { Quality(releases) }

    /// The same sheet with the releases of one commune only.
    public func of(commune code: String) -> DatasetRecord {
        var part = self
        let codes = Set(Place.codes(within: code))
        part.releases = releases.filter { codes.contains($0.commune.code) }
        return part
    }
}
