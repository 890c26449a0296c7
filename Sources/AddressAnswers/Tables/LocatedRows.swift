import Addresses
import Spreadsheets
import Tables

/// Rows of a table with what was found for them, as they are written.
struct LocatedRows {
    private(set) var bytes: [UInt8] = []
    private(set) var counts = LocatedCounts()
    private let table: AddressTable
    private let kept: [Int]
    private let former: [Int?]
    private let desk: AddressDesk
    private var memo: AnswerMemo
    private let separator: UInt8
    private var spare: [UInt8] = []

    private typealias Cells = AnswerMemo.Cells

    init(table: AddressTable, desk: AddressDesk, memoSize: Int) {
        self.table = table
        self.desk = desk
        memo = AnswerMemo(columns: table.question.columns, size: memoSize)
        kept = table.kept
        former = table.formerResults
        separator = table.delimiter.asciiValue ?? 0x2C
    }

    /// Begins a block; what was found before is remembered.
    mutating func begin() {
        bytes = []
        bytes.reserveCapacity(1 << 19)
        counts = LocatedCounts()
    }

    mutating func writeHeader() {
        if table.hasMark { bytes += AddressTable.mark }
        for name in kept.map({ table.header[$0] }) + table.results.map(\.name) {
            append(name)
            bytes.append(separator)
        }
        endRow()
    }

    mutating func write(_ record: Record) {
        for column in kept {
            if column < record.count { append(record, column) }
            bytes.append(separator)
        }
        let cells = confirmed(record) ?? cells(for: record)
        count(cells.verdict)
        bytes += cells.bytes
        // What stands beyond the last column keeps its place beyond it.
        for column in table.header.count..<max(record.count, table.header.count) {
            append(record, column)
            bytes.append(separator)
        }
        endRow()
    }

    private mutating func endRow() {
        if bytes.last == separator { bytes.removeLast() }
        bytes.append(0x0A)
    }

    private mutating func count(_ verdict: AddressResult.Verdict?) {
        counts.rows += 1
        switch verdict {
        case .accepted: counts.accepted += 1
        case .doubt: counts.doubt += 1
        case .some(.none), nil: counts.none += 1
        }
    }

    /// What stands there already, where a person confirmed it: it is never written over.
    private func confirmed(_ record: Record) -> Cells? {
        let row = RowCells(record: record)
        guard let status = former.first, table.isConfirmation(row[status]) else { return nil }
        var cells: [UInt8] = []
        for column in former {
            append(row[column], to: &cells)
            cells.append(separator)
        }
        return Cells(bytes: cells, verdict: .accepted)
    }

    private mutating func cells(for record: Record) -> Cells {
        if let known = memo.cells(for: record) { return known }
        let cells = added(answer(RowCells(record: record)))
        memo.keep(cells)
        return cells
    }

    private func answer(_ row: RowCells) -> RowAnswer {
        switch table.question.kind {
        case .address:
            guard let query = table.question.query(row) else { return .unreadable }
            guard !table.question.isStrict else { return strict(query, row[table.question.type]) }
            var answer = RowAnswer(desk.find(query, limit: 2))
            if answer.verdict != .accepted { answer.other = table.askOther?(query) }
            return answer
        case .place:
            guard let place = table.question.place(row) else { return .unreadable }
            return RowAnswer(around: desk.nearest(to: place).first)
        }
    }

    /// As the national geocoder answers: inside the filters only, and nothing below a score.
    private func strict(_ query: AddressQuery, _ type: String) -> RowAnswer {
        guard query.address.unicodeScalars.count <= 200 else { return .unreadable }
        let filter = AddressFilter(
            kinds: AddressPlace.Kind(rawValue: type).map { [$0] } ?? [],
            postcodes: query.postcode.isEmpty ? [] : [query.postcode],
            communeCodes: query.communeCode.isEmpty ? [] : [query.communeCode])
        var findings = desk.answer(AddressQuestion(query.address, limit: 2, filter: filter))
        if let first = findings.places.first, first.score < table.question.leastScore { findings.verdict = .none }
        return RowAnswer(findings)
    }

    private func added(_ answer: RowAnswer) -> Cells {
        var cells: [UInt8] = []
        for column in table.results {
            append(column.value(answer), to: &cells)
            cells.append(separator)
        }
        return Cells(bytes: cells, verdict: answer.verdict ?? (answer.place == nil ? nil : .accepted))
    }

    // MARK: Cells

    private mutating func append(_ record: Record, _ column: Int) {
        var text = spare
        record.withText(of: column, spare: &text) { Self.append($0, separator, to: &bytes) }
        spare = text
    }

    private mutating func append(_ text: String) { append(text, to: &bytes) }

    private func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { Self.append(UnsafeRawBufferPointer($0), separator, to: &bytes) }
    }

    /// Quotes around a cell where they are needed (RFC 4180).
    private static func append(_ text: UnsafeRawBufferPointer, _ separator: UInt8, to bytes: inout [UInt8]) {
        let isPlain = text.allSatisfy { $0 != separator && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D }
        guard !isPlain || text.first == 0x20 || text.last == 0x20 else {
            bytes.append(contentsOf: text)
            return
        }
        bytes.append(0x22)
        for byte in text {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
