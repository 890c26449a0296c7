import Tables

/// The number format of a cell that is edited, and whether the new value needs another.
struct FormatChange {
    private static let general = 0
    private static let day = 14
    private static let text = 49

    private let isText: Bool
    private let format: NumberFormat

    /// The format of a number, with its code where the file describes it.
    init(id: Int, code: String?) {
        isText = code.map { $0 == "@" } ?? (id == Self.text)
        format = code.map { NumberFormat(code: $0) } ?? NumberFormat(builtIn: id)
    }

    /// The number of the format that the new value needs; nil where the old one will do. A text that looks like a
    /// number must be in a text cell: otherwise its zeros are gone as soon as somebody types Enter in it.
    func number(for edit: CellEdit) -> Int? {
        guard let value = edit.value, !value.isEmpty else { return nil }
        switch (edit.kind, format) {
        case (.text, _): return !isText && value.utf8.allSatisfy { $0 < 0x41 } ? Self.text : nil
        case (.number, .plain) where !isText, (.number, .padded): return nil
        case (.number, _): return Self.general
        case (.date, .date): return nil
        case (.date, _): return Self.day
        }
    }

    /// The number of a format that needs no description in the file.
    static func builtIn(_ code: String) -> Int? {
        switch code {
        case "General": general
        case "0": 1
        case "0.00": 2
        case "@": text
        default: nil
        }
    }
}
