/// A fault, in few bytes: a file may hold millions. `Fault` is the same with all its words.
struct FaultMark: Sendable {
    /// The number of the record, from 1; the header is usually 1. Relative to its chunk while a file is read.
    var row: Int
    /// The column of the file, from 0; -1 where the whole row is meant.
    var column: Int32
    /// Where it comes among the faults of its row.
    var rank: Rank
    var what: What
    /// What the cell holds.
    var cell: String

    enum Rank: UInt8, Sendable { case row, unique, primaryKey, uniqueKey, foreignKey, custom }

    enum What: Sendable {
        case blankRow, missingCell, extraCell
        case type, required
        /// A constraint of the field, by its place.
        case constraint(Int)
        /// An item of an array is none of its type, is missing, or breaks a constraint.
        case itemType, itemRequired
        case itemConstraint(Int)
        case unique, primaryKeyMissing, primaryKey
        case uniqueKey(Int), foreignKey(Int)
        /// A check of Validata, by its place, and what it says.
        case custom(Int, CustomFault)
    }
}

/// What a check of Validata says of a value.
struct CustomFault: Sendable, Hashable {
    var title: String
    var message: String
    /// Validata's word for the kind of error.
    var type: String
}
