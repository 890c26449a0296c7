public import Spreadsheets
import Tables

/// What a template says about itself on a hidden sheet, so that it is recognised when it comes back.
public struct Fingerprint: Hashable, Sendable {
    /// The identifier of the schema (`parcs-jardins`).
    public var schema: String
    /// The version of the schema.
    public var version: String
    /// The INSEE code of the commune; nil for a template without a commune.
    public var commune: String?
    /// The name of the sheet that holds the data.
    public var sheet: String
    /// The fields that the template filled in by itself: a row in which nothing else is written is no data.
    public var prefilled: [String]

    /// The name of the hidden sheet.
    static let sheetName = "_gabarit"

    /// A fingerprint.
    public init(schema: String, version: String, commune: String? = nil, sheet: String, prefilled: [String] = []) {
        self.schema = schema
        self.version = version
        self.commune = commune
        self.sheet = sheet
        self.prefilled = prefilled
    }

    /// The fingerprint of a workbook; nil if it is not one of our templates.
    public static func read(from workbook: Workbook) -> Fingerprint? {
        guard let sheet = workbook.sheets.first(where: { $0.name.lowercased() == sheetName }), sheet.columns.count > 1
        else { return nil }
        var words: [String: String] = [:]
        for row in 0..<sheet.rowCount { words[sheet.columns[0][row].text] = sheet.columns[1][row].text }
        guard let schema = words["schema"], !schema.isEmpty else { return nil }
        return Fingerprint(
            schema: schema, version: words["version"] ?? "",
            commune: words["commune"].flatMap { $0.isEmpty ? nil : $0 },
            sheet: words["sheet"] ?? "",
            prefilled: (words["prefilled"] ?? "").split(separator: ",").map(String.init))
    }

    /// The hidden sheet.
    var draft: SheetDraft {
        let words = [
            ("schema", schema), ("version", version), ("commune", commune ?? ""), ("sheet", sheet),
            ("prefilled", prefilled.joined(separator: ",")), ("made-with", "gabarit"),
        ]
        var draft = SheetDraft(
            name: Self.sheetName, columns: [ColumnDraft(width: 14), ColumnDraft(width: 40, style: .text)],
            rows: SheetRows(words.map { [CellDraft($0.0, .text), CellDraft($0.1, .text)] }))
        draft.visibility = .veryHidden
        return draft
    }
}
