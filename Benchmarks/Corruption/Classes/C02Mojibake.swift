import Foundation
import Schemas
import Texts

extension Corruption {
    /// Accents that were read in another encoding than the one in which they were written, once or twice.
    static let mojibake = Corruption(
        2, Text(fr: "Accents abîmés", en: "Mojibake"),
        forms: [
            Form("utf-8 read as cp1252", where: hasAccents) { $0.misread(as: .windowsCP1252) },
            Form("utf-8 read as cp1252 (bis)", where: hasAccents) { $0.misread(as: .windowsCP1252) },
            Form("twice", where: hasAccents) { $0.misread(as: .windowsCP1252).misread(as: .windowsCP1252) },
            Form("utf-8 read as latin-1", where: hasAccents) { $0.misread(as: .isoLatin1) },
            Form("non-breaking space became a space", where: hasAccents) {
                $0.misread(as: .windowsCP1252).replacing("\u{A0}", with: " ")
            },
            Form("utf-8 read as Mac Roman", where: hasAccents) { MacRoman.text(of: $0.utf8) },
            Form("html entities", where: hasAccents) { $0.asEntities },
            Form("letters lost") { cell, _ in
                guard hasAccents(cell) else { return nil }
                return Damage(cell.value.map { $0.isASCII ? String($0) : "\u{FFFD}" }.joined(), .text, .told)
            },
        ])

    @Sendable private static func hasAccents(_ cell: CellToDamage) -> Bool {
        cell.value.unicodeScalars.contains { $0.value > 127 }
    }
}

extension String {
    /// The same bytes in another encoding; as it is where a byte says nothing there.
    fileprivate func misread(as encoding: String.Encoding) -> String {
        String(data: Data(utf8), encoding: encoding) ?? self
    }

    /// As the web writes accents.
    fileprivate var asEntities: String {
        let names: [Character: String] = [
            "é": "&eacute;", "è": "&egrave;", "ê": "&ecirc;", "à": "&agrave;", "â": "&acirc;", "ô": "&ocirc;",
            "ù": "&ugrave;", "ë": "&euml;", "È": "&Egrave;", "À": "&Agrave;", "œ": "&oelig;", "ç": "&ccedil;",
            "î": "&icirc;", "ï": "&iuml;", "É": "&Eacute;", "'": "&#39;", "&": "&amp;", "û": "&ucirc;",
        ]
        return map { names[$0] ?? String($0) }.joined()
    }
}
