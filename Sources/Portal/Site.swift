public import Catalog
import Markup
import Spelling

/// The portal of a territory: turns pages into documents.
public struct Site: Sendable {
    /// The territory.
    public let publisher: Publisher
    /// The communes to choose from, by name.
    public let communes: [Place]
    /// Whether the interactive map is installed. Without it, maps are drawings.
    public let hasInteractiveMap: Bool
    /// Whether states of the past can be asked for: not on a site of files, which no server answers for.
    public let hasPast: Bool

    /// The portal of a territory of which these are the releases.
    public init(
        publisher: Publisher, releases: [Release] = [], hasInteractiveMap: Bool = false, hasPast: Bool = true
    ) {
        self.publisher = publisher
        self.hasPast = hasPast
        self.hasInteractiveMap = hasInteractiveMap
        var names: [String: Place] = [:]
        for place in releases.map(\.commune) + publisher.communes { names[place.code] = place }
        communes = names.values.sorted { ($0.name.folded, $0.code) < ($1.name.folded, $1.code) }
    }

    /// The whole document of a page.
    public func document(_ page: some Page, for visit: Visit) -> String {
        let frame = Frame(site: self, visit: visit)
        return (visit.isEmbedded && page.canBeEmbedded ? frame.embedded(page) : frame.whole(page)).text
    }
}
