/// Judges the rows of a part of a file. One a worker.
final class RowJudge {
    private let plan: TablePlan
    private let columns: [ColumnJudge?]
    /// The columns of which something is asked.
    private let asked: [(place: Int, judge: ColumnJudge)]
    private let keys: RowKeys?
    /// Whether the part holds the first row of the file.
    private let isFirst: Bool
    private(set) var marks: [FaultMark] = []
    private(set) var sayings: [RowSaying] = []
    /// Where the record in hand begins in the part.
    private var place = 0
    private(set) var rowCount = 0

    init(_ plan: TablePlan, stable: Bytes, isFirst: Bool) {
        self.plan = plan
        self.isFirst = isFirst
        let checks = plan.valueChecks.map { places in
            places.compactMap { if case .value(let check) = plan.rules[$0] { check } else { nil } }
        }
        columns = plan.columns.enumerated().map { place, field in
            field.map {
                ColumnJudge($0, checks: checks[place], hasNativeCells: plan.hasNativeCells, stable: stable)
            }
        }
        asked = columns.enumerated().compactMap { place, judge in judge.map { (place, $0) } }
        keys = plan.keyCount > 0 ? RowKeys(plan) : nil
    }

    /// The keys of the rows.
    var keyEntries: [[RowKeys.Entry]] { keys?.entries ?? [] }

    /// Judges a record.
    ///
    /// - Parameter place: Where the record begins in the part.
    func judge(_ cells: CellList, at place: Int) {
        let row = rowCount
        rowCount += 1
        self.place = place
        if !isGood(cells) { tell(cells, row) }
        keys?.add(cells, row: row, place: place)
        if !plan.rowChecks.isEmpty { checkTogether(cells, row) }
    }

    /// Whether a row is good in every cell, and surely not blank.
    private func isGood(_ cells: CellList) -> Bool {
        guard cells.count == columns.count, !isMissing(cells[0], 0) else { return false }
        for column in asked where !column.judge.accepts(cells[column.place]) { return false }
        return true
    }

    private func isMissing(_ cell: Bytes, _ column: Int) -> Bool {
        columns[column]?.plan.isMissing(cell) ?? cell.isEmpty
    }

    /// Tells what is wrong with a row that may not be good, in Validata's order.
    private func tell(_ cells: CellList, _ row: Int) {
        let width = columns.count
        var isBlank = true
        for place in 0..<width where place < cells.count && !isMissing(cells[place], place) { isBlank = false }
        if isBlank, width > 0 {
            add(.blankRow, row, -1)
            return
        }
        for (place, judge) in asked {
            // A cell that is not there is nothing, whatever counts as nothing.
            guard place < cells.count else {
                if judge.plan.isRequired { add(.required, row, place) }
                continue
            }
            guard !judge.accepts(cells[place]) else { continue }
            for mark in judge.marks(cells[place]) { add(mark, row, place) }
        }
        if cells.count > width { for place in width..<cells.count { add(.extraCell, row, place) } }
        if cells.count < width { for place in cells.count..<width { add(.missingCell, row, place) } }
        for (place, judge) in asked where place < cells.count {
            for number in plan.valueChecks[place] {
                guard case .value(let check) = plan.rules[number], judge.refuses(check, cells[place]) else { continue }
                add(.check(Int32(number)), row, place)
            }
        }
    }

    private func add(_ what: FaultMark.What, _ row: Int, _ column: Int) {
        marks.append(FaultMark(row: row, column: column, place: place, what))
    }

    private func add(_ saying: RowSaying, _ row: Int, _ column: Int) {
        add(.together(Int32(sayings.count)), row, column)
        sayings.append(saying)
    }

    private func checkTogether(_ cells: CellList, _ row: Int) {
        for checking in plan.rowChecks {
            if let missing = checking.missing {
                if isFirst, row == 0 { add(RowSaying(fault: missing), -1, -1) }
                continue
            }
            let values = zip(checking.check.columns, checking.columns).map { label, column in
                value(label, column < cells.count && column >= 0 ? cells[column] : nil, column)
            }
            if checking.check.skipsMissing, values.contains(where: { $0.value == nil }) { continue }
            guard let fault = checking.check.fault(values) else { continue }
            add(RowSaying(fault: fault, cell: values[0].written), row, column(of: checking))
        }
    }

    private func value(_ label: String, _ cell: Bytes?, _ column: Int) -> CheckedValue {
        guard let cell, !isMissing(cell, column) else { return CheckedValue(label: label, value: nil, written: "None") }
        let value = columns[column]?.plan.value(of: cell) ?? (columns[column] == nil ? .text(cell.text) : nil)
        return CheckedValue(label: label, value: value, written: NativeCell.text(cell).pythonStripped)
    }

    /// The column on which a fault of several columns is told.
    private func column(of checking: TablePlan.RowChecking) -> Int {
        if let column = checking.check.column {
            return zip(checking.check.columns, checking.columns).first { $0.0 == column }?.1 ?? -1
        }
        let present = checking.columns.filter { $0 >= 0 }
        return present.count == 1 ? present[0] : -1
    }
}
