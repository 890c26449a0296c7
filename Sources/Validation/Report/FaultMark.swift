/// A fault, in few bytes: a file may hold millions. `Fault` is the same with all its words; what the cell holds is read
/// again when it is told.
struct FaultMark: Sendable {
    /// The byte at which its record begins. Relative to its part while a file is read.
    var place: Int
    /// The number of the record, from 1; the header is usually 1. Relative to its part while a file is read.
    var row: Int32
    /// The column of the file, from 0; -1 where the whole row is meant.
    var column: Int32
    var what: What

    init(row: Int, column: Int = -1, place: Int = 0, _ what: What) {
        self.row = Int32(row)
        self.column = Int32(column)
        self.place = place
        self.what = what
    }

    enum What: Sendable {
        case blankRow, missingCell, extraCell
        case type, required
        /// A constraint of the field, by its place.
        case constraint(Int32)
        /// An item of an array is none of its type, is missing, or breaks a constraint.
        case itemType, itemRequired
        case itemConstraint(Int32)
        case unique, primaryKeyMissing, primaryKey
        case uniqueKey(Int32), foreignKey(Int32)
        /// A check of one value, by its place among the rules.
        case check(Int32)
        /// A check of several columns, by the place of what it said.
        case together(Int32)
    }

    /// Where it comes among the faults of its row.
    var rank: Int {
        switch what {
        case .unique: 1
        case .primaryKey, .primaryKeyMissing: 2
        case .uniqueKey: 3
        case .foreignKey: 4
        case .check, .together: 5
        default: 0
        }
    }
}

/// What a check of Validata says of a value.
struct CustomFault: Sendable, Hashable {
    var title: String
    var message: String
    /// Validata's word for the kind of error.
    var type: String
}

/// What a check of several columns said of a row, and the value that it showed.
struct RowSaying: Sendable {
    var fault: CustomFault
    var cell = ""
}
