import Schemas
import Tables
public import Foundation
public import Texts

/// What a catalogue says about a dataset. All of it is derived: from the schema, the communes, the rows, and what a
/// person answered; nobody types a sheet.
public struct Metadata: Sendable {
    /// The identifier, which never changes.
    public var identifier: String
    /// The title; never empty.
    public var title: String
    /// What it is: more than a hundred characters.
    public var description: Text
    /// Words under which people look for it; at least one.
    public var keywords: [String]
    /// What it is about.
    public var theme: Theme
    /// The days that it is about; nil where nothing is published.
    public var period: Period?
    /// Where it is: the rectangle of the rows, else of the communes that publish, else of the whole territory.
    public var extent: Extent?
    /// Where a person can ask.
    public var contact: Contact
    /// The terms of reuse.
    public var licence: Licence
    /// How often it is renewed.
    public var frequency: Frequency
    /// When it was published first, among the current releases.
    public var issued: Date?
    /// When it was last renewed.
    public var modified: Date?
    /// The version of its structure.
    public var version: String
    /// The category of high-value datasets that the law puts it into.
    public var highValue: HighValue?
    /// Where the national structure that it follows is published; nil where the structure is the territory's own.
    public var nationalStructure: String?

    /// What is said about a dataset of a publisher.
    ///
    /// - Parameter territory: The rectangle of all that the publisher publishes, where it is known.
    public init(_ record: DatasetRecord, publisher: Publisher, territory: Extent? = nil) {
        let schema = record.schema
        identifier = record.name
        title = schema.title.isBlank ? record.name : schema.title
        description = DatasetDescription(record).text
        keywords = Self.keywords(of: record)
        theme = schema.additions.theme.flatMap(Theme.init) ?? .government
        period = record.content?.period ?? Self.period(of: record)
        extent = record.extent ?? Self.extent(of: record, in: publisher) ?? territory
        contact = Contact(
            name: publisher.name.isBlank && !record.publisher.isBlank ? record.publisher : publisher.shownName,
            email: publisher.email)
        licence = record.licence
        // Nothing was promised: that is what "irregular" says, and catalogues take "unknown" for an oversight.
        frequency = record.frequency == .unknown ? .irregular : record.frequency
        issued = record.firstPublished
        modified = record.lastPublished
        version = schema.version
        highValue = HighValue(of: schema)
        nationalStructure = schema.address
    }

    /// The words of the model; without any, the words of its title.
    private static func keywords(of record: DatasetRecord) -> [String] {
        let said = (record.schema.additions.keywords ?? []).filter { !$0.isBlank }
        let title = record.schema.title.isBlank ? record.name : record.schema.title
        let words = said.isEmpty ? [title] + title.split { !$0.isLetter }.map(String.init) : said
        var seen: Set<String> = []
        // The lengths that data.gouv.fr takes.
        let kept = words.filter { (3...96).contains($0.count) && seen.insert($0.lowercased()).inserted }
        return kept.isEmpty ? ["données ouvertes"] : kept
    }

    /// From the oldest to the newest of the current releases: what the rows were known to be.
    private static func period(of record: DatasetRecord) -> Period? {
        guard let first = record.firstPublished, let last = record.lastPublished else { return nil }
        return Period(from: first, to: last)
    }

    private static func extent(of record: DatasetRecord, in publisher: Publisher) -> Extent? {
        let codes = record.communes.flatMap { Place.codes(within: $0.code) }
        return Extent(of: codes.compactMap { publisher.outlines[$0] }.flatMap(\.coordinates))
    }
}

extension String {
    /// Whether there is nothing to read.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
