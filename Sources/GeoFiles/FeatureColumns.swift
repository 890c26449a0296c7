import Tables

/// The properties of features as columns, in the order in which the names first appear.
struct FeatureColumns {
    private var names: [[UInt8]] = []
    private var cells: [Cells] = []
    private var places: [[UInt8]: Int] = [:]
    private var identifiers = Cells()
    private var buffer: [UInt8] = []

    /// Takes the properties of one feature.
    mutating func properties(_ scanner: inout JSONScanner, row: Int) throws(JSONScanner.Fault) {
        var expected = 0
        try scanner.members { (scanner, name) throws(JSONScanner.Fault) in
            let place = place(of: name, expected: expected)
            expected = place + 1
            guard cells[place].count <= row else {
                _ = try scanner.raw()
                return
            }
            cells[place].pad(to: row)
            let kind = try value(&scanner)
            buffer.withUnsafeBytes { cells[place].append($0, kind: kind) }
        }
    }

    /// Takes the identifier of one feature.
    mutating func identifier(_ scanner: inout JSONScanner, row: Int) throws(JSONScanner.Fault) {
        let kind = try value(&scanner)
        guard identifiers.count <= row else { return }
        identifiers.pad(to: row)
        buffer.withUnsafeBytes { identifiers.append($0, kind: kind) }
    }

    /// The columns. The identifiers of the features stand last, if no property is called so.
    func columns(rows: Int) -> [Column] {
        var columns: [Column] = []
        for (place, name) in names.enumerated() {
            var cells = cells[place]
            cells.pad(to: rows)
            columns.append(Column(header: String(decoding: name, as: UTF8.self), position: place, cells: cells))
        }
        let hasIdentifier = (0..<identifiers.distinctCount).contains { identifiers.kind(of: $0) != .blank }
        if hasIdentifier, places[Array("id".utf8)] == nil {
            var cells = identifiers
            cells.pad(to: rows)
            columns.append(Column(header: "id", position: columns.count, cells: cells))
        }
        return columns
    }

    /// Most features name their properties in the same order, so that the expected place is mostly right.
    private mutating func place(of name: [UInt8], expected: Int) -> Int {
        if expected < names.count, names[expected] == name { return expected }
        if let known = places[name] { return known }
        names.append(name)
        cells.append(Cells())
        places[name] = names.count - 1
        return names.count - 1
    }

    /// Takes one value; the buffer is left holding its text.
    private mutating func value(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> Value.Kind {
        switch try scanner.kind() {
        case .string:
            try scanner.string(into: &buffer)
            return .text
        case .number:
            try scanner.rawBytes(into: &buffer)
            buffer.makePlainDecimal()
            return .number
        case .boolean:
            try scanner.rawBytes(into: &buffer)
            return .boolean
        case .null:
            _ = try scanner.raw()
            buffer.removeAll(keepingCapacity: true)
            return .blank
        case .object, .array:
            try scanner.rawBytes(into: &buffer)
            buffer.dropBlanksOfJSON()
            return .text
        }
    }
}
