import Tables

/// The drop-down lists of a workbook, on one hidden sheet: Excel refuses lists of more than 255 characters, or with
/// commas, inside a rule. The data team can read and lengthen them there.
struct ChoiceLists {
    static let sheetName = "Listes"
    private(set) var lists: [[String]] = []

    init(of sheets: [SheetDraft]) {
        for case .choices(let choices) in sheets.lazy.flatMap(\.rules).map(\.accepted)
        where !choices.isEmpty && !lists.contains(choices) {
            lists.append(choices)
        }
    }

    /// The range in which a list stands, as a formula of another sheet names it.
    func formula(for choices: [String]) -> String? {
        guard let column = lists.firstIndex(of: choices) else { return nil }
        let range = CellRange(
            first: CellAddress(column: column, row: 1), last: CellAddress(column: column, row: choices.count))
        return "=\(Self.sheetName)!\(range.fixed)"
    }

    var sheet: SheetDraft? {
        guard let height = lists.map(\.count).max() else { return nil }
        let lists = lists
        var sheet = SheetDraft(
            name: Self.sheetName,
            columns: lists.map { _ in ColumnDraft(width: 28, style: .text) },
            rows: SheetRows(count: height) { row in
                lists.map { CellDraft($0.indices.contains(row) ? $0[row] : "", .text) }
            })
        sheet.visibility = .hidden
        return sheet
    }
}
