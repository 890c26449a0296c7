import Tables
import Texts

/// Reads text whose cells are separated by a sign: one pass over the bytes, straight into the columns.
struct CSVReader {
    private let limits: ReadingLimits

    init(limits: ReadingLimits) {
        self.limits = limits
    }

    /// Reads the bytes of a file.
    func read(_ bytes: UnsafeRawBufferPointer) throws(UnreadableFile) -> Workbook {
        let text = DecodedText(bytes)
        var workbook = try text.withBytes(of: bytes) { (utf8) throws(UnreadableFile) in
            try read(utf8: utf8.withoutEndOfFileMark)
        }
        workbook.encoding = text.encoding.rawValue
        if text.droppedZeros { workbook.findings.append(.zeroBytes) }
        return workbook
    }

    private func read(utf8: UnsafeRawBufferPointer) throws(UnreadableFile) -> Workbook {
        let delimiter = Delimiter(of: utf8)
        var rows = CSVRows(delimiter: delimiter, limits: limits)
        try rows.add(utf8)
        return workbook(rows.finish(), delimiter: delimiter, shapes: rows.shapes)
    }

    private func workbook(
        _ built: (columns: [Cells], rowNumbers: [Int]), delimiter: Delimiter, shapes: RecordShapes
    ) -> Workbook {
        var sheet = Sheet(name: "")
        (sheet.columns, sheet.rowNumbers) = built
        let sign = delimiter.isFound ? Character(Unicode.Scalar(delimiter.byte)) : nil
        let findings = shapes.findings(width: delimiter.width) + sheet.undecodableCharacters()
        return Workbook(format: .csv, sheets: [sheet], delimiter: sign, findings: findings)
    }
}

extension UnsafeRawBufferPointer {
    /// The text without the sign with which MS-DOS ends a file.
    fileprivate var withoutEndOfFileMark: UnsafeRawBufferPointer {
        last == 0x1A ? UnsafeRawBufferPointer(rebasing: dropLast()) : self
    }
}

extension Finding {
    fileprivate static let zeroBytes = Finding(
        rule: "zero-bytes", severity: .warning,
        text: Text(
            fr: "Le fichier contenait des caractères vides invisibles\u{202F}; ils ont été retirés.",
            en: "The file held invisible null characters; they were removed."
        ))
}
