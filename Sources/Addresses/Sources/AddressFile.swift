import Foundation

/// An address file: its lines, each with its fields in their places.
struct AddressFile {
    /// What a file is made of.
    private let reader: LineReader
    private let columns: AddressColumns
    private let delimiter: UInt8

    /// How many bytes of the file were read, of how many.
    var progress: (done: Int, of: Int) { reader.progress }

    /// - Throws: `AddressBaseError` where it is missing, or its columns are not those of an address base.
    init(_ url: URL) throws(AddressBaseError) {
        reader = try LineReader(url)
        guard let first = try reader.next(), String(validating: first, as: UTF8.self) != nil else {
            throw .foreign(url.lastPathComponent)
        }
        let delimiters = [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09, UInt8(ascii: "|")]
        delimiter = delimiters.max { a, b in first.count { $0 == a } < first.count { $0 == b } } ?? 0x3B
        var header: [String] = []
        Self.cut(first, delimiter) { _, field in header.append(field.trimmed.text) }
        guard let columns = AddressColumns(header: header) else { throw .foreign(url.lastPathComponent) }
        self.columns = columns
    }

    /// Reads the lines one by one; the body gets the number of the line as an editor shows it.
    func forEachLine(_ body: (Int, AddressLine) throws -> Void) throws {
        var number = 1
        while let bytes = try reader.next() {
            number += 1
            if bytes.isEmpty { continue }
            var line = AddressLine()
            Self.cut(bytes, delimiter) { place, field in
                guard place < columns.fields.count, let path = columns.fields[place] else { return }
                line[keyPath: path] = field.trimmed
            }
            try body(number, line)
        }
    }

    /// Cuts a line into its fields. A field in quotes loses them, in place; doubled quotes in it become one.
    private static func cut(
        _ line: UnsafeMutableBufferPointer<UInt8>, _ delimiter: UInt8, _ body: (Int, AddressLine.Field) -> Void
    ) {
        guard let bytes = line.baseAddress else { return }
        var place = 0, start = 0, written = 0
        var isQuoted = false
        var at = 0
        func close() {
            body(place, UnsafeBufferPointer(start: bytes + start, count: written - start))
            place += 1
            start = written
        }
        while at < line.count {
            let byte = bytes[at]
            at += 1
            if byte == delimiter, !isQuoted {
                close()
                continue
            }
            if byte == 0x22 {
                guard isQuoted, at < line.count, bytes[at] == 0x22 else {
                    isQuoted.toggle()
                    continue
                }
                at += 1
            }
            bytes[written] = byte
            written += 1
        }
        close()
    }
}
