import Markup

/// What a statement speaks of: a thing with an address, or one without.
enum RDFNode: Hashable {
    case iri(IRI)
    case blank(Int)

    /// The thing of an address.
    init(_ address: String) { self = .iri(IRI(address)) }

    /// How a blank thing is called in every way of writing.
    static func label(_ number: Int) -> String { "b\(number)" }
}

/// What is stated: a thing, or a value.
enum RDFTerm: Hashable {
    case node(RDFNode)
    case literal(RDFLiteral)

    /// Words of a language.
    static func words(_ text: String, _ language: String = "fr") -> RDFTerm {
        .literal(RDFLiteral(text, language: language))
    }

    /// Plain text.
    static func text(_ text: String) -> RDFTerm { .literal(RDFLiteral(text)) }

    /// A value of a type.
    static func typed(_ text: String, _ type: RDFName) -> RDFTerm { .literal(RDFLiteral(text, type: type.iri)) }
}

/// A value: text, with a language or a type.
struct RDFLiteral: Hashable {
    let text: String
    let language: String?
    let type: IRI?

    /// A value. Characters that XML cannot hold are dropped, so that all ways of writing say the same.
    init(_ text: String, language: String? = nil, type: IRI? = nil) {
        self.text = XMLText.allowed(text)
        self.language = language
        self.type = type
    }
}

/// An address that names a thing (RFC 3987). Characters that it may not hold are percent-encoded.
struct IRI: Hashable {
    let text: String

    init(_ text: String) {
        var clean = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<", ">", "\"", "{", "}", "|", "\\", "^", "`", "\u{00}"..."\u{20}", "\u{7F}"..."\u{A0}":
                for byte in String(scalar).utf8 { clean += Self.escaped(byte) }
            case "\u{E000}"..."\u{F8FF}", "\u{FFF0}"..."\u{FFFF}", "\u{F0000}"..."\u{10FFFF}":
                for byte in String(scalar).utf8 { clean += Self.escaped(byte) }
            default: clean.unicodeScalars.append(scalar)
            }
        }
        self.text = clean
    }

    private static func escaped(_ byte: UInt8) -> String {
        (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }
}
