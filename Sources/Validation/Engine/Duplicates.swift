/// Finds the rows whose keys came before, over all parts of a file.
struct Duplicates {
    private let file: TextFile
    private let dialect: Dialect
    private let plan: TablePlan
    /// The number of the first row of the file.
    private let firstRow: Int

    init(file: TextFile, dialect: Dialect, plan: TablePlan, firstRow: Int) {
        (self.file, self.dialect, self.plan, self.firstRow) = (file, dialect, plan, firstRow)
    }

    /// The faults of the keys, by row.
    func marks(_ parts: [PartResult]) -> [FaultMark] {
        RowKeys.columns(plan).enumerated().flatMap { key, columns in marks(parts, key: key, columns: columns) }
    }

    private func marks(_ parts: [PartResult], key: Int, columns: [Int]) -> [FaultMark] {
        let entries = entries(parts, key: key)
        var marks: [FaultMark] = []
        var slots = [UInt32](repeating: 0, count: Self.size(for: entries.count))
        let mask = slots.count - 1
        for (place, entry) in entries.enumerated() {
            guard entry.offset >= 0 else {
                marks.append(mark(entry, key, columns, isMissing: true))
                continue
            }
            var slot = Int(truncatingIfNeeded: entry.mix) & mask
            while slots[slot] != 0 {
                let other = entries[Int(slots[slot]) - 1]
                if other.mix == entry.mix, isSame(other, entry, columns, key) {
                    marks.append(mark(entry, key, columns, isMissing: false))
                    break
                }
                slot = (slot + 1) & mask
            }
            if slots[slot] == 0 { slots[slot] = UInt32(place + 1) }
        }
        return marks
    }

    private func entries(_ parts: [PartResult], key: Int) -> [RowKeys.Entry] {
        var entries: [RowKeys.Entry] = []
        entries.reserveCapacity(parts.reduce(0) { $0 + ($1.keys.isEmpty ? 0 : $1.keys[key].count) })
        var before = firstRow
        for part in parts {
            if !part.keys.isEmpty {
                for entry in part.keys[key] {
                    entries.append(RowKeys.Entry(mix: entry.mix, row: entry.row + before, offset: entry.offset))
                }
            }
            before += part.rowCount
        }
        return entries
    }

    private static func size(for count: Int) -> Int {
        var size = 16
        while size < count * 2 { size *= 2 }
        return size
    }

    /// Whether two rows have the same key, not only the same number for it.
    private func isSame(_ one: RowKeys.Entry, _ other: RowKeys.Entry, _ columns: [Int], _ key: Int) -> Bool {
        self.key(of: one, columns) == self.key(of: other, columns)
    }

    private func key(of entry: RowKeys.Entry, _ columns: [Int]) -> [UInt8] {
        var cutter = RecordCutter(file.text, dialect: dialect, at: entry.offset)
        _ = cutter.next()
        var key: [UInt8] = []
        withExtendedLifetime(cutter) {
            _ = RowKeys.write(cutter.cells, columns, plan, needsAll: false, &key)
        }
        return key
    }

    private func mark(_ entry: RowKeys.Entry, _ key: Int, _ columns: [Int], isMissing: Bool) -> FaultMark {
        let isUnique = key < plan.uniqueColumns.count
        let isPrimary = !isUnique && !plan.primaryKey.isEmpty && key == plan.uniqueColumns.count
        guard isUnique else {
            return FaultMark(
                row: entry.row, column: -1, rank: isPrimary ? .primaryKey : .uniqueKey,
                what: isPrimary
                    ? (isMissing ? .primaryKeyMissing : .primaryKey)
                    : .uniqueKey(key - plan.uniqueColumns.count - (plan.primaryKey.isEmpty ? 0 : 1)),
                cell: "")
        }
        var cutter = RecordCutter(file.text, dialect: dialect, at: entry.offset)
        _ = cutter.next()
        let cell = withExtendedLifetime(cutter) {
            columns[0] < cutter.cells.count ? NativeCell.text(cutter.cells[columns[0]]) : ""
        }
        return FaultMark(row: entry.row, column: Int32(columns[0]), rank: .unique, what: .unique, cell: cell)
    }
}
