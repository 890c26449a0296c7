import Tables
import Texts

// What to tell somebody who sent a file that holds no spreadsheet: what it is, and what to do.

extension UnreadableFile {
    /// A file without content.
    static func empty(_ file: String) -> UnreadableFile {
        refusal(of: file, fr: "est vide", en: "is empty", advice: .checkAndResend)
    }

    /// A workbook that cannot be opened without its password.
    static let protectedByPassword = UnreadableFile(
        Text(
            fr:
                "Ce classeur est protégé par un mot de passe\u{202F}: ouvrez-le, retirez le mot de passe, enregistrez-le, "
                + "puis renvoyez-le.",
            en: "This workbook is protected by a password: open it, remove the password, save it, then resend it."
        ))

    static func tooManySheets(_ limit: Int) -> UnreadableFile {
        UnreadableFile(
            Text(
                fr: "Ce classeur a plus de \(limit) feuilles\u{202F}: gardez seulement celles qui sont utiles.",
                en: "This workbook has more than \(limit) sheets: keep only those that are needed."
            ))
    }

    /// A file that is something else than a spreadsheet.
    static func unsuitable(_ kind: FileKind.Unsuitable, file: String) -> UnreadableFile {
        switch kind {
        case .pdf: refusal(of: file, fr: "est un PDF", en: "is a PDF", advice: .sendTable)
        case .image: refusal(of: file, fr: "est une image", en: "is a picture", advice: .sendTable)
        case .richText: document(file)
        case .compressed:
            refusal(of: file, fr: "est une archive compressée", en: "is a compressed archive", advice: .unpack)
        case .database: refusal(of: file, fr: "est une base de données", en: "is a database", advice: .sendTable)
        case .json: refusal(of: file, fr: "est un fichier JSON", en: "is a JSON file", advice: .sendTable)
        case .xml: refusal(of: file, fr: "est un fichier XML", en: "is an XML file", advice: .sendTable)
        case .webArchive: refusal(of: file, fr: "est une page web", en: "is a web page", advice: .saveAsXLSX)
        case .geographic: refusal(of: file, fr: "est un fichier de carte", en: "is a map file", advice: .sendTable)
        case .unknown:
            refusal(
                of: file, fr: "n’est pas un fichier que nous savons lire", en: "is no file that we can read",
                advice: .sendTable)
        }
    }

    /// A text written with a word processor.
    static func document(_ file: String) -> UnreadableFile {
        refusal(of: file, fr: "est un document texte", en: "is a text document", advice: .copyTable)
    }

    /// Slides.
    static func presentation(_ file: String) -> UnreadableFile {
        refusal(of: file, fr: "est une présentation", en: "is a presentation", advice: .copyTable)
    }

    /// A workbook of Apple's Numbers.
    static func numbers(_ file: String) -> UnreadableFile {
        refusal(of: file, fr: "est un classeur Numbers", en: "is a Numbers workbook", advice: .exportAsXLSX)
    }

    /// A web page, often the page of a login in place of the file.
    static func webPage(_ file: String) -> UnreadableFile {
        refusal(of: file, fr: "est une page web sans tableau", en: "is a web page without a table", advice: .sendTable)
    }

    /// A mail saved as a file.
    static func mail(_ file: String) -> UnreadableFile {
        refusal(of: file, fr: "est un message", en: "is a mail", advice: .sendAttachment)
    }

    /// An old workbook where nothing can convert it.
    static func needsConversion(_ file: String) -> UnreadableFile {
        refusal(of: file, fr: "est dans un ancien format d’Excel", en: "is in an old Excel format", advice: .saveAsXLSX)
    }

    private static func refusal(of file: String, fr: String, en: String, advice: Text) -> UnreadableFile {
        UnreadableFile(
            Text(fr: "«\u{A0}\(file)\u{A0}» \(fr)\u{202F}: \(advice.fr)", en: "“\(file)” \(en): \(advice.en)"))
    }
}

extension Text {
    fileprivate static let checkAndResend = Text(
        fr: "vérifiez le fichier, puis renvoyez-le.", en: "please check the file, then resend it.")
    fileprivate static let sendTable = Text(
        fr: "envoyez plutôt le tableau lui-même (.xlsx, .ods ou .csv).",
        en: "please send the table itself (.xlsx, .ods or .csv).")
    fileprivate static let copyTable = Text(
        fr: "copiez son tableau dans un classeur, puis envoyez le classeur (.xlsx ou .ods).",
        en: "copy its table into a workbook, then send the workbook (.xlsx or .ods).")
    fileprivate static let unpack = Text(
        fr: "ouvrez-la, puis envoyez le tableau qu’elle contient.", en: "open it, then send the table that it holds.")
    fileprivate static let exportAsXLSX = Text(
        fr: "dans Numbers, choisissez Fichier, Exporter vers, Excel, puis envoyez le fichier .xlsx.",
        en: "in Numbers, choose File, Export To, Excel, then send the .xlsx file.")
    fileprivate static let saveAsXLSX = Text(
        fr: "dans votre tableur, choisissez Fichier, Enregistrer sous, «\u{A0}Classeur Excel (.xlsx)\u{A0}», puis "
            + "envoyez ce nouveau fichier.",
        en: "in your spreadsheet program, choose File, Save as, “Excel workbook (.xlsx)”, then send that new file.")
    fileprivate static let sendAttachment = Text(
        fr: "envoyez plutôt la pièce jointe elle-même.", en: "please send the attachment itself.")
}
