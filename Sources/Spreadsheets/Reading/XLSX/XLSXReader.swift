import Tables
import Texts

/// Reads XLSX and XLSM files (ECMA-376, both dialects), part by part, in one pass over each. Macros are not looked at.
struct XLSXReader {
    private let archive: ZipArchive
    private let limits: ReadingLimits
    private let formats: CellFormats
    /// Whether what merged cells hide is left out.
    private let clearsCovered: Bool

    init(archive: ZipArchive, formats: CellFormats, clearsCovered: Bool, limits: ReadingLimits) {
        self.archive = archive
        self.formats = formats
        self.clearsCovered = clearsCovered
        self.limits = limits
    }

    func read() throws(UnreadableFile) -> Workbook {
        let part = try Relationships(of: "", in: archive).first("officeDocument") ?? "xl/workbook.xml"
        let plan = WorkbookPlan(limit: limits.sheets)
        guard try archive.read(part, as: plan) else { throw .damaged }
        let links = try Relationships(of: part, in: archive)
        var workbook = Workbook(format: .xlsx, sheets: [])
        let shared = SheetSurroundings(
            strings: try SharedStrings(
                part: links.first("sharedStrings") ?? "xl/sharedStrings.xml", in: archive, limits: limits),
            styles: styles(links.first("styles") ?? "xl/styles.xml", findings: &workbook.findings),
            dates: SerialDate(from1904: plan.countsFrom1904)
        )
        for entry in plan.entries {
            guard let part = worksheet(of: entry, links: links) else { continue }
            try workbook.add(read(entry, part: part, shared: shared))
        }
        guard !workbook.sheets.isEmpty else { throw .withoutSheets }
        return workbook
    }

    private func read(
        _ entry: WorkbookPlan.Entry, part: String, shared: SheetSurroundings
    ) throws(UnreadableFile) -> (sheet: Sheet, findings: [Finding]) {
        let events = WorksheetEvents(shared: shared, limits: limits)
        guard try archive.read(part, as: events) else { throw .damaged }
        let layout = events.finish()
        var findings = layout.findings(sheet: entry.name)
        var sheet = layout.sheet(name: entry.name, visibility: entry.visibility)
        if clearsCovered { findings += sheet.clearCovered() }
        if let comments = try? WorksheetComments(
            links: Relationships(of: part, in: archive), in: archive, limits: limits)
        {
            sheet.comments = comments.texts
        }
        return (sheet, findings)
    }

    /// The part of a sheet; nil for a sheet that is a chart, a dialog or a list of macros.
    private func worksheet(of entry: WorkbookPlan.Entry, links: Relationships) -> String? {
        if let link = entry.link.flatMap({ links.byID[$0] }) {
            return link.type == "worksheet" ? link.target : nil
        }
        let usual = "xl/worksheets/sheet\(entry.position).xml"
        return archive.contains(usual) ? usual : nil
    }

    /// Without its styles a file still has its values, so damaged styles are no reason to refuse it.
    private func styles(_ part: String, findings: inout [Finding]) -> CellStyles {
        do {
            return try CellStyles(part: part, in: archive, as: formats, limits: limits)
        } catch {
            findings.append(.damagedStyles)
            return CellStyles()
        }
    }
}

extension Workbook {
    fileprivate mutating func add(_ read: (sheet: Sheet, findings: [Finding])) {
        sheets.append(read.sheet)
        findings += read.findings
    }
}

extension Finding {
    fileprivate static let damagedStyles = Finding(
        rule: "damaged-styles", severity: .warning,
        text: Text(
            fr: "La mise en forme du classeur est illisible\u{202F}: des dates peuvent apparaître comme des nombres.",
            en: "The formatting of the workbook cannot be read: dates may appear as numbers."
        ))
}

extension UnreadableFile {
    static let withoutSheets = UnreadableFile(
        Text(
            fr: "Ce classeur ne contient aucune feuille de calcul\u{202F}: vérifiez que c’est le bon fichier.",
            en: "This workbook has no worksheet: please check that it is the right file."
        ))
}
