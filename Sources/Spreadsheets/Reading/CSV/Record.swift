/// One row of a text file while it is read: where its fields lie. Nothing is copied; valid until the next row is read.
public struct Record {
    /// How many fields the row has; a blank line has one, which is empty.
    public let count: Int
    @usableFromInline let text: UnsafeRawPointer
    @usableFromInline let fields: UnsafePointer<FieldPlace>

    @usableFromInline
    init(text: UnsafeRawPointer, fields: UnsafePointer<FieldPlace>, count: Int) {
        self.text = text
        self.fields = fields
        self.count = count
    }

    /// The UTF-8 of a field, without the quotes around it. Quotes inside it are still doubled if
    /// `hasDoubledQuotes` says so.
    @inlinable
    public subscript(field: Int) -> UnsafeRawBufferPointer {
        precondition(field >= 0 && field < count)
        let place = fields[field]
        return UnsafeRawBufferPointer(start: text + place.start, count: place.length)
    }

    /// Whether each quote inside a field is written twice.
    @inlinable
    public func hasDoubledQuotes(_ field: Int) -> Bool { fields[field].marks & FieldPlace.doubled != 0 }

    /// Whether a field opens with a quote that nothing closes: the quote was kept as text.
    @inlinable
    public func isUnbalanced(_ field: Int) -> Bool { fields[field].marks & FieldPlace.unbalanced != 0 }

    /// Whether a field is written between quotes, which are no part of its text.
    @inlinable
    public func isQuoted(_ field: Int) -> Bool { fields[field].marks & FieldPlace.quoted != 0 }

    /// Calls `body` with the text of a field as it is meant, each pair of quotes made one in `spare`, which is used
    /// again from one call to the next.
    @inlinable
    public func withText<Result>(
        of field: Int, spare: inout [UInt8], _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        let raw = self[field]
        guard hasDoubledQuotes(field) else { return try body(raw) }
        Record.halveQuotes(of: raw, into: &spare)
        return try spare.withUnsafeBytes(body)
    }

    /// The text of a field as it is meant.
    public func string(_ field: Int) -> String {
        var spare: [UInt8] = []
        return withText(of: field, spare: &spare) { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether the row holds nothing at all.
    public var isBlank: Bool { (0..<count).allSatisfy { fields[$0].length == 0 } }

    @usableFromInline
    static func halveQuotes(of raw: UnsafeRawBufferPointer, into text: inout [UInt8]) {
        text.removeAll(keepingCapacity: true)
        text.reserveCapacity(raw.count)
        var isSecond = false
        for byte in raw {
            isSecond = byte == 0x22 && !isSecond && text.last == 0x22
            if !isSecond { text.append(byte) }
        }
    }
}

/// Where a field lies in its text, and how it is written.
@usableFromInline
struct FieldPlace {
    @usableFromInline static let doubled = 1
    @usableFromInline static let unbalanced = 2
    @usableFromInline static let quoted = 4

    @usableFromInline let start: Int
    /// The length, and the three marks below it.
    @usableFromInline let lengthAndMarks: Int

    @inlinable
    var length: Int { lengthAndMarks >> 3 }

    @inlinable
    var marks: Int { lengthAndMarks & 7 }

    @inline(__always)
    init(start: Int, end: Int, marks: Int = 0) {
        self.start = start
        lengthAndMarks = (end - start) &<< 3 | marks
    }
}
