import Markup
import Texts

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
    var body: HTML

    /// The media type.
    static let mediaType = "text/html; charset=utf-8"

    /// The document.
    var bytes: [UInt8] {
        let isFrench = language == .french
        let trail = trail.map { "<a href=\"\(link: $0.address)\">\($0.title)</a> › " as HTML }
        let other: HTML =
            if let otherLanguage {
                "<p><a href=\"\(link: otherLanguage)\" hreflang=\"\(isFrench ? "en" : "fr")\" lang=\"\(isFrench ? "en" : "fr")\">\(isFrench ? "English" : "Français")</a></p>"
            } else { "" }
        let page: HTML = """
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
