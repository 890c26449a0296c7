/// Cuts a text into records, one at a time, looking at 64 bytes at once.
///
/// Fields that open with a quote are left to `FieldScanner`, which knows what people do to quotes: this cuts exactly
/// the same fields, only faster. The places of the fields lie in memory that is used again for each record.
struct RecordCursor: ~Copyable {
    private static let quote = UInt8(ascii: "\"")

    /// Where the next record starts.
    private(set) var position: Int
    private let bytes: UnsafeRawBufferPointer
    private let delimiter: UInt8
    private let separators: SeparatorMask
    private var scanner: FieldScanner
    private var fields: UnsafeMutablePointer<FieldPlace>
    private var capacity = 64
    private var count = 0
    /// The 64 bytes that are looked at, and the separators among them that are still to come.
    private var window: Int
    private var mask: UInt64

    /// A cursor that stands before the record at `position`.
    init(_ bytes: UnsafeRawBufferPointer, delimiter: UInt8, delimitersOfRow: Int = 0, from position: Int = 0) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.position = position
        separators = SeparatorMask(delimiter: delimiter)
        scanner = FieldScanner(bytes, delimiter: delimiter, delimitersOfRow: delimitersOfRow, from: position)
        fields = .allocate(capacity: capacity)
        window = position
        mask = separators.bits(of: bytes, from: position)
    }

    deinit {
        fields.deallocate()
    }

    /// The next record, valid until the one after is asked for; nil at the end.
    mutating func next() -> Record? {
        guard position < bytes.count, let base = bytes.baseAddress else { return nil }
        count = 0
        cut(base)
        return Record(text: base, fields: UnsafePointer(fields), count: count)
    }

    /// Reads fields up to the end of the record.
    @inline(__always)
    private mutating func cut(_ base: UnsafeRawPointer) {
        let total = bytes.count
        var start = position
        var window = window
        var mask = mask
        while true {
            if start < total, opensQuote(base, at: start) {
                let endsRecord = addQuoted(at: start)
                start = scanner.position
                (window, mask) = sought(start, window: window, mask: mask)
                if endsRecord { break }
                continue
            }
            while mask == 0, window < total {
                window += SeparatorMask.width
                mask = separators.bits(of: bytes, from: window)
            }
            let end = mask == 0 ? total : window + mask.trailingZeroBitCount
            mask &= mask &- 1
            add(FieldPlace(start: start, end: end))
            start = end + 1
            guard end < total else { break }
            let byte = base.load(fromByteOffset: end, as: UInt8.self)
            guard byte != delimiter else { continue }
            if byte == 0x0D, start < total, base.load(fromByteOffset: start, as: UInt8.self) == 0x0A {
                start += 1
                (window, mask) = sought(start, window: window, mask: mask)
            }
            break
        }
        position = start
        self.window = window
        self.mask = mask
    }

    /// Whether a field starts with a quote, blanks aside.
    @inline(__always)
    private func opensQuote(_ base: UnsafeRawPointer, at start: Int) -> Bool {
        var place = start
        while true {
            let byte = base.load(fromByteOffset: place, as: UInt8.self)
            if byte == Self.quote { return true }
            guard byte == 0x20 || byte == 0x09, byte != delimiter, place + 1 < bytes.count else { return false }
            place += 1
        }
    }

    /// Adds a field that may stand between quotes; true if it is the last of its record.
    private mutating func addQuoted(at start: Int) -> Bool {
        let field = scanner.next(from: start)
        var marks = field.hasDoubledQuotes ? FieldPlace.doubled : 0
        if field.isUnbalanced { marks |= FieldPlace.unbalanced }
        if field.isQuoted { marks |= FieldPlace.quoted }
        add(FieldPlace(start: field.range.lowerBound, end: field.range.upperBound, marks: marks))
        return field.endsRecord
    }

    /// The window in which a place lies, and its separators from there on.
    @inline(__always)
    private func sought(_ place: Int, window: Int, mask: UInt64) -> (Int, UInt64) {
        let offset = place - window
        if offset < SeparatorMask.width { return (window, mask & (~0 &<< UInt64(offset))) }
        return (place, separators.bits(of: bytes, from: place))
    }

    @inline(__always)
    private mutating func add(_ field: FieldPlace) {
        if count == capacity { grow() }
        fields[count] = field
        count += 1
    }

    @inline(never)
    private mutating func grow() {
        let wider = UnsafeMutablePointer<FieldPlace>.allocate(capacity: 2 * capacity)
        wider.moveInitialize(from: fields, count: count)
        fields.deallocate()
        fields = wider
        capacity *= 2
    }
}
