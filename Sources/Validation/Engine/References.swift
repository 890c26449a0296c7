/// The references of a table to itself: each row must name a row that is there.
struct References {
    let file: TextFile
    let dialect: Dialect
    let plan: TablePlan
    /// The byte at which the first row begins, and its number.
    let start: Int
    let firstRow: Int

    /// The faults, by row.
    func marks() -> [FaultMark] {
        plan.selfReferences.flatMap { reference in
            var known: Set<[UInt8]> = []
            walk(reference.referenced) { key, _ in known.insert(key) }
            guard !known.isEmpty else { return [FaultMark]() }
            var marks: [FaultMark] = []
            walk(reference.columns) { key, row in
                guard !known.contains(key) else { return }
                marks.append(FaultMark(row: row, .foreignKey(Int32(reference.place))))
            }
            return marks
        }
    }

    /// The keys of all rows that have one.
    private func walk(_ columns: [Int], _ body: ([UInt8], Int) -> Void) {
        var cutter = RecordCutter(file.text, dialect: dialect, at: start)
        var key: [UInt8] = []
        var row = firstRow
        while cutter.next() {
            if RowKeys.write(cutter.cells, columns, plan, needsAll: false, &key) { body(key, row) }
            row += 1
        }
    }
}
