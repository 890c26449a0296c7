/// A cell of a workbook that is no text: a number, a truth value, a moment. A sign in front of its bytes says so.
///
/// A text field takes no number, even one that looks right: its zeros are lost already. Validata says the same.
struct NativeCell {
    /// The signs: control characters, which no cell begins with.
    static let number: UInt8 = 0x01
    static let truth: UInt8 = 0x02
    static let date: UInt8 = 0x03
    static let time: UInt8 = 0x04

    private let sign: UInt8
    private let text: Bytes

    @inline(__always) init?(_ cell: Bytes) {
        guard let first = cell.first, first >= Self.number, first <= Self.time else { return nil }
        sign = first
        text = cell.part(1..<cell.count)
    }

    /// What is written, without the sign.
    static func text(_ cell: Bytes) -> String { NativeCell(cell)?.written ?? cell.text }

    /// The value as Python writes it.
    private var written: String {
        switch sign {
        case Self.truth: isTrue ? "True" : "False"
        case Self.date: text.text.replacing("T", with: " ")
        default: text.text
        }
    }

    /// Whether the value is one of the words for nothing.
    func isMissing(_ words: [[UInt8]]) -> Bool {
        let written = written
        return words.contains { $0.elementsEqual(written.utf8) }
    }

    private var isTrue: Bool { text.equals([0x74]) }

    /// The value for a field; nil where the field takes none of the kind.
    func value(for field: FieldPlan) -> Logical? {
        switch sign {
        case Self.number:
            ExactNumber(decimal: text).flatMap { field.reader.read(.number($0, isInteger: isInteger)) }
        case Self.truth: truth(for: field)
        case Self.time: time(for: field)
        default: moment(for: field)
        }
    }

    /// Whether a number is written without a fraction: `2024.0` is no year.
    private var isInteger: Bool { text.allSatisfy { $0.isDigit || $0 == 0x2D } }

    /// Python counts truth values among whole numbers, and only years let them pass.
    private func truth(for field: FieldPlan) -> Logical? {
        guard field.descriptor.type == "year" else { return field.reader.read(.truth(isTrue)) }
        return .number(ExactNumber(isTrue ? 1 : 0))
    }

    /// A time of the day, or a length of time (`PT30H`).
    private func time(for field: FieldPlan) -> Logical? {
        let isLength = text.contains(0x50)
        return switch field.descriptor.type {
        case "time": isLength ? nil : TimeReader(format: "default").read(text)
        case "duration": isLength ? DurationReader().read(text) : nil
        case "any": .text(text.text)
        default: nil
        }
    }

    /// Days and moments that are no text are good whatever form the field wants.
    private func moment(for field: FieldPlan) -> Logical? {
        switch field.descriptor.type {
        case "date":
            text.count == 10 || isMidnight
                ? DateReader(format: "default").read(text.part(0..<min(10, text.count))) : nil
        case "datetime": DatetimeReader(format: "default").read(text)
        case "any": .text(written)
        default: nil
        }
    }

    private var isMidnight: Bool { text.count >= 19 && text.part(11..<19).text == "00:00:00" }
}
