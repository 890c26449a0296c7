public import Texts

/// The terms under which data may be reused.
public struct Licence: Sendable, Hashable {
    /// The SPDX identifier.
    public let id: String
    /// The name for people.
    public let title: Text
    /// Where the terms stand.
    public let url: String
    /// What a reuser must and may do, in one sentence.
    public let summary: Text
}

extension Licence {
    /// The licences that the law allows administrations to use without asking (code des relations entre le public et
    /// l'administration, D323-2-1), and the one of works given to everybody.
    public static let all = [ouverte, odbl, cc0]

    /// Licence Ouverte 2.0: the usual one.
    public static let ouverte = Licence(
        id: "etalab-2.0",
        title: Text(fr: "Licence Ouverte 2.0", en: "Open Licence 2.0"),
        url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
        summary: Text(
            fr: "Vous pouvez tout en faire, à condition de citer la source et la date de mise à jour.",
            en: "Do anything you like with it, as long as you name the source and the date of the update."))

    /// Open Database License: what is added must be shared too.
    public static let odbl = Licence(
        id: "ODbL-1.0",
        title: Text(fr: "Licence ODbL 1.0", en: "Open Database License 1.0"),
        url: "https://opendatacommons.org/licenses/odbl/",
        summary: Text(
            fr: "Vous pouvez tout en faire, à condition de citer la source et de partager ce que vous y ajoutez.",
            en: "Do anything you like with it, as long as you name the source and share what you add."))

    /// CC0: no condition at all.
    public static let cc0 = Licence(
        id: "CC0-1.0",
        title: Text(fr: "Domaine public (CC0 1.0)", en: "Public domain (CC0 1.0)"),
        url: "https://creativecommons.org/publicdomain/zero/1.0/",
        summary: Text(fr: "Vous pouvez tout en faire, sans condition.", en: "Do anything you like with it."))

    /// The licence of an SPDX identifier, in capitals or not; Licence Ouverte 2.0 where a schema names none.
    public static func named(_ id: String?) -> Licence {
        guard let id = id?.lowercased() else { return ouverte }
        return all.first { $0.id.lowercased() == id } ?? aliases[id] ?? unknown(id)
    }

    private static let aliases = ["lov2": ouverte, "lo-2.0": ouverte, "odc-odbl": odbl, "odbl": odbl]

    private static func unknown(_ id: String) -> Licence {
        Licence(
            id: id, title: Text(verbatim: id), url: "https://spdx.org/licenses/",
            summary: Text(fr: "Voir les conditions de cette licence.", en: "See the terms of this licence."))
    }
}
