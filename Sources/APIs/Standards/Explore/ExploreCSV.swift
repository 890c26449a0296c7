import Schemas
import Catalog
import Editions
import Queries
import Tables

/// CSV as Opendatasoft writes it: semicolons and a byte order mark, unless other ones are asked for.
struct ExploreCSV: Sendable {
    static let mediaType = "text/csv; charset=utf-8"

    private let delimiter: UInt8
    private let listSeparator: String
    private let hasMark: Bool
    private let quotesAll: Bool
    /// Whether the header has the titles of the fields and not their names.
    private let hasLabels: Bool

    init(_ request: APIRequest) throws(ExploreError) {
        switch try ExploreQuestion.single(request, "delimiter") {
        case nil, "", ";": delimiter = UInt8(ascii: ";")
        case ",": delimiter = UInt8(ascii: ",")
        case "|": delimiter = UInt8(ascii: "|")
        case "\t", "\\t": delimiter = 0x09
        case let other?: throw .parameter("delimiter", other, expected: "one of ; , | and the tabulator")
        }
        listSeparator = request.parameter("list_separator") ?? ","
        hasMark = try Self.truth(request, "with_bom", usual: true)
        quotesAll = try Self.truth(request, "quote_all", usual: false)
        hasLabels = try Self.truth(request, "use_labels", usual: false)
    }

    private static func truth(_ request: APIRequest, _ name: String, usual: Bool) throws(ExploreError) -> Bool {
        switch try ExploreQuestion.single(request, name)?.lowercased() {
        case nil, "": return usual
        case "true", "1": return true
        case "false", "0": return false
        case let text?: throw .parameter(name, text, expected: "true or false")
        }
    }

    // MARK: Writing

    /// Writes rows, in pieces of 64 KiB.
    func write(
        _ rows: ExploreRows, _ numbers: [Int], to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let members = rows.columns.members
        // What stands in a column is written once for each distinct value, and copied.
        let written = members.map { member in
            rows.plainCells(of: member, listSeparator: listSeparator).map { cells in
                WrittenCells(cells) { value, bytes in self.write(value, to: &bytes) }
            }
        }
        var bytes = head(members.map { hasLabels ? rows.label(of: $0) : $0.name })
        for (place, row) in numbers.enumerated() {
            for number in members.indices {
                if number > 0 { bytes.append(delimiter) }
                if let cells = written[number] {
                    cells.write(row, to: &bytes)
                } else {
                    rows.withText(of: members[number], number, row, at: place, listSeparator: listSeparator) {
                        write($0, to: &bytes)
                    }
                }
            }
            bytes.append(0x0D)
            bytes.append(0x0A)
            if bytes.count > 64 << 10 {
                try bytes.withUnsafeBytes(output)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try bytes.withUnsafeBytes(output)
    }

    /// Objects of the same members as a file.
    func bytes(of objects: [[JSON.Member]]) -> [UInt8] {
        var bytes = head(objects.first?.map(\.name) ?? [])
        for object in objects {
            for (number, member) in object.enumerated() {
                if number > 0 { bytes.append(delimiter) }
                Array(text(of: member.value).utf8).withUnsafeBufferPointer { write($0, to: &bytes) }
            }
            bytes += [0x0D, 0x0A]
        }
        return bytes
    }

    private func text(of value: JSON) -> String {
        switch value {
        case .null: ""
        case .text(let text): text
        case .array(let items): items.map { text(of: $0) }.joined(separator: listSeparator)
        default: String(decoding: value.bytes, as: UTF8.self)
        }
    }

    private func head(_ names: [String]) -> [UInt8] {
        var bytes: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
        for (number, name) in names.enumerated() {
            if number > 0 { bytes.append(delimiter) }
            Array(name.utf8).withUnsafeBufferPointer { write($0, to: &bytes) }
        }
        return bytes + [0x0D, 0x0A]
    }

    private func write(_ cell: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        guard quotesAll || cell.contains(where: { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
            return bytes.append(contentsOf: cell)
        }
        bytes.append(0x22)
        for byte in cell {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}

extension ExploreRows {
    /// The title of the field behind a member; its name where there is none.
    func label(of member: (name: String, source: ExploreColumns.Source)) -> String {
        switch member.source {
        case .column(let column): edition.schema.field(edition.table.fields[column])?.title ?? member.name
        case .point: ExploreField.point.label
        case .shape: ExploreField.shape.label
        case .value: member.name
        }
    }

    /// The column behind a member, if its values stand in the file as they are.
    func plainCells(
        of member: (name: String, source: ExploreColumns.Source), listSeparator: String
    ) -> Cells? {
        guard case .column(let column) = member.source, !tells(column),
            separator(of: column) == nil || separator(of: column) == listSeparator
        else { return nil }
        return edition.table.columns[column]
    }

    /// Calls with the text of a cell.
    func withText(
        of member: (name: String, source: ExploreColumns.Source), _ number: Int, _ row: Int, at place: Int,
        listSeparator: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        func give(_ text: String) { Array(text.utf8).withUnsafeBufferPointer(body) }
        switch member.source {
        case .column(let column):
            let cells = edition.table.columns[column]
            let code = Int(cells.codes[row])
            if let separator = separator(of: column), separator != listSeparator {
                give(cells.distinct(code).text.replacing(separator, with: listSeparator))
            } else if let time = time(column, code) {
                give(time)
            } else {
                cells.withBytes(of: code, body)
            }
        case .point:
            var text: [UInt8] = []
            places.writePointInWords(row, of: edition, to: &text)
            text.withUnsafeBufferPointer(body)
        case .shape: give(edition.positions[row]?.geoJSON ?? "")
        case .value: give(value(number, at: place).plainText)
        }
    }
}

extension QueryValue {
    /// The value in words, as a cell has it.
    var plainText: String {
        switch self {
        case .null: ""
        case .boolean(let truth): truth ? "true" : "false"
        case .number(let number): JSON.plain(number)
        case .text(let text), .date(let text), .timestamp(let text): text
        case .list(let items): items.map(\.plainText).joined(separator: ",")
        case .range:
            if case .text(let text) = json { text } else { "" }
        }
    }
}
