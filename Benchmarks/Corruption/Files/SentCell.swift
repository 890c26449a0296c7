/// One cell as it is sent: what its owner sees in a CSV file, and what a workbook says that it is.
struct SentCell: Sendable {
    /// What a CSV file holds.
    var text: String
    /// What an XLSX file holds.
    var kind: Kind

    /// What a workbook says of a cell.
    enum Kind: Sendable {
        case text
        /// A number in canonical writing, and the format of its cell.
        case number(String, format: String)
        /// A truth value.
        case boolean(Bool)
        /// A formula that failed.
        case error
        /// Text in several styles: its pieces.
        case rich([String])
        /// Text that stands in the cell itself.
        case inline
        /// A formula and the text that it gave.
        case formula(String)
    }

    /// A cell of text.
    init(_ text: String, _ kind: Kind = .text) {
        self.text = text
        self.kind = kind
    }
}
