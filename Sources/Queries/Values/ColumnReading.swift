import Editions
import Schemas
import Tables

/// How the values of one column are understood: by the type of its field.
struct ColumnReading {
    let field: Field?
    let kind: Kind

    init(_ field: Field?) {
        self.field = field
        guard let field else {
            kind = .text
            return
        }
        let base: Kind.Base =
            switch field.type {
            case .number, .integer, .year: .number
            case .boolean: .boolean
            case .date, .datetime, .yearmonth: .moment
            case .geopoint, .geojson: .shape
            default: .text
            }
        kind = Kind(base: base, isList: field.separator?.isEmpty == false)
    }

    /// What a value is worth. A value that does not respect its type cannot be compared with one that does.
    func worth(_ bytes: UnsafeBufferPointer<UInt8>) -> Worth {
        guard !bytes.isEmpty else { return .unknown }
        guard kind.isList, let separator = field?.separator else { return one(bytes) }
        return .list(
            bytes.split(on: Array(separator.utf8)).map { one($0) }.filter { !$0.isUnknown })
    }

    private func one(_ bytes: UnsafeBufferPointer<UInt8>) -> Worth {
        if bytes.isEmpty { return .unknown }
        let text = String(decoding: bytes, as: UTF8.self)
        switch kind.base {
        case .number: return Self.number(bytes).map(Worth.number) ?? .text(text)
        case .boolean: return truth(text).map(Worth.boolean) ?? .text(text)
        case .moment: return Moment(reading: bytes).map(Worth.moment) ?? .text(text)
        case .shape: return shape(text).map { .shape([$0]) } ?? .text(text)
        default: return .text(text)
        }
    }

    /// The truth value that a text of this field, or of a question, stands for.
    func truth(_ text: String) -> Bool? {
        if field?.trueValues.contains(text) == true { return true }
        if field?.falseValues.contains(text) == true { return false }
        return text == "true" ? true : text == "false" ? false : nil
    }

    /// A GeoJSON geometry, or a point of Table Schema: `4.8, 45.7`.
    private func shape(_ text: String) -> Geometry? {
        if field?.type == .geojson || text.hasPrefix("{") { return Geometry(geoJSON: text) }
        let parts = text.split { $0 == "," || $0 == "[" || $0 == "]" || $0 == " " }.compactMap { Double($0) }
        guard parts.count == 2, abs(parts[0]) <= 180, abs(parts[1]) <= 90 else { return nil }
        return .point(Coordinate(longitude: parts[0], latitude: parts[1]))
    }

    /// A decimal number, with an exponent or not; nil for anything else.
    static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var digits: UInt64 = 0
        var count = 0
        var decimals = 0
        var hasDigit = false
        var hasPoint = false
        var place = 0
        let isNegative = bytes.first == 0x2D
        if isNegative || bytes.first == 0x2B { place = 1 }
        while place < bytes.count {
            let byte = bytes[place]
            if byte.isDigit {
                hasDigit = true
                if digits > 0 || byte != 0x30 { count += 1 }
                if count <= 18 { digits = digits &* 10 &+ UInt64(byte - 0x30) }
                if hasPoint { decimals += 1 }
            } else if byte == 0x2E, !hasPoint {
                hasPoint = true
            } else if byte | 0x20 == UInt8(ascii: "e"), hasDigit {
                return rare(bytes)
            } else {
                return nil
            }
            place += 1
        }
        guard hasDigit else { return nil }
        // Both the digits and the power of ten are exact here, so that one division rounds rightly.
        guard count <= 18, digits < 1 << 53, decimals <= 22 else { return rare(bytes) }
        let value = Double(digits) / powersOfTen[decimals]
        return isNegative ? -value : value
    }

    private static func rare(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        Double(String(decoding: bytes, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
    }

    private static let powersOfTen: [Double] = (0...22).map { Double("1e\($0)") ?? 1 }
}

extension UnsafeBufferPointer<UInt8> {
    /// The pieces between separators.
    func split(on separator: [UInt8]) -> [UnsafeBufferPointer<UInt8>] {
        guard let first = separator.first, count >= separator.count else { return [self] }
        var pieces: [UnsafeBufferPointer<UInt8>] = []
        var start = 0
        var place = 0
        while place <= count - separator.count {
            if self[place] == first, self[place..<place + separator.count].elementsEqual(separator) {
                pieces.append(.init(rebasing: self[start..<place]))
                place += separator.count
                start = place
            } else {
                place += 1
            }
        }
        pieces.append(.init(rebasing: self[start..<count]))
        return pieces
    }
}

extension Edition {
    /// How a column is understood.
    func reading(_ column: Int) -> ColumnReading { ColumnReading(schema.field(table.fields[column])) }

    /// What each distinct value of a column is worth.
    func worths(_ column: Int) -> [Worth] {
        workings.worths(column) {
            let (cells, reading) = (table.columns[column], reading(column))
            return (0..<cells.distinctCount).map { code in cells.withBytes(of: code) { reading.worth($0) } }
        }
    }

    /// The number of each distinct value of a column.
    func numbers(_ column: Int) -> [Double] {
        workings.numbers(column) {
            let cells = table.columns[column]
            return (0..<cells.distinctCount).map { code in
                cells.withBytes(of: code) { ColumnReading.number($0) ?? .nan }
            }
        }
    }
}
