public import Foundation
public import Schemas
public import Spreadsheets
public import Tables
public import Texts

/// A schema as a workbook to fill in: help, a sheet for the data with drop-downs and advice, lists, and a hidden sheet
/// by which it is recognised when it comes back.
public struct Template: Sendable {
    let schema: Schema
    let commune: TemplateCommune?
    let rows: CleanTable?
    let language: Language
    let nextNumber: Int
    let emptyRows: Int
    let returnTo: String?

    /// A template.
    /// - Parameters:
    ///   - commune: Whose constants are filled in.
    ///   - rows: Rows that are known already; they come first.
    ///   - nextNumber: The number with which the next identifier ends.
    ///   - emptyRows: How many rows are prepared below the known ones.
    ///   - returnTo: Whom to send the workbook back to: a name, a mailbox, an address.
    public init(
        schema: Schema, commune: TemplateCommune?, rows: CleanTable? = nil, language: Language = .french,
        nextNumber: Int = 1, emptyRows: Int = 50, returnTo: String? = nil
    ) {
        self.schema = schema
        self.commune = commune
        self.rows = rows
        self.language = language
        self.nextNumber = nextNumber
        self.emptyRows = emptyRows
        self.returnTo = returnTo
    }

    /// Writes the workbook (XLSX).
    public func write(to url: URL) throws(UnwritableWorkbook) { try draft.write(to: url) }

    /// What the template says about itself.
    public var fingerprint: Fingerprint {
        Fingerprint(
            schema: schema.name, version: schema.version, commune: commune?.code, sheet: dataSheetName,
            prefilled: constants.map(\.field))
    }

    /// The workbook as a value. The sheet *Listes* is added where it is written.
    var draft: WorkbookDraft {
        let title = commune.map { "\(schema.title) – \($0.name)" } ?? schema.title
        return WorkbookDraft(sheets: [readMe, dataSheet, fingerprint.draft], title: title)
    }

    /// The title of the schema, as Excel allows it on a tab.
    var dataSheetName: String {
        tabName(schema.title, taken: ["lisez-moi", "read me", Fingerprint.sheetName])
    }
}

/// The commune for which a template is made.
public struct TemplateCommune: Hashable, Sendable {
    /// The official name.
    public var name: String
    /// The INSEE code.
    public var code: String
    /// The postcodes. Filled in where there is exactly one.
    public var postcodes: [String]

    /// A commune.
    public init(name: String, code: String, postcodes: [String] = []) {
        self.name = name
        self.code = code
        self.postcodes = postcodes
    }
}
