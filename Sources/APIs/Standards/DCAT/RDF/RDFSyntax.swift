/// A way to write a graph. The statements come in the order in which they were made, so that the same graph is always
/// the same bytes.
enum RDFSyntax: String, CaseIterable {
    case jsonLD = "jsonld"
    case turtle = "ttl"
    case xml = "rdf"

    /// The media type; all of them are UTF-8.
    var mediaType: String {
        switch self {
        case .jsonLD: "application/ld+json"
        case .turtle: "text/turtle; charset=utf-8"
        case .xml: "application/rdf+xml"
        }
    }

    /// The media types for which it is the answer.
    var accepted: [String] {
        switch self {
        case .jsonLD: ["application/ld+json", "application/json"]
        case .turtle: ["text/turtle", "application/x-turtle"]
        case .xml: ["application/rdf+xml", "application/xml", "text/xml"]
        }
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
