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
        let all = Entries(parts, key: key)
        var marks: [FaultMark] = []
        var slots = [UInt32](repeating: 0, count: Self.size(for: all.count))
        let mask = slots.count - 1
        var number: UInt32 = 0
        var row = firstRow
        for part in parts {
            for entry in part.keys.isEmpty ? [] : part.keys[key] {
                number += 1
                let offset = part.range.lowerBound + Int(entry.place)
                guard entry.place != RowKeys.Entry.nothing else {
                    marks.append(mark(row + Int(entry.row), 0, key, columns, isMissing: true))
                    continue
                }
                var slot = Int(truncatingIfNeeded: entry.mix) & mask
                while slots[slot] != 0 {
                    let other = all[Int(slots[slot]) - 1]
                    if other.mix == entry.mix, self.key(at: other.offset, columns) == self.key(at: offset, columns) {
                        marks.append(mark(row + Int(entry.row), offset, key, columns, isMissing: false))
                        break
                    }
                    slot = (slot + 1) & mask
                }
                if slots[slot] == 0 { slots[slot] = number }
            }
            row += part.rowCount
        }
        return marks
    }

    /// The keys of all parts under one numbering, where they lie: copying them would double what they take.
    private struct Entries {
        private let parts: [PartResult]
        private let key: Int
        /// For each part, how many keys come before it.
        private let before: [Int]
        let count: Int

        init(_ parts: [PartResult], key: Int) {
            (self.parts, self.key) = (parts, key)
            var total = 0
            before = parts.map { part in
                defer { total += part.keys.isEmpty ? 0 : part.keys[key].count }
                return total
            }
            count = total
        }

        /// The mix of a key, and where its record begins in the file.
        subscript(number: Int) -> (mix: UInt64, offset: Int) {
            var low = 0, high = before.count - 1
            while low < high {
                let middle = (low + high + 1) / 2
                if before[middle] <= number { low = middle } else { high = middle - 1 }
            }
            let entry = parts[low].keys[key][number - before[low]]
            return (entry.mix, parts[low].range.lowerBound + Int(entry.place))
        }
    }

    /// A table at most two thirds full.
    private static func size(for count: Int) -> Int {
        var size = 16
        while size * 2 < count * 3 { size *= 2 }
        return size
    }

    /// The key of the record that begins at a byte: rows are the same by their keys, not by a number for them.
    private func key(at offset: Int, _ columns: [Int]) -> [UInt8] {
        var cutter = RecordCutter(file.text, dialect: dialect, at: offset)
        _ = cutter.next()
        var key: [UInt8] = []
        withExtendedLifetime(cutter) {
            _ = RowKeys.write(cutter.cells, columns, plan, needsAll: false, &key)
        }
        return key
    }

    private func mark(_ row: Int, _ offset: Int, _ key: Int, _ columns: [Int], isMissing: Bool) -> FaultMark {
        guard key >= plan.uniqueColumns.count else {
            return FaultMark(row: row, column: columns[0], place: offset, .unique)
        }
        let unique = key - plan.uniqueColumns.count - (plan.primaryKey.isEmpty ? 0 : 1)
        guard unique < 0 else { return FaultMark(row: row, .uniqueKey(Int32(unique))) }
        return FaultMark(row: row, isMissing ? .primaryKeyMissing : .primaryKey)
    }
}
