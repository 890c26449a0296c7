import Editions
import Schemas
import Tables

/// The properties of the features of a layer: every name stands once, and every value of a column.
struct TileTags {
    private(set) var keys: [String] = []
    /// The values as the messages of a layer, one behind the other.
    private(set) var values: [UInt8] = []
    private var valueCount: UInt32 = 0
    private let edition: Edition
    private var columns: [Column]
    /// The numbers of values that stand in several columns (`true`), by their bytes.
    private var shared: [[UInt8]: UInt32] = [:]
    private let hasUid: Bool
    private var uidKey: UInt32?

    /// One column of the table.
    private struct Column {
        var field: Field?
        var cells: Cells
        /// The number of the key; nil before its first use.
        var key: UInt32?
        var numbers: NumbersOfCodes
    }

    /// Nothing yet; so many rows will come.
    init(_ edition: Edition, rows: Int) {
        self.edition = edition
        columns = zip(edition.table.fields, edition.table.columns).map { name, cells in
            Column(
                field: edition.schema.field(name), cells: cells,
                numbers: NumbersOfCodes(distinct: cells.distinctCount, rows: rows))
        }
        hasUid = edition.schema.field(meaning: .uid) != nil || edition.schema.field("uid") != nil
    }

    /// The pairs of key and value of a row, without what is unknown.
    mutating func tags(of row: Int) -> [UInt32] {
        var tags: [UInt32] = []
        tags.reserveCapacity(2 * columns.count + 2)
        for place in columns.indices {
            let code = columns[place].cells.codes[row]
            let value = columns[place].numbers[code] ?? number(place, code)
            guard value != NumbersOfCodes.none else { continue }
            tags.append(columns[place].key ?? key(place))
            tags.append(value)
        }
        if !hasUid {
            let key = uidKey ?? UInt32(keys.count)
            if uidKey == nil { keys.append("uid") }
            uidKey = key
            tags.append(key)
            tags.append(append(TileValue.text(edition.uids[row].utf8)))
        }
        return tags
    }

    private mutating func key(_ place: Int) -> UInt32 {
        let number = UInt32(keys.count)
        keys.append(edition.table.fields[place])
        columns[place].key = number
        return number
    }

    private mutating func number(_ place: Int, _ code: UInt32) -> UInt32 {
        let column = columns[place]
        let bytes = column.cells.withBytes(of: Int(code)) { TileValue.encoded($0, column.field) }
        let number: UInt32
        if let bytes {
            // Columns of many values seldom share one.
            let mayBeShared = column.cells.distinctCount <= 256
            number = mayBeShared ? shared[bytes] ?? append(bytes) : append(bytes)
            if mayBeShared { shared[bytes] = number }
        } else {
            number = NumbersOfCodes.none
        }
        columns[place].numbers[code] = number
        return number
    }

    private mutating func append(_ bytes: [UInt8]) -> UInt32 {
        ProtobufText.block(4, bytes, to: &values)
        valueCount += 1
        return valueCount - 1
    }
}

/// The number that each distinct value of a column has in a layer: a list where many rows come, a dictionary where
/// few come of a long column.
private struct NumbersOfCodes {
    /// The number of what has no value.
    static let none = UInt32.max

    private var list: [UInt32] = []
    private var dictionary: [UInt32: UInt32] = [:]
    /// What stands in the list before a number does.
    private static let unset = UInt32.max - 1

    init(distinct: Int, rows: Int) {
        if distinct <= 64 * rows { list = Array(repeating: Self.unset, count: distinct) }
    }

    subscript(code: UInt32) -> UInt32? {
        get {
            guard !list.isEmpty else { return dictionary[code] }
            let number = list[Int(code)]
            return number == Self.unset ? nil : number
        }
        set {
            if list.isEmpty { dictionary[code] = newValue } else { list[Int(code)] = newValue ?? Self.unset }
        }
    }
}

/// A value as a message of a vector tile.
enum TileValue {
    /// A value as its type; nil where it is unknown.
    static func encoded(_ text: UnsafeBufferPointer<UInt8>, _ field: Field?) -> [UInt8]? {
        guard !text.isEmpty else { return nil }
        switch field?.isList == true ? nil : field?.type {
        case .integer, .number, .year: return number(text) ?? self.text(text)
        case .boolean: return boolean(text, field) ?? self.text(text)
        default: return self.text(text)
        }
    }

    static func text(_ text: some Collection<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        ProtobufText.block(1, text, to: &bytes)
        return bytes
    }

    private static func number(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard JSONText.isNumber(text) else { return nil }
        let words = String(decoding: text, as: UTF8.self)
        var bytes: [UInt8] = []
        if let whole = Int64(words) {
            if whole < 0 {
                ProtobufText.number(6, UInt64(bitPattern: whole << 1 ^ whole >> 63), to: &bytes)
            } else {
                ProtobufText.number(5, UInt64(whole), to: &bytes)
            }
        } else if let number = Double(words), number.isFinite {
            ProtobufText.double(3, number, to: &bytes)
        } else {
            return nil
        }
        return bytes
    }

    private static func boolean(_ text: UnsafeBufferPointer<UInt8>, _ field: Field?) -> [UInt8]? {
        let words = String(decoding: text, as: UTF8.self)
        let isTrue = field?.trueValues.contains(words) == true
        guard isTrue || field?.falseValues.contains(words) == true else { return nil }
        var bytes: [UInt8] = []
        ProtobufText.number(7, isTrue ? 1 : 0, to: &bytes)
        return bytes
    }
}
