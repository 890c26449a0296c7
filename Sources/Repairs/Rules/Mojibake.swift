import Foundation
import Schemas
import Tables
import Texts

extension Repair {
    /// UTF-8 that was read as Windows-1252, once or twice: `Ã©` for `é`.
    static let mojibake = Repair(
        "mojibake",
        Text(fr: "Remet les accents abîmés par un mauvais encodage.", en: "Mends accents broken by a wrong encoding."),
        examples: [
            .init(Field("nom"), "ChÃ¢teau", .certain("Château")),
            .init(Field("nom"), "lâ€™Ã‰toile", .certain("l’Étoile")),
            .init(Field("nom"), "Ã©cole Ã\u{A0} Bron", .certain("école à Bron")),
            .init(Field("nom"), "Château", nil),
            .init(Field("nom"), "SÃO PAULO", nil),
        ],
        tidies: true,
        serves: { $0.type == .string },
        propose: { value, _ in
            var text = value.text
            while let better = reread(text) { text = better }
            return text == value.text ? nil : .certain(text)
        })

    /// The text read again as UTF-8, if all of its doubtful bytes make sense that way.
    private static func reread(_ text: String) -> String? {
        guard text.contains(where: { "ÃÂâÅ".contains($0) }),
            let bytes = text.data(using: .windowsCP1252),
            let better = String(data: bytes, encoding: .utf8),
            better.unicodeScalars.count < text.unicodeScalars.count
        else { return nil }
        return better
    }
}
