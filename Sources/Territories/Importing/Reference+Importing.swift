public import Foundation
public import Texts

/// An official file that is none of those the house knows, or that cannot be read.
public struct UnusableReference: Error, Sendable, CustomStringConvertible {
    /// What to tell the person who gave it.
    public let text: Text

    public var description: String { text.fr }
}

/// What an import changed.
public struct ImportSummary: Hashable, Sendable {
    /// For each file, what it was recognised as.
    public var files: [String]
    /// How many communes of today are known now.
    public var communes: Int
    /// How many former communes and former names are known now.
    public var former: Int
    /// How many communes of today have a postcode.
    public var withPostcode: Int
    /// How many borders are known now.
    public var contours: Int

    /// The summary as a sentence.
    public var text: Text {
        let (known, gone) = (Text.number(communes), Text.number(former))
        return Text(
            fr: """
                \(known.fr) communes connues, dont \(Text.number(withPostcode).fr) avec leur code postal ; \
                \(gone.fr) anciens noms ; \(Text.number(contours).fr) contours.
                """,
            en: """
                \(known.en) communes known, \(Text.number(withPostcode).en) of them with a postcode; \
                \(gone.en) former names; \(Text.number(contours).en) outlines.
                """)
    }
}

extension Reference {
    /// Reads official files, whatever their names, and adds them to what a folder already holds. Nothing is written
    /// unless every file is good; what is written replaces the old tables at once.
    ///
    /// Known are INSEE's list of communes and list of changes (code officiel géographique), La Poste's base of
    /// postcodes (old and new columns), joined tables with codes, names and postcodes, and borders as GeoJSON.
    /// - Throws: `UnusableReference` for a foreign file; errors of the file system as they come.
    public static func importing(files: [URL], into folder: URL) throws -> ImportSummary {
        let sources = try files.map(OfficialFile.init).sorted { $0.order < $1.order }
        let before = imported(in: folder) ?? builtIn
        var ledger = CommuneLedger(before.communes)
        for source in sources { source.add(to: &ledger) }
        let after = Reference(communes: ledger.communes, origin: .imported)
        var borders = BorderLedger(before.contours)
        for source in sources { source.addBorders(to: &borders, reference: after) }

        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let table = folder.appending(path: tableName)
        if ledger.isTouched || FileManager.default.fileExists(atPath: table.path) {
            try CommuneTable.write(after.communes).write(to: table, options: .atomic)
        }
        try borders.text.write(to: folder.appending(path: contoursName), options: .atomic)
        let today = after.communes.filter { $0.kind == .commune }
        return ImportSummary(
            files: sources.map(\.title), communes: today.count, former: after.communes.count { !$0.isCurrent },
            withPostcode: today.count { !$0.postcodes.isEmpty }, contours: borders.count)
    }
}
