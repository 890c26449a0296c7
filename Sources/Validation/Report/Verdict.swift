/// The verdict on a file, with everything that does not respect the schema.
public struct Verdict: Sendable {
    /// What is wrong with the schema, the header or the checks: few faults, each with its words.
    var faults: [Fault] = []
    /// What is wrong with the rows: they may be millions, and get their words when they are told.
    private(set) var marks: [FaultMark] = []
    /// What checks of several columns said of rows.
    private(set) var sayings: [RowSaying] = []
    /// The file, from which the cells of faults are read again.
    private var source: TableSource?
    /// What is told after the rows.
    private var closing: [Fault] = []
    /// What should be looked at, although it is no error.
    public private(set) var warnings: [String] = []
    /// The header of the file.
    let labels: [String]
    /// How many rows the file has, the header aside.
    public private(set) var rowCount = 0
    /// How long the judgement took.
    public internal(set) var seconds = 0.0

    let fields: [FieldPlan]
    /// The checks that the schema asks for.
    private(set) var rules: [CheckRule] = []
    /// For each column of the file, its field.
    let columns: [Int?]
    private var rowsRead = 0

    init(
        faults: [Fault], warnings: [String] = [], labels: [String] = [], fields: [FieldPlan] = [], columns: [Int?] = []
    ) {
        self.faults = faults
        self.warnings = warnings
        self.labels = labels
        self.fields = fields
        self.columns = columns
    }

    /// Whether nothing is wrong.
    public var isValid: Bool { errorCount == 0 }

    /// How many columns the file has.
    public var fieldCount: Int { labels.count }

    /// How many things are wrong.
    public var errorCount: Int { faults.count + marks.count + closing.count }

    /// How many rows were judged.
    public var processedCount: Int { rowsRead }

    /// Calls a body with every fault: header, rows in their order, checks that cannot be used.
    public func forEachFault(_ body: (Fault) throws -> Void) rethrows {
        for fault in faults { try body(fault) }
        if let source {
            let cells = FaultCells(source)
            for mark in marks { try body(words(of: mark, cells)) }
        }
        for fault in closing { try body(fault) }
    }

    /// Every fault. For files with few of them; else see `forEachFault`.
    public var allFaults: [Fault] {
        var all: [Fault] = []
        forEachFault { all.append($0) }
        return all
    }

    mutating func add(_ faults: [Fault], warnings: [String]) {
        closing += faults
        self.warnings += warnings
    }

    /// Judges the rows.
    mutating func add(rows source: TableSource, _ beginning: TableSource.Beginning, _ plan: TablePlan) {
        (self.source, rules) = (source, plan.rules)
        var parts = PartedReading(
            file: source.file, dialect: source.dialect, plan: plan, start: beginning.start
        ).results()
        var row = beginning.firstRow
        marks.reserveCapacity(parts.reduce(0) { $0 + $1.marks.count })
        for number in parts.indices {
            add(&parts[number], firstRow: row)
            row += parts[number].rowCount
        }
        rowsRead = row - beginning.firstRow
        rowCount = row - 2
        var later: [FaultMark] = []
        if plan.keyCount > 0 {
            later += Duplicates(
                file: source.file, dialect: source.dialect, plan: plan, firstRow: beginning.firstRow
            ).marks(parts)
        }
        if !plan.selfReferences.isEmpty {
            later += References(
                file: source.file, dialect: source.dialect, plan: plan, start: beginning.start,
                firstRow: beginning.firstRow
            ).marks()
        }
        guard !later.isEmpty else { return }
        marks += later
        let order = marks.indices.sorted {
            (marks[$0].row, marks[$0].rank, $0) < (marks[$1].row, marks[$1].rank, $1)
        }
        marks = order.map { marks[$0] }
    }

    /// Takes the faults of a part over; they are not kept twice.
    private mutating func add(_ part: inout PartResult, firstRow: Int) {
        for mark in part.marks {
            var mark = mark
            mark.row = mark.row < 0 ? 1 : mark.row + Int32(firstRow)
            mark.place += part.range.lowerBound
            if case .together(let saying) = mark.what { mark.what = .together(saying + Int32(sayings.count)) }
            marks.append(mark)
        }
        sayings += part.sayings
        (part.marks, part.sayings) = ([], [])
    }
}
