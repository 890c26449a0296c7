/// A piece of a page.
///
/// What stands in the source code is markup; whatever is interpolated is data and is escaped, so that a value can
/// never become markup:
///
///     let cell: HTML = "<td>\(value)</td>"
///
/// There is no way to make `HTML` from a `String` but this one.
public struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// The markup.
    public private(set) var text: String

    /// Markup from the source code.
    public init(stringLiteral markup: StaticString) { text = Self.string(markup) }

    /// Markup from the source code, with data in it.
    public init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    private static func string(_ markup: StaticString) -> String {
        markup.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    }

    /// Nothing.
    public static let empty: HTML = ""

    /// Two pieces, one after the other.
    public static func + (first: HTML, second: HTML) -> HTML { "\(first)\(second)" }

    /// Puts data into markup.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 32 * interpolationCount)
        }

        public mutating func appendLiteral(_ markup: StaticString) { text += HTML.string(markup) }

        /// Data: escaped.
        public mutating func appendInterpolation(_ data: String) { escape(data) }

        /// A whole number.
        public mutating func appendInterpolation(_ number: Int) { text += String(number) }

        /// Another piece of the page; nothing where there is none.
        public mutating func appendInterpolation(_ piece: HTML?) { text += piece?.text ?? "" }

        /// Pieces of the page, one after the other.
        public mutating func appendInterpolation(_ pieces: [HTML]) { for piece in pieces { text += piece.text } }

        /// JSON within a script: it cannot end the script in which it stands, nor begin a comment.
        public mutating func appendInterpolation(script json: String) {
            for scalar in json.unicodeScalars {
                switch scalar {
                case "<": text += "\\u003c"
                case ">": text += "\\u003e"
                case "&": text += "\\u0026"
                case "\u{2028}": text += "\\u2028"
                case "\u{2029}": text += "\\u2029"
                default: text.unicodeScalars.append(scalar)
                }
            }
        }

        /// An address that a person clicks on. Only pages, mail and telephone: a script cannot be an address.
        public mutating func appendInterpolation(link address: String) {
            escape(Self.isHarmless(address) ? address : "#")
        }

        /// Signs that would end the text or the attribute are written as entities; NUL may not stand in a page.
        private mutating func escape(_ data: String) {
            for scalar in data.unicodeScalars {
                switch scalar {
                case "&": text += "&amp;"
                case "<": text += "&lt;"
                case ">": text += "&gt;"
                case "\"": text += "&quot;"
                case "'": text += "&#39;"
                case "\0": text += "\u{FFFD}"
                default: text.unicodeScalars.append(scalar)
                }
            }
        }

        private static func isHarmless(_ address: String) -> Bool {
            if address.hasPrefix("/") || address.hasPrefix("?") || address.hasPrefix("#") { return true }
            return ["https://", "http://", "mailto:", "tel:"].contains { address.lowercased().hasPrefix($0) }
        }
    }
}

extension Sequence<HTML> {
    /// The pieces with another one between them.
    public func joined(by separator: HTML = .empty) -> HTML {
        var pieces: [HTML] = []
        for piece in self { pieces += pieces.isEmpty ? [piece] : [separator, piece] }
        return "\(pieces)"
    }
}
