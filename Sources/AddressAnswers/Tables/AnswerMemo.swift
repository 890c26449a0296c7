import Addresses
import Spreadsheets

/// The cells that were found for rows, by what the rows say: tables say the same address over and over.
struct AnswerMemo {
    /// The cells that are added to a row, as they are written.
    struct Cells {
        var bytes: [UInt8]
        var verdict: AddressResult.Verdict?
    }

    private let columns: [Int]
    private let size: Int
    private var places: [UInt64: Int] = [:]
    private var entries: [(key: [UInt8], cells: Cells)] = []
    /// What the row says that is looked at.
    private var key: [UInt8] = []
    private var sum: UInt64 = 0

    /// Remembers up to `size` answers to what stands in some columns.
    init(columns: [Int], size: Int) {
        self.columns = columns
        self.size = size
    }

    /// Looks at a row; what is known of one that says the same.
    mutating func cells(for record: Record) -> Cells? {
        key.removeAll(keepingCapacity: true)
        for column in columns {
            if column < record.count { key.append(contentsOf: record[column]) }
            key.append(0x1F)
        }
        sum = Self.sum(key)
        guard let place = places[sum], entries[place].key == key else { return nil }
        return entries[place].cells
    }

    /// Remembers what was found for the row that was looked at last.
    mutating func keep(_ cells: Cells) {
        if entries.count >= size {
            entries.removeAll(keepingCapacity: true)
            places.removeAll(keepingCapacity: true)
        }
        places[sum] = entries.count
        entries.append((key, cells))
    }

    /// FNV-1a. Rows that collide are only searched anew: what is kept is compared in full.
    private static func sum(_ bytes: [UInt8]) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return sum
    }
}
