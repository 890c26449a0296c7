public import Foundation
public import Texts

/// A workbook to write.
public struct WorkbookDraft: Sendable {
    /// The sheets, in their order. The first visible one is open when the workbook is opened.
    public var sheets: [SheetDraft]
    /// The title, in the properties of the file.
    public var title: String
    /// Who wrote it, in the properties of the file and of the comments.
    public var author: String
    /// When it was written, in the properties of the file.
    public var created: Date

    /// A workbook. The default date keeps the same workbook the same file, byte for byte.
    public init(
        sheets: [SheetDraft], title: String = "", author: String = "Gabarit",
        created: Date = Date(timeIntervalSince1970: 1_577_836_800)
    ) {
        self.sheets = sheets
        self.title = title
        self.author = author
        self.created = created
    }

    /// The bytes of the workbook. Throws where nothing can be written to the disk.
    public func data() throws(UnwritableWorkbook) -> Data {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: url) }
        try write(to: url)
        guard let data = try? Data(contentsOf: url) else { throw UnwritableWorkbook(reason: url.path) }
        return data
    }
}

/// The workbook could not be written: no room, no right, no such folder.
public struct UnwritableWorkbook: Error, Sendable, CustomStringConvertible {
    /// What to tell the caller.
    public let text: Text

    init(reason: String) {
        text = Text(
            fr: "Le classeur n'a pas pu être écrit (\(reason)). Vérifiez le dossier et la place disponible.",
            en: "The workbook could not be written (\(reason)). Check the folder and the free space.")
    }

    public var description: String { text.fr }
}
