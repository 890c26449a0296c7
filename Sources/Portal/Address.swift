/// The web addresses of the portal: in French, short, and never changing.
struct Address {
    var path: String
    /// Whether the page can be asked for as it was at a moment of the past.
    var hasPast = false

    static let home = Address(path: "/")
    static let search = Address(path: "/recherche")
    static let embed = Address(path: "/integrer")
    static let accessibility = Address(path: "/accessibilite")

    static func dataset(_ schema: String) -> Address {
        Address(path: "/jeux-de-donnees/\(escaped(schema))", hasPast: true)
    }
    static func versions(_ schema: String) -> Address {
        Address(path: "/jeux-de-donnees/\(escaped(schema))/versions")
    }
    static func version(_ schema: String, _ release: String) -> Address {
        Address(path: "/jeux-de-donnees/\(escaped(schema))/versions/\(escaped(release))")
    }
    static func commune(_ code: String) -> Address { Address(path: "/communes/\(escaped(code))") }
    static func dataset(_ schema: String, of code: String) -> Address {
        Address(path: "/communes/\(escaped(code))/\(escaped(schema))", hasPast: true)
    }
    static func object(_ uid: String) -> Address { Address(path: "/objets/\(escaped(uid))", hasPast: true) }
    static func model(_ schema: String) -> Address { Address(path: "/modeles/\(escaped(schema))") }
    static func modelDocument(_ schema: String) -> Address { Address(path: "/modeles/\(escaped(schema)).json") }
    static func file(_ schema: String, commune: String?, _ fileExtension: String) -> Address {
        Address(path: "/fichiers/\(escaped(schema))/\(escaped(commune ?? "territoire")).\(fileExtension)")
    }
    static func changes(_ parameters: [(name: String, value: String)]) -> Address {
        Address(path: "/changements" + query(parameters))
    }
    static func asset(_ name: String) -> Address { Address(path: "/statique/\(name)") }

    /// `?name=value&…`; nothing where there are no parameters.
    static func query(_ parameters: [(name: String, value: String)]) -> String {
        parameters.isEmpty
            ? "" : "?" + parameters.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
    }

    /// Percent encoding of everything but the unreserved characters (RFC 3986, §2.3).
    static func escaped(_ word: String) -> String {
        var text = ""
        for byte in word.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: text.unicodeScalars.append(.init(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                text += byte < 16 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return text
    }
}
