import Catalog
import Exports

/// The web addresses that the catalogue speaks of, under one origin.
struct CatalogueAddresses {
    let origin: String

    var home: String { "\(origin)/" }
    var catalogue: String { "\(origin)/catalog" }
    var publisher: String { "\(origin)/catalog#publisher" }
    var apiDocument: String { "\(origin)/api.json" }

    func page(_ number: Int, _ syntax: RDFSyntax) -> String { "\(catalogue).\(syntax.rawValue)?page=\(number)" }
    func dataset(_ name: String) -> String { "\(catalogue)/\(Self.escaped(name))" }
    func distribution(_ name: String, _ fileExtension: String) -> String {
        "\(dataset(name))#\(Self.escaped(fileExtension))"
    }
    func service(_ id: String) -> String { "\(catalogue)#\(id)" }
    func landingPage(_ name: String) -> String { "\(origin)/jeux-de-donnees/\(Self.escaped(name))" }
    func structure(_ name: String) -> String { "\(origin)/modeles/\(Self.escaped(name)).json" }

    /// The files in which a dataset can be had.
    func files(_ name: String) -> [PublishedFile] {
        Formats.all.map { format in
            PublishedFile(
                address: "\(origin)/fichiers/\(Self.escaped(name))/territoire.\(format.fileExtension)",
                fileExtension: format.fileExtension, mediaType: format.mediaType, title: format.title,
                purpose: format.purpose)
        }
    }

    /// Percent encoding of everything but the unreserved characters (RFC 3986, §2.3).
    static func escaped(_ word: String) -> String {
        var text = ""
        for byte in word.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: text.unicodeScalars.append(.init(byte))
            default: text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }
}
