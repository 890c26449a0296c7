public import Repairs

/// A change that was applied to one cell.
public struct Change: Sendable, Hashable {
    /// The place of the row in the table, from 0.
    public let row: Int
    /// The number of the row, as the spreadsheet shows it.
    public let rowNumber: Int
    /// What was done, to this cell and to all others like it.
    public let cause: Cause

    /// The same change to all cells that said the same.
    public struct Cause: Sendable, Hashable {
        /// The letters of the column; nil where the file had none for the field.
        public let column: String?
        /// The field.
        public let field: String
        /// What was sent.
        public let before: String
        /// What is published.
        public let after: String
        /// The rule.
        public let rule: String
        /// How sure it is.
        public let degree: Degree
    }

    /// The letters of the column; nil where the file had none for the field.
    public var column: String? { cause.column }
    /// The field.
    public var field: String { cause.field }
    /// What was sent.
    public var before: String { cause.before }
    /// What is published.
    public var after: String { cause.after }
    /// The rule.
    public var rule: String { cause.rule }
    /// How sure it is.
    public var degree: Degree { cause.degree }
}

/// The changes that were applied to a table, kept by cause: what was done is said once, however many cells it fills.
public struct Changes: Sendable, RandomAccessCollection {
    /// One cause and the rows that it touches.
    public struct Group: Sendable {
        /// What was done.
        public let cause: Change.Cause
        /// The places of the rows in the table, in order.
        public internal(set) var rows: [UInt32]
    }

    /// The groups, in the order in which their causes were first met.
    public private(set) var groups: [Group] = []
    private var places: [Change.Cause: Int] = [:]
    private var ends: [Int] = []
    private let rowNumbers: [Int]

    init(rowNumbers: [Int]) { self.rowNumbers = rowNumbers }

    public var startIndex: Int { 0 }
    public var endIndex: Int { ends.last ?? 0 }

    public subscript(position: Int) -> Change {
        var low = 0, high = ends.count - 1
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] > position { high = middle } else { low = middle + 1 }
        }
        let row = Int(groups[low].rows[position - (low == 0 ? 0 : ends[low - 1])])
        return Change(row: row, rowNumber: rowNumbers[row], cause: groups[low].cause)
    }

    /// The number of a row, as the spreadsheet shows it.
    public func rowNumber(_ row: UInt32) -> Int { rowNumbers[Int(row)] }

    /// Adds a change. To be closed by ``seal()``.
    mutating func add(_ cause: Change.Cause, row: Int) {
        // A part that is its whole cell has not changed.
        guard !cause.before.utf8.elementsEqual(cause.after.utf8) else { return }
        if let place = places[cause] {
            groups[place].rows.append(UInt32(row))
        } else {
            places[cause] = groups.count
            groups.append(Group(cause: cause, rows: [UInt32(row)]))
        }
    }

    /// Takes the changes of some fields in some rows away again.
    mutating func remove(fields: [String], rows: Set<Int>) {
        for place in groups.indices where fields.contains(groups[place].cause.field) {
            groups[place].rows.removeAll { rows.contains(Int($0)) }
        }
    }

    /// Makes the changes countable; causes without rows are dropped.
    mutating func seal() {
        groups.removeAll { $0.rows.isEmpty }
        places = [:]
        ends = groups.reduce(into: []) { $0.append(($0.last ?? 0) + $1.rows.count) }
    }
}
