import Editions
import Tables

/// The cells of a row as one text: a JSON array of strings in the order of the fields, so that other programs can
/// read the database too.
enum CellText {
    /// Writes the rows of a table; each distinct value is encoded once.
    struct Writer {
        private let encoded: [[[UInt8]]?]
        private let codes: [[UInt32]]

        /// - Parameter sources: For each field of the document, its column in the table.
        init(_ table: CleanTable, sources: [Int?]) {
            encoded = sources.map { source in
                source.map { column in
                    let cells = table.columns[column]
                    return (0..<cells.distinctCount).map { code in
                        cells.withBytes(of: code) { JSONText.string($0) }
                    }
                }
            }
            codes = sources.map { source in source.map { table.columns[$0].codes } ?? [] }
        }

        func text(of row: Int) -> String {
            var bytes: [UInt8] = [0x5B]
            for column in encoded.indices {
                if column > 0 { bytes.append(0x2C) }
                if let values = encoded[column] {
                    bytes.append(contentsOf: values[Int(codes[column][row])])
                } else {
                    bytes.append(0x22)
                    bytes.append(0x22)
                }
            }
            bytes.append(0x5D)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Calls the body with each cell and its place. The text must be one that the writer wrote.
    static func read(_ text: UnsafeRawBufferPointer, _ body: (Int, UnsafeRawBufferPointer) -> Void) {
        var place = 0
        var position = 1
        while position < text.count, text[position] == 0x22 {
            let start = position + 1
            var end = start
            var isPlain = true
            while end < text.count, text[end] != 0x22 {
                if text[end] == 0x5C {
                    isPlain = false
                    end += 1
                }
                end += 1
            }
            guard end < text.count else { return }
            let cell = UnsafeRawBufferPointer(rebasing: text[start..<end])
            if isPlain { body(place, cell) } else { unescaped(cell).withUnsafeBytes { body(place, $0) } }
            place += 1
            position = end + 2
        }
    }

    /// The cells as texts.
    static func cells(of text: UnsafeRawBufferPointer) -> [String] {
        var cells: [String] = []
        read(text) { cells.append(String(decoding: $1, as: UTF8.self)) }
        return cells
    }

    /// What `JSONText` escapes, put back.
    private static func unescaped(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        var plain: [UInt8] = []
        var position = 0
        while position < text.count {
            guard text[position] == 0x5C, position + 1 < text.count else {
                plain.append(text[position])
                position += 1
                continue
            }
            switch text[position + 1] {
            case 0x6E: plain.append(0x0A)
            case 0x72: plain.append(0x0D)
            case 0x74: plain.append(0x09)
            case 0x75 where position + 5 < text.count:
                let digits = String(decoding: text[(position + 2)..<(position + 6)], as: UTF8.self)
                plain.append(UInt8(digits, radix: 16) ?? 0x3F)
                position += 4
            default: plain.append(text[position + 1])
            }
            position += 2
        }
        return plain
    }
}
