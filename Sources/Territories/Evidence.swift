public import Texts

/// How a commune was recognised.
public enum Evidence: Hashable, Sendable {
    /// Same name but for capitals, accents, hyphens, abbreviations (`St`) or the article.
    case spelling
    /// Same name but for small words (`au`, `les`, `sur`).
    case smallWords
    /// The number of an arrondissement.
    case district
    /// The beginning, or a part, of one name only.
    case shortened
    /// A few letters differ.
    case typo
    /// The name that the commune, or a part of it, had until this date (ISO 8601).
    case formerName(since: String?)
    /// Several bear the name; one of them sent the file.
    case sender
    /// The code in the row says the same.
    case confirmedByCode
    /// The postcode says the same.
    case confirmedByPostcode

    /// Why the name of the commune is proposed, as one sentence.
    public func text(for commune: Commune) -> Text {
        switch self {
        case .spelling:
            Text(
                fr: "Le nom officiel s’écrit « \(commune.name) ».",
                en: "The official name is spelled “\(commune.name)”.")
        case .smallWords, .shortened:
            Text(
                fr: "Le nom complet est « \(commune.name) ».", en: "The full name is “\(commune.name)”.")
        case .district:
            Text(fr: "C’est « \(commune.name) » (\(commune.code)).", en: "This is “\(commune.name)” (\(commune.code)).")
        case .typo:
            Text(
                fr: "À quelques lettres près, c’est « \(commune.name) ».",
                en: "But for a few letters, this is “\(commune.name)”.")
        case .formerName(let since):
            since.flatMap(Self.day).map { day in
                Text(
                    fr: "Cette commune s’appelle « \(commune.name) » depuis le \(day.fr).",
                    en: "This commune has been called “\(commune.name)” since \(day.en).")
            }
                ?? Text(
                    fr: "Cette ancienne commune fait partie de « \(commune.name) ».",
                    en: "This former commune is part of “\(commune.name)”.")
        case .sender:
            Text(
                fr: "Plusieurs communes portent ce nom ; « \(commune.name) » a envoyé le fichier.",
                en: "Several communes bear this name; “\(commune.name)” sent the file.")
        case .confirmedByCode:
            Text(
                fr: "Le code INSEE \(commune.code) confirme « \(commune.name) ».",
                en: "The INSEE code \(commune.code) confirms “\(commune.name)”.")
        case .confirmedByPostcode:
            Text(
                fr: "Le code postal confirme « \(commune.name) ».",
                en: "The postcode confirms “\(commune.name)”.")
        }
    }

    private static func day(_ date: String) -> Text? {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]) else { return nil }
        let months = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ]
        let english = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let (year, month, day) = (parts[0], parts[1] - 1, parts[2])
        return Text(
            fr: "\(day == 1 ? "1er" : String(day)) \(months[month]) \(year)", en: "\(day) \(english[month]) \(year)")
    }
}
