/// What separates the cells of a text file: the sign that cuts its first rows into the same number of cells.
struct Delimiter {
    /// The sign; a file of one column has none, and then it is one that the text does not hold.
    let byte: UInt8
    /// How many cells most rows have.
    let width: Int
    /// Where the first row starts: after the line `sep=;`, if there is one.
    let start: Int

    /// Whether the cells are separated at all.
    var isFound: Bool { byte != Self.none }

    private static let none: UInt8 = 0
    /// Signs that French files use, the rarest inside a cell first.
    private static let candidates: [UInt8] = [0x09, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ",")]
    private static let rowsLookedAt = 200
    /// How much of a text is looked at.
    static let bytesLookedAt = 1 << 18

    /// Finds the delimiter of a text in UTF-8.
    init(of text: UnsafeRawBufferPointer) {
        if let declared = Self.declared(in: text) {
            let rest = UnsafeRawBufferPointer(rebasing: text[declared.end...])
            (byte, start) = (declared.byte, declared.end)
            width = Self.shape(of: rest, cutAt: byte)?.width ?? 1
            return
        }
        start = 0
        var best: (byte: UInt8, width: Int, score: Double) = (Self.none, 1, 0)
        for candidate in Self.candidates {
            guard let shape = Self.shape(of: text, cutAt: candidate) else { continue }
            let evidence = shape.share * (1 - 1 / Double((shape.width + 1) * (shape.width + 1)))
            let score = candidate == UInt8(ascii: ",") ? evidence * Self.trustInCommas(of: text) : evidence
            if score > best.score { best = (candidate, shape.width, score) }
        }
        (byte, width) = (best.byte, best.width)
    }

    /// The sign in a first line such as `sep=;`, which Excel understands, and the end of that line.
    private static func declared(in text: UnsafeRawBufferPointer) -> (byte: UInt8, end: Int)? {
        var line = text.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(8)
        var end = line.endIndex
        if line.count >= 2, line.first == 0x22 { line = line.dropFirst() }
        if line.last == 0x22 { line = line.dropLast() }
        guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=" else {
            return nil
        }
        guard let byte = line.last, byte < 0x80 else { return nil }
        if end < text.count, text[end] == 0x0D { end += 1 }
        if end < text.count, text[end] == 0x0A { end += 1 }
        return (byte, end)
    }

    /// Commas also stand in prose and in French numbers: there, another sign is trusted more.
    private static func trustInCommas(of text: UnsafeRawBufferPointer) -> Double {
        let sample = UnsafeRawBufferPointer(rebasing: text.prefix(bytesLookedAt))
        var all = 0
        var ordinary = 0
        for place in sample.indices.dropFirst().dropLast() where sample[place] == UInt8(ascii: ",") {
            all += 1
            let isDecimal = sample[place - 1] &- 0x30 <= 9 && sample[place + 1] &- 0x30 <= 9
            if isDecimal || sample[place + 1] == 0x20 { ordinary += 1 }
        }
        return 2 * ordinary > all ? 0.6 : 0.9
    }

    /// The most common number of cells above one, and the share of rows that have it; nil if no row is cut.
    private static func shape(of text: UnsafeRawBufferPointer, cutAt byte: UInt8) -> (width: Int, share: Double)? {
        let sample = UnsafeRawBufferPointer(rebasing: text.prefix(bytesLookedAt))
        var scanner = FieldScanner(sample, delimiter: byte)
        var rows: [Int: Int] = [:]
        var count = 0
        while !scanner.isAtEnd, count < rowsLookedAt {
            var width = 0
            var isBlank = true
            var endsRecord = false
            while !endsRecord {
                let field = scanner.next()
                width += 1
                if !field.range.isEmpty { isBlank = false }
                endsRecord = field.endsRecord
            }
            // The last row of a sample may be cut short.
            if isBlank || (scanner.isAtEnd && sample.count < text.count) { continue }
            rows[width, default: 0] += 1
            count += 1
        }
        let cut = rows.filter { $0.key > 1 }
        guard let most = cut.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return nil }
        return (most.key, Double(most.value) / Double(count))
    }
}
