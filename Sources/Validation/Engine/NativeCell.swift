/// A cell of a workbook that is no text: a number, a truth value, a date. A sign in front of its bytes says so.
///
/// A text field takes no number, even one that looks right: its zeros are lost already. Validata says the same.
struct NativeCell {
    /// The signs: control characters, which no cell begins with.
    static let number: UInt8 = 0x01
    static let truth: UInt8 = 0x02
    static let date: UInt8 = 0x03

    private let sign: UInt8
    private let text: Bytes

    @inline(__always) init?(_ cell: Bytes) {
        guard let first = cell.first, first >= Self.number, first <= Self.date else { return nil }
        sign = first
        text = cell.part(1..<cell.count)
    }

    /// What is written, without the sign.
    static func text(_ cell: Bytes) -> String { NativeCell(cell)?.text.text ?? cell.text }

    /// The value for a field; nil where the field takes none of the kind.
    func value(for field: FieldPlan) -> Logical? {
        switch sign {
        case Self.number:
            ExactNumber(decimal: text).flatMap { field.reader.read(.number($0, isInteger: $0.isWhole)) }
        case Self.truth: field.reader.read(.truth(text.equals([0x74])))
        default: moment(for: field)
        }
    }

    /// Dates are dates whatever form the field wants: a workbook shows them as its reader likes.
    private func moment(for field: FieldPlan) -> Logical? {
        let isoDay = DateReader(format: "default").read(text.part(0..<min(10, text.count)))
        let isoMoment = DatetimeReader(format: "default").read(text)
        return switch field.descriptor.type {
        case "date": text.count == 10 || isMidnight ? isoDay : nil
        case "datetime": isoMoment ?? isoDay
        case "time": TimeReader(format: "default").read(text)
        case "string", "any": .text(text.text)
        default: nil
        }
    }

    private var isMidnight: Bool { text.count >= 19 && text.part(11..<19).text == "00:00:00" }
}
