/// An expression whose names are resolved and whose types go together: ready to be evaluated.
indirect enum Node {
    case constant(Worth)
    /// The value of a column of the table.
    case column(Int)
    /// The same with its texts changed.
    case changed(Source)
    /// The identifier of the row.
    case identifier
    /// The shape of the row.
    case place
    case list([Node])
    case span(Node, Node)
    case all([Node])
    case any([Node])
    case not(Node)
    case comparison(Comparison, Node, Node)
    case arithmetic(Arithmetic, Node, Node)
    /// A value worked out of values.
    case call(([Worth]) -> Worth, [Node])
    /// A condition with its own way to find its rows.
    case test(any RowTest)
    /// A condition whose rows are known: where it is true, and where it is false.
    case known(RowSet, RowSet)

    /// What it depends on beside constants: columns, and whether more of the row.
    struct Needs {
        var columns: Set<Source> = []
        var row = false

        mutating func add(_ other: Needs) {
            columns.formUnion(other.columns)
            row = row || other.row
        }
    }

    var needs: Needs {
        var needs = Needs()
        switch self {
        case .constant: break
        case .column(let column): needs.columns.insert(Source(column))
        case .changed(let source): needs.columns.insert(source)
        case .identifier, .place, .known, .test: needs.row = true
        case .list(let parts), .all(let parts), .any(let parts), .call(_, let parts):
            for part in parts { needs.add(part.needs) }
        case .not(let part): needs.add(part.needs)
        case .span(let one, let two), .comparison(_, let one, let two), .arithmetic(_, let one, let two):
            needs.add(one.needs)
            needs.add(two.needs)
        }
        return needs
    }

    /// Its worth, where it is the same in every row.
    var constant: Worth? { if case .constant(let worth) = self { worth } else { nil } }
}

/// A condition that finds its rows in its own way: by an index, or by the distinct values of a column.
protocol RowTest {
    /// The rows of which it is true, or of which it is false; `among` are the only ones that matter.
    func rows(where truth: Bool, among: RowSet?) -> RowSet
    /// How dear it is, so that the dearest is asked last.
    var cost: Int { get }
    /// What it may take at most, in nanoseconds.
    var effort: Int { get }
}

/// A node with what is known of its values.
struct Typed {
    var node: Node
    var kind: Kind
    /// How its column is understood, where it is one.
    var reading: ColumnReading?
    /// How it is called in messages.
    var name: String
}
