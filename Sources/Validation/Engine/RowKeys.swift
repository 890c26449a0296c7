import Norms

/// The keys of the rows of a part of a file: what may not come twice, as numbers that differ where the keys do.
final class RowKeys {
    /// The key of a row, in few bytes: a file may have millions of them. Parts are small, so that places in them are.
    struct Entry {
        var mix: UInt64
        /// The row, relative to its part.
        var row: UInt32
        /// The byte at which its record begins, relative to its part; `nothing` for a primary key without any value.
        var place: UInt32

        static let nothing = UInt32.max
    }

    private let plan: TablePlan
    /// For each key of the table, those of the rows that have one.
    private(set) var entries: [[Entry]]
    private var buffer: [UInt8] = []

    init(_ plan: TablePlan) {
        self.plan = plan
        entries = Array(repeating: [], count: plan.keyCount)
    }

    /// The columns of each key, in the order of `TablePlan.keyCount`.
    static func columns(_ plan: TablePlan) -> [[Int]] {
        plan.uniqueColumns.map { [$0] } + (plan.primaryKey.isEmpty ? [] : [plan.primaryKey])
            + plan.uniqueKeys.map(\.columns)
    }

    private lazy var columns = Self.columns(plan)

    /// Adds the keys of a row; `place` is where its record begins in the part.
    func add(_ cells: CellList, row: Int, place: Int) {
        for (key, columns) in columns.enumerated() {
            let isPrimary = key == plan.uniqueColumns.count && !plan.primaryKey.isEmpty
            switch Self.write(cells, columns, plan, needsAll: !isPrimary, &buffer) {
            case true:
                let mix = buffer.withUnsafeBufferPointer { $0.mixed(seed: 0x5EED) }
                entries[key].append(Entry(mix: mix, row: UInt32(row), place: UInt32(place)))
            case false where isPrimary:
                entries[key].append(Entry(mix: 0, row: UInt32(row), place: Entry.nothing))
            default: break
            }
        }
    }

    /// Writes a key; false where the row has none.
    static func write(
        _ cells: CellList, _ columns: [Int], _ plan: TablePlan, needsAll: Bool, _ buffer: inout [UInt8]
    ) -> Bool {
        buffer.removeAll(keepingCapacity: true)
        var filled = 0
        for column in columns {
            guard column < cells.count, let field = plan.columns[column] else {
                buffer.append(0)
                continue
            }
            let cell = cells[column]
            if field.isMissing(cell) {
                buffer.append(0)
            } else if field.descriptor.type == "string", !plan.hasNativeCells {
                guard field.descriptor.format == "default" || field.value(of: cell) != nil else {
                    buffer.append(0)
                    continue
                }
                filled += 1
                append(cell, &buffer)
            } else if !plan.hasNativeCells, isCanonical(cell, of: field.descriptor) {
                filled += 1
                append(cell, &buffer)
            } else if let value = field.value(of: cell) {
                filled += 1
                value.canonical.withBytes { append($0, &buffer) }
            } else {
                buffer.append(0)
            }
        }
        return needsAll ? filled == columns.count : filled > 0
    }

    /// Whether a cell is written as `Logical.canonical` writes its value: the usual writing of whole numbers and days.
    private static func isCanonical(_ cell: Bytes, of field: FieldDescriptor) -> Bool {
        switch field.type {
        case "integer":
            guard cell.count < 18, let first = cell.first else { return false }
            return first != 0x30 ? cell.allSatisfy(\.isDigit) : cell.count == 1
        case "date": return field.format == "default" && QuickLook.isISODay(cell)
        default: return false
        }
    }

    private static func append(_ part: Bytes, _ buffer: inout [UInt8]) {
        buffer.append(1)
        var length = part.count
        while length >= 0x80 {
            buffer.append(UInt8(truncatingIfNeeded: length) | 0x80)
            length >>= 7
        }
        buffer.append(UInt8(length))
        buffer.append(contentsOf: part)
    }
}

extension Logical {
    /// A text that is the same for the same values.
    var canonical: String {
        switch self {
        case .text(let text): "t" + text
        case .number(let number): number.plain
        case .truth(let truth): truth ? "b1" : "b0"
        case .day(let day): CalendarDay(ordinal: day)?.iso ?? ""
        case .time(let micros, let offset): "h\(micros - (offset ?? 0) * 1_000_000)\(offset == nil)"
        case .moment(let micros, let offset): "m\(micros - (offset ?? 0) * 1_000_000)\(offset == nil)"
        case .month(let year, let month): "y\(year.plain)-\(month)"
        case .duration(let months, let seconds): "p\(months.plain):\(seconds)"
        case .point(let longitude, let latitude): "g\(longitude.plain),\(latitude.plain)"
        case .json(let tree): "j" + tree.words
        case .list(let items): "l" + items.map(\.canonical).joined(separator: "\u{1F}")
        }
    }
}
