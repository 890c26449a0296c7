import Texts

/// A piece of a page for people. What stands in the source code is markup; whatever is interpolated is data and is
/// escaped, so that a value can never become markup.
struct Markup: Sendable, ExpressibleByStringInterpolation {
    /// The HTML.
    private(set) var text: String

    init(stringLiteral markup: String) { text = markup }
    init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// Pieces one after the other.
    init(_ pieces: some Sequence<Markup>) { text = pieces.reduce(into: "") { $0 += $1.text } }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

        mutating func appendLiteral(_ markup: String) { text += markup }
        mutating func appendInterpolation(_ data: String) { Markup.escape(data, to: &text) }
        mutating func appendInterpolation(_ number: Int) { text += String(number) }
        mutating func appendInterpolation(_ piece: Markup) { text += piece.text }
        mutating func appendInterpolation(_ pieces: [Markup]) { for piece in pieces { text += piece.text } }

        /// An address that a person follows: only of pages and of mailboxes, since a script cannot be an address.
        mutating func appendInterpolation(address: String) {
            let isHarmless = ["/", "?", "https://", "http://", "mailto:"].contains { address.hasPrefix($0) }
            Markup.escape(isHarmless ? address : "#", to: &text)
        }
    }

    fileprivate static func escape(_ data: String, to text: inout String) {
        for byte in data.unicodeScalars {
            switch byte {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            case "\0": text += "\u{FFFD}"
            default: text.unicodeScalars.append(byte)
            }
        }
    }
}

/// A plain page: what a document says, for people. Readable without style and without script.
struct PlainPage {
    /// The title, at the head and as the heading.
    var title: String
    /// The language of the words.
    var language: Language
    /// The pages above this one, the outermost first.
    var trail: [(title: String, address: String)] = []
    /// The same page in the other language.
    var otherLanguage: String?
    /// What it says.
    var body: Markup

    /// The media type.
    static let mediaType = "text/html; charset=utf-8"

    /// The document.
    var bytes: [UInt8] {
        let isFrench = language == .french
        let trail = trail.map { "<a href=\"\(address: $0.address)\">\($0.title)</a> › " as Markup }
        let other: Markup =
            if let otherLanguage {
                "<p><a href=\"\(address: otherLanguage)\" hreflang=\"\(isFrench ? "en" : "fr")\" lang=\"\(isFrench ? "en" : "fr")\">\(isFrench ? "English" : "Français")</a></p>"
            } else { "" }
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title></head>
            <body>
            <header><nav aria-label="\(isFrench ? "Fil d'Ariane" : "Breadcrumb")">\(trail)<span aria-current="page">\(title)</span></nav>\(other)</header>
            <main>
            <h1>\(title)</h1>
            \(body)
            </main>
            </body>
            </html>
            """
        return Array(page.text.utf8)
    }
}
