import Catalog
public import Editions

/// Of how many rows of a dataset the place is known: map formats differ in what they can hold.
public enum Placing: Sendable, Hashable {
    case none, some, all

    /// How an edition is placed. A dataset without rows has no places.
    public init(_ edition: Edition) {
        var (hasPlaces, hasOthers) = (false, false)
        for row in 0..<edition.rowCount where !(hasPlaces && hasOthers) {
            if edition.positions[row] == nil { hasOthers = true } else { hasPlaces = true }
        }
        self = hasPlaces ? (hasOthers ? .some : .all) : .none
    }
}
