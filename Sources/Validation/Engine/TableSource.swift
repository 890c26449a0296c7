import Foundation
import Spreadsheets
import Tables
import Texts

/// A file as records: its text, how it is cut, and where its header is.
struct TableSource {
    let file: TextFile
    let dialect: Dialect
    /// Whether cells bear the sign of their kind.
    let hasNativeCells: Bool

    /// The header of a file, and where its rows begin.
    struct Beginning {
        /// The header, white space around the words left out.
        var labels: [String]
        /// The first record of the file as it is written.
        var written: [String]
        /// The byte at which the first row begins.
        var start: Int
        /// The number of the first row.
        var firstRow: Int
    }

    /// How many records are looked at to find the header.
    private static let sampleSize = 100

    init(_ url: URL) throws(UnreadableFile) {
        let ending = url.pathExtension.lowercased()
        if ["xlsx", "xls", "ods", "xlsm", "html"].contains(ending) || Self.isPackage(url) {
            let workbook = try Workbook.read(fileAt: url, reading: .judged)
            guard workbook.format == .csv else {
                self = try TableSource(workbook, name: url.lastPathComponent)
                return
            }
        }
        guard let file = TextFile(path: url.path) else { throw .notOpened(url.lastPathComponent) }
        guard !file.text.isEmpty else { throw .nothing(url.lastPathComponent) }
        self.file = file
        dialect = Dialect(sniffing: file.text, among: ending == "tsv" ? [0x09] : [0x2C, 0x09, 0x3B, 0x7C])
        hasNativeCells = false
    }

    /// A text that is in memory.
    init(text: [UInt8]) {
        file = TextFile(text)
        dialect = Dialect(sniffing: file.text)
        hasNativeCells = false
    }

    private init(_ workbook: Workbook, name: String) throws(UnreadableFile) {
        guard let sheet = workbook.sheets.first, sheet.rowCount > 0 else { throw .nothing(name) }
        file = TextFile(SheetText.written(sheet))
        dialect = .usual
        hasNativeCells = true
    }

    /// Whether a file begins as packages and old workbooks do.
    private static func isPackage(_ url: URL) -> Bool {
        guard let handle = try? FileHandle(forReadingFrom: url), let start = try? handle.read(upToCount: 4) else {
            return false
        }
        return start == Data([0x50, 0x4B, 0x03, 0x04]) || start == Data([0xD0, 0xCF, 0x11, 0xE0])
    }

    /// Finds the header: the first record that is about as wide as the others.
    func beginning() -> Beginning {
        var cutter = RecordCutter(file.text, dialect: dialect)
        var sample: [(words: [String], end: Int)] = []
        while sample.count < Self.sampleSize, cutter.next() {
            // Only headers are looked at word for word.
            let words = (0..<cutter.cells.count).map { NativeCell.text(cutter.cells[$0]) }
            sample.append((words, cutter.place))
        }
        let header = Self.header(sample.map(\.words.count))
        guard header < sample.count else { return Beginning(labels: [], written: [], start: 0, firstRow: 1) }
        return Beginning(
            labels: sample[header].words.map(\.pythonStripped), written: sample[0].words, start: sample[header].end,
            firstRow: header + 2)
    }

    /// The place of the header among records of these widths, as frictionless finds it.
    private static func header(_ widths: [Int]) -> Int {
        guard !widths.isEmpty else { return 0 }
        let mean = (Double(widths.reduce(0, +)) / Double(widths.count)).rounded(.toNearestOrEven)
        let drift = max((mean * 0.1).rounded(.toNearestOrEven), 1)
        return widths.firstIndex { abs(Double($0) - mean) <= drift } ?? 0
    }
}

/// A sheet as text, so that one engine judges all files. Cells that are no text bear a sign.
enum SheetText {
    static func written(_ sheet: Sheet) -> [UInt8] {
        var text: [UInt8] = []
        let pieces = sheet.columns.map { column in
            (0..<column.distinctCount).map { Self.written(column, $0) }
        }
        var next = 1
        for row in 0..<sheet.rowCount {
            // Rows that the reader left out were empty.
            while next < sheet.rowNumbers[row] {
                text += Array(repeating: 0x2C, count: max(sheet.columns.count - 1, 0)) + [0x0A]
                next += 1
            }
            for (place, column) in sheet.columns.enumerated() {
                if place > 0 { text.append(0x2C) }
                text += pieces[place][Int(column.codes[row])]
            }
            text.append(0x0A)
            next += 1
        }
        return text
    }

    private static func written(_ column: Cells, _ code: Int) -> [UInt8] {
        let value = column.distinct(code)
        var bytes = Array(value.text.utf8)
        switch value.kind {
        case .number: bytes.insert(NativeCell.number, at: 0)
        case .boolean: bytes = [NativeCell.truth, value.text.lowercased().hasPrefix("t") ? 0x74 : 0x66]
        case .date: bytes.insert(NativeCell.date, at: 0)
        case .time: bytes.insert(NativeCell.time, at: 0)
        default: break
        }
        guard bytes.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else { return bytes }
        return [0x22] + bytes.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
    }
}

extension UnreadableFile {
    fileprivate static func notOpened(_ file: String) -> UnreadableFile {
        UnreadableFile(
            Text(
                fr:
                    "Le fichier « \(file) » ne peut pas être ouvert : vérifiez qu'il existe et que vous avez le droit de "
                    + "le lire.",
                en: "The file “\(file)” cannot be opened: please check that it exists and that you may read it."))
    }

    fileprivate static func nothing(_ file: String) -> UnreadableFile {
        UnreadableFile(
            Text(
                fr: "Le fichier « \(file) » est vide : vérifiez que c'est bien celui que vous vouliez envoyer.",
                en: "The file “\(file)” is empty: please check that it is the one that you meant to send."))
    }
}
