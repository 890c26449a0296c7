/// A way to write a graph. The statements come in the order in which they were made, so that the same graph is always
/// the same bytes.
enum RDFSyntax: String, CaseIterable {
    case jsonLD = "jsonld"
    case turtle = "ttl"
    case xml = "rdf"

    /// The media type. The character set is said even where the standard leaves no doubt: clients such as Python's
    /// `requests`, which data.gouv.fr harvests with, guess it otherwise, and guess wrong.
    var mediaType: String {
        switch self {
        case .jsonLD: "application/ld+json; charset=utf-8"
        case .turtle: "text/turtle; charset=utf-8"
        case .xml: "application/rdf+xml; charset=utf-8"
        }
    }

    /// The way that a client likes best, for an `Accept` header; nil if it accepts none.
    static func preferred(_ accept: String) -> RDFSyntax? {
        let offers: [(String, RDFSyntax)] = [
            ("application/ld+json", .jsonLD), ("text/turtle", .turtle), ("application/rdf+xml", .xml),
            ("application/json", .jsonLD), ("application/x-turtle", .turtle), ("application/xml", .xml),
            ("text/xml", .xml),
        ]
        return Negotiation.best(of: offers.map(\.0), accept: accept).map { offers[$0].1 }
    }

    /// The bytes of a graph.
    func bytes(of graph: RDFGraph) -> [UInt8] {
        switch self {
        case .jsonLD: JSONLDWriter.bytes(of: graph)
        case .turtle: TurtleWriter.bytes(of: graph)
        case .xml: RDFXMLWriter.bytes(of: graph)
        }
    }
}
