import Tables

/// One cell of an OpenDocument spreadsheet, as its attributes describe it.
struct ODSCell {
    /// No sheet of any program has more rows or columns.
    private static let mostRepeated = 1 << 24

    private(set) var repeated = 1
    private(set) var columnsSpanned = 1
    private(set) var rowsSpanned = 1
    private(set) var hasFormula = false
    private(set) var isCovered = false
    var comment = ""
    private var type = ValueType.unknown
    private var stored: String?
    private var isError = false

    private enum ValueType {
        case unknown, number, percentage, date, time, boolean, string
    }

    init(_ element: XMLElement) {
        isCovered = "covered-table-cell" ~= element.name
        var cell = self
        element.forEachAttribute { cell.read($0, $1) }
        self = cell
    }

    private mutating func read(_ name: UnsafePointer<CChar>, _ value: UnsafePointer<CChar>) {
        switch XMLName(name) {
        case "value-type": readType(name, XMLName(value))
        case "value", "date-value", "time-value", "boolean-value", "string-value": stored = String(cString: value)
        case "formula": hasFormula = true
        case "number-columns-repeated": repeated = Self.count(value)
        case "number-columns-spanned": columnsSpanned = Self.count(value)
        case "number-rows-spanned": rowsSpanned = Self.count(value)
        default: break
        }
    }

    /// LibreOffice tells errors in a second type, of its own.
    private mutating func readType(_ name: UnsafePointer<CChar>, _ word: XMLName) {
        let isOwn = UInt8(bitPattern: name[0]) == UInt8(ascii: "c")
        switch word {
        case "error": isError = true
        case _ where isOwn: break
        case "float", "currency": type = .number
        case "percentage": type = .percentage
        case "date": type = .date
        case "time": type = .time
        case "boolean": type = .boolean
        case "string": type = .string
        default: break
        }
    }

    private static func count(_ value: UnsafePointer<CChar>) -> Int {
        min(max(1, Int(String(cString: value)) ?? 1), mostRepeated)
    }

    /// Whether the file says what the cell holds.
    var hasValue: Bool { type != .unknown || isError }

    /// What its owner reads, given the text that the file shows for it.
    func value(shown: [UInt8]) -> Value {
        let text = String(decoding: shown, as: UTF8.self)
        if isError { return Value(text, kind: .error) }
        switch type {
        case .number: return number(shown: text) ?? Value(text)
        case .percentage:
            guard let number = stored.flatMap({ PlainNumber($0.utf8) }) else { return Value(text) }
            return Value(String(decoding: number.hundredfold.written, as: UTF8.self) + "%")
        case .date: return stored.map(Value.isoDate) ?? Value(text)
        case .time: return stored.flatMap(Self.time) ?? Value(text)
        case .boolean: return stored.map { Value($0 == "true" ? "true" : "false", kind: .boolean) } ?? Value(text)
        case .string: return Value(shown.isEmpty ? stored ?? "" : text)
        case .unknown: return Value(text)
        }
    }

    /// What frictionless reads, given the text that the file shows: numbers whatever their format, lengths of time as the
    /// file writes them.
    func judged(shown: [UInt8]) -> Value {
        switch type {
        case .number, .percentage:
            guard !isError, let number = stored.flatMap({ PlainNumber($0.utf8) }) else { return value(shown: shown) }
            return Value(number.pythonWritten(isFractional: !number.isWhole), kind: .number)
        case .date: return stored.map { Value($0, kind: .date) } ?? value(shown: shown)
        case .time: return stored.map { Value($0) } ?? value(shown: shown)
        default: return value(shown: shown)
        }
    }

    /// The number, or the digits shown where its format puts others before it (`01053`, `04 78 12 34 56`), or the truth
    /// value that some programs store as a number.
    private func number(shown: String) -> Value? {
        if let stored, stored == shown, Self.isPlain(stored) { return Value(stored, kind: .number) }
        guard let number = stored.flatMap({ PlainNumber($0.utf8) }) else { return nil }
        let plain = String(decoding: number.written, as: UTF8.self)
        if ["VRAI", "TRUE"].contains(shown), plain == "1" { return Value("true", kind: .boolean) }
        if ["FAUX", "FALSE"].contains(shown), plain == "0" { return Value("false", kind: .boolean) }
        let digits = shown.filter { !" \u{A0}\u{202F}.-/".contains($0) }
        let isCode =
            digits.utf8.count > plain.utf8.count && digits.hasSuffix(plain) && number.isWhole && !number.isNegative
            && digits.utf8.allSatisfy { $0 &- 0x30 <= 9 }
        guard isCode else { return Value(plain, kind: .number) }
        return Value(digits, kind: .number)
    }

    private static func isPlain(_ number: String) -> Bool {
        var number = number
        return number.withUTF8 { PlainNumber.isPlain(UnsafeRawBufferPointer($0)) }
    }

    /// `PT08H30M00S` as `08:30:00`; parts of seconds are left out.
    private static func time(_ duration: String) -> Value? {
        guard duration.hasPrefix("PT") else { return nil }
        var seconds = 0
        var digits = ""
        for mark in duration.dropFirst(2) {
            switch mark {
            case "0"..."9", ".", ",": digits.append(mark)
            case "H", "M", "S":
                guard let count = Int(digits.prefix { $0 != "." && $0 != "," }), count < 1_000_000_000 else {
                    return nil
                }
                seconds += count * (mark == "H" ? 3_600 : mark == "M" ? 60 : 1)
                digits = ""
            default: return nil
            }
        }
        return Value(SerialDate.clock(seconds), kind: .time)
    }
}
