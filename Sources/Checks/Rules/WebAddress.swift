import Schemas
import Spelling
import Texts

extension Check {
    /// An address on the web, with its scheme.
    static let webAddress = Check(
        "web-address",
        Text(fr: "L'adresse complète d'une page, avec https://.", en: "The whole address of a page, with https://."),
        examples: [
            Example(
                Field("site", format: "uri"), accepts: ["https://www.bron.fr/parcs", "http://bron.fr"],
                rejects: ["www.bron.fr", "0", "bron", "https://un parc.fr", "http:/bron.fr", "http://https://bron.fr"])
        ],
        serves: { ($0.type == .string && $0.format == "uri") || $0.meaning == .url },
        problem: { value, _, _ in
            page.wholeMatch(in: value) != nil
                ? nil
                : Text(
                    fr: "« \(value) » n'est pas une adresse de page internet complète (https://…).",
                    en: "“\(value)” is not the whole address of a web page (https://…).")
        })

    private static let page = Shape(/[A-Za-z][A-Za-z0-9+.\-]*:\/\/(?!https?:)[^\s\/?#][^\s]*/)
}
