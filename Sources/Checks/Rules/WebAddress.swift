import Foundation
import Schemas
import Texts

extension Check {
    /// An address on the web, with its scheme.
    static let webAddress = Check(
        "web-address",
        Text(fr: "L'adresse complète d'une page, avec https://.", en: "The whole address of a page, with https://."),
        examples: [
            Example(
                Field("site", format: "uri"),
                accepts: ["https://www.bron.fr/parcs", "http://bron.fr", "HTTPS://BRON.FR?a=1,2", "ftp://serveur/x"],
                rejects: [
                    "www.bron.fr", "0", "bron", "https://un parc.fr", "http:/bron.fr", "http://https://bron.fr",
                    "http://www,bron,fr", "htpp://bron.fr", "http://bron",
                ])
        ],
        serves: { ($0.type == .string && $0.format == "uri") || $0.meaning == .url },
        problem: { value, _, _ in
            isPage(value)
                ? nil
                : Text(
                    fr: "« \(value) » n'est pas une adresse de page internet complète (https://…).",
                    en: "“\(value)” is not the whole address of a web page (https://…).")
        })

    /// A scheme, `://`, a host and whatever follows it, with no white space. Byte by byte, but for foreign letters.
    private static func isPage(_ value: String) -> Bool {
        guard let mark = value.range(of: "://") else { return false }
        let scheme = value[..<mark.lowerBound].lowercased()
        guard schemes.contains(scheme) else { return false }
        let rest = value[mark.upperBound...]
        guard !rest.unicodeScalars.contains(where: \.properties.isWhitespace) else { return false }
        let host = rest.utf8.prefix { ![0x2F, 0x3F, 0x23].contains($0) }
        guard !host.isEmpty, host.allSatisfy({ $0 >= 0x80 || isLetter($0) || isDigit($0) || inHosts.contains($0) })
        else { return false }
        // `http://https://…` is two schemes, and a host of one word is on no public web.
        guard ["http", "https"].contains(scheme) else { return true }
        return host.last != 0x3A && host.contains(0x2E) && host.first != 0x2E
    }

    private static let schemes: Set<String> = ["http", "https", "ftp", "ftps", "sftp"]
    private static let inHosts = Set("-._~:@%[]".utf8)

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
