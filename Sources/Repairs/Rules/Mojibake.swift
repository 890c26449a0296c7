import Schemas
import Tables
import Texts

extension Repair {
    /// Letters that were read in the wrong encoding, once or twice: `Ã©`, `√©` or `Ž` for `é`.
    static let mojibake = Repair(
        "mojibake",
        Text(fr: "Remet les accents abîmés par un mauvais encodage.", en: "Mends accents broken by a wrong encoding."),
        examples: [
            .init(Field("nom"), "ChÃ¢teau", .certain("Château")),
            .init(Field("nom"), "lâ€™Ã‰toile", .certain("l’Étoile")),
            .init(Field("nom"), "Ã©cole Ã\u{A0} Bron", .certain("école à Bron")),
            .init(Field("nom"), "Ã©cole élémentaire", .certain("école élémentaire")),
            .init(Field("nom"), "ÃƒÂ©cole", .certain("école")),
            .init(Field("nom"), "lÃ¢â‚¬â„¢ÃƒÂ©cole", .certain("l’école")),
            .init(Field("nom"), "Ã©cole Ã Bron", .certain("école à Bron")),
            .init(Field("nom"), "dÃ©jÃ", .certain("déjà")),
            .init(Field("nom"), "Ã la carte", .likely("à la carte")),
            .init(Field("nom"), "â€œLe Parcâ€", .certain("“Le Parc”")),
            .init(Field("nom"), "PÃ´le dâ€™activitÃ©s â€“ zone nÂ°2", .certain("Pôle d’activités – zone n°2")),
            .init(Field("nom"), "CÅ“ur de ville", .certain("Cœur de ville")),
            .init(Field("nom"), "Prix : 12 â‚¬", .certain("Prix : 12 €")),
            .init(Field("surf", type: .any), "12 mÂ²", .certain("12 m²")),
            .init(Field("nom"), "√âcole √©l√©mentaire", .certain("École élémentaire")),
            .init(Field("nom"), "l‚Äôh√¥pital", .certain("l’hôpital")),
            .init(Field("nom"), "Ch‰teau", .certain("Château")),
            .init(Field("nom"), "SupŽrieur", .certain("Supérieur")),
            .init(Field("nom"), "Žcole", .likely("école")),
            .init(Field("nom"), "Žcole", others: ["SupŽrieur"], .certain("école")),
            .init(Field("nom"), "Žižkov", nil),
            .init(Field("nom"), "Place Dvořák", nil),
            .init(Field("nom"), "√2", nil),
            .init(Field("nom"), "CAFÉ\u{A0}: « LA FÉE »", nil),
            .init(Field("nom"), "Château", nil),
            .init(Field("nom"), "SÃO PAULO", nil),
            .init(Field("nom"), "IRMÃ", nil),
        ],
        tidies: true,
        serves: { _ in true },
        prepare: { setting in
            let isOfMacintosh = setting.values.contains { Macintosh.proves($0) }
            return { value in
                guard value.text.utf8.contains(where: { (0xC2...0xCB).contains($0) || $0 == 0xE2 }) else { return nil }
                if let again = rereadTwice(value.text) { return again }
                return Macintosh.read(value.text, isProven: isOfMacintosh)
            }
        })

    /// Each pass makes the text shorter; twice is what happens to files, more would be play.
    private static func rereadTwice(_ text: String) -> Proposal? {
        var better = text
        for _ in 0..<3 {
            // What was read on a Macintosh has signs that no French text has.
            let encoding: WrongEncoding =
                better.contains("√") || better.contains("‚Ä") || better.contains("≈") ? .macintosh : .windows
            guard let again = encoding.reread(better) else { break }
            better = again
        }
        let bare = text.replacing("Ã ", with: "à ")
        if bare != text, better.unicodeScalars.count >= text.unicodeScalars.count { return .likely(bare) }
        return better == text ? nil : .certain(better)
    }
}

/// Text of a Macintosh that was read as Windows-1252: other letters, one for one.
private enum Macintosh {
    /// A letter of this kind after a small one: no language writes `pŽr` or `h‰t`.
    static func proves(_ text: String) -> Bool {
        guard text.utf8.contains(where: { $0 == 0xC5 || $0 == 0xE2 || $0 == 0xC6 || $0 == 0xC2 }) else { return false }
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if sure.contains(scalar), last.properties.isLowercase { return true }
            last = scalar
        }
        return false
    }

    static func read(_ text: String, isProven: Bool) -> Proposal? {
        guard text.unicodeScalars.contains(where: sure.contains) else { return nil }
        let here = proves(text)
        guard
            here || isProven
                || !text.unicodeScalars.contains(where: { (0x100...0x17F).contains($0.value) && !sure.contains($0) })
        else { return nil }
        var mended = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isOurs = sure.contains(scalar) || (here || isProven) && doubtful.contains(scalar)
            mended.append(isOurs ? WrongEncoding.macintoshLetters[scalar] ?? scalar : scalar)
        }
        let written = String(mended)
        return written == text ? nil : .change(written, here || isProven ? .certain : .likely)
    }

    /// é, è, ê, â, à, ç, ù as they show; none of them is French.
    private static let sure = Set("Ž\u{8F}\u{90}‰ˆ\u{8D}\u{9D}".unicodeScalars)
    /// ô, ï, ü, û, É, œ as they show, which French texts and names may hold too.
    private static let doubtful = Set("™•ŸžƒÏ".unicodeScalars)
}
