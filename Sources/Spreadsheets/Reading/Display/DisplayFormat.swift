import Tables

/// How frictionless shows the numbers of a cell, and so how Validata judges them: what is shown by a format is text.
///
/// Follows openpyxl 3.1 (which numbers are moments) and frictionless 5 (`formats/excel/parsers/xlsx.py`) to the letter,
/// where they are rough too: `# ##0` shows no spaces, `@` rounds, and the words of `dd mmmm` are English.
struct DisplayFormat: CellFormat {
    /// How numbers are shown; nil where they stay numbers.
    private var decimals: DecimalDisplay?
    /// What a number means where it is a moment.
    private var moments: Moments?

    private enum Moments: Equatable {
        /// Days and times of the day; nil where they stay what they are.
        case calendar(MomentDisplay?)
        /// Hours that may go beyond a day.
        case elapsed
        /// Days, to which times and lengths of time belong too: files in old formats, read by xlrd.
        case days
    }

    /// A format from its code.
    init(code: String) {
        decimals = code == "General" ? nil : DecimalDisplay(code)
        let kind = MomentCode(code)
        moments = kind.isElapsed ? .elapsed : kind.isMoment ? .calendar(MomentDisplay(code)) : nil
    }

    /// One of the formats that have a number; those that openpyxl does not know show nothing of their own.
    init(builtIn number: Int) { self.init(code: BuiltInCodes.code(of: number)) }

    /// The same moments, and nothing turned into text.
    var bare: DisplayFormat {
        var bare = self
        bare.decimals = nil
        if moments != nil { bare.moments = .days }
        return bare
    }

    var isPlain: Bool { decimals == nil && moments == nil }

    func value(of bytes: UnsafeRawBufferPointer, dates: SerialDate) -> Value {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let number = PlainNumber(bytes), let double = Double(text) else { return Value(text) }
        switch moments {
        case .calendar(let display):
            return StoredMoment(serial: double, from1904: dates.from1904)?.value(shown: display) ?? Self.impossible
        case .elapsed:
            return StoredMoment.duration(days: double).map { Value($0, kind: .time) } ?? Self.impossible
        case .days:
            return StoredMoment(serial: double, from1904: dates.from1904, knowsTimes: false)?.value(shown: nil)
                ?? Self.impossible
        case nil:
            let isFractional = bytes.contains { $0 == 0x2E || $0 | 0x20 == 0x65 }
            let plain = Value(number.pythonWritten(isFractional: isFractional), kind: .number)
            return decimals?.text(of: double).map { Value($0) } ?? plain
        }
    }

    /// A moment that no calendar has.
    private static let impossible = Value("#VALUE!", kind: .error)

    func value(of truth: Bool) -> Value {
        decimals?.text(of: truth ? 1 : 0).map { Value($0) } ?? Value(truth ? "true" : "false", kind: .boolean)
    }
}
