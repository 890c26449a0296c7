import Foundation

/// A reference file with separated columns, read byte by byte: UTF-8 or Windows-1252, comma or semicolon, quotes.
struct SeparatedText {
    /// The names of the columns, as they are written.
    let header: [String]
    private let bytes: [UInt8]
    private let separator: UInt8
    private let body: Int

    init(_ data: Data) {
        var bytes = [UInt8](data)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if String(validating: bytes, as: UTF8.self) == nil {
            bytes = Array((String(data: Data(bytes), encoding: .windowsCP1252) ?? "").utf8)
        }
        var start = 0
        while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
            start = (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
        }
        let firstLine = bytes[start...].prefix { $0 != 0x0A }
        let separators = [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09]
        func count(_ byte: UInt8) -> Int { firstLine.filter { $0 == byte }.count }
        separator = separators.max { count($0) < count($1) } ?? separators[0]
        var names: [String] = []
        body = Self.walk(bytes, from: start, separator: separator, limit: 1) { row in
            names = (0..<row.count).map { row[$0].trimmingCharacters(in: .whitespacesAndNewlines) }
        }
        header = names
        self.bytes = bytes
    }

    /// The place of the first of these columns that exists, whatever its capitals.
    func column(_ names: String...) -> Int? { column(names) }

    /// The place of the first of these columns that exists, whatever its capitals.
    func column(_ names: [String]) -> Int? {
        let lower = header.map { $0.lowercased() }
        return names.lazy.compactMap { lower.firstIndex(of: $0) }.first
    }

    /// Walks through the rows under the header.
    func forEachRow(_ visit: (Row) -> Void) {
        Self.walk(bytes, from: body, separator: separator, limit: .max, visit)
    }

    /// One row; a cell that is missing is empty.
    struct Row {
        fileprivate let bytes: UnsafeBufferPointer<UInt8>
        fileprivate let cells: [Range<Int>]

        var count: Int { cells.count }

        subscript(column: Int?) -> String {
            guard let column, column < cells.count, !cells[column].isEmpty else { return "" }
            var cell = UnsafeBufferPointer(rebasing: bytes[cells[column]])
            guard cell.first == UInt8(ascii: "\"") else { return String(decoding: cell, as: UTF8.self) }
            cell = UnsafeBufferPointer(rebasing: cell.dropFirst().dropLast(cell.last == UInt8(ascii: "\"") ? 1 : 0))
            return String(decoding: cell, as: UTF8.self).replacing("\"\"", with: "\"")
        }
    }

    @discardableResult
    private static func walk(
        _ bytes: [UInt8], from start: Int, separator: UInt8, limit: Int, _ visit: (Row) -> Void
    ) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var position = start
            var rows = 0
            var cells: [Range<Int>] = []
            while position < bytes.count, rows < limit {
                cells.removeAll(keepingCapacity: true)
                var cell = position
                var quoted = false
                while position < bytes.count, quoted || bytes[position] != 0x0A {
                    if bytes[position] == UInt8(ascii: "\"") {
                        quoted.toggle()
                    } else if bytes[position] == separator, !quoted {
                        cells.append(cell..<position)
                        cell = position + 1
                    }
                    position += 1
                }
                let end = position > cell && bytes[position - 1] == 0x0D ? position - 1 : position
                cells.append(cell..<end)
                position += 1
                guard cells.count > 1 || end > cell else { continue }
                visit(Row(bytes: bytes, cells: cells))
                rows += 1
            }
            return min(position, bytes.count)
        }
    }
}
