/// A graph in Turtle (RDF 1.1 Turtle).
struct TurtleWriter {
    private var text: [UInt8] = []

    static func bytes(of graph: RDFGraph) -> [UInt8] {
        var writer = TurtleWriter()
        for vocabulary in RDFVocabulary.allCases {
            writer.write("@prefix \(vocabulary.rawValue): <\(vocabulary.address)> .\n")
        }
        for subject in graph.subjects { writer.write(subject, graph.properties(of: subject)) }
        return writer.text
    }

    private mutating func write(_ words: String) { text.append(contentsOf: words.utf8) }

    private mutating func write(_ subject: RDFNode, _ properties: [RDFGraph.RDFProperty]) {
        write("\n")
        write(subject)
        for (place, property) in properties.enumerated() {
            write(place == 0 ? " " : " ;\n    ")
            write(property.name == .type ? "a" : property.name.short)
            for (place, value) in property.values.enumerated() {
                write(place == 0 ? " " : ", ")
                write(value)
            }
        }
        write(" .\n")
    }

    private mutating func write(_ node: RDFNode) {
        switch node {
        case .iri(let iri): write(RDFName.short(iri) ?? "<\(iri.text)>")
        case .blank(let number): write("_:\(RDFNode.label(number))")
        }
    }

    private mutating func write(_ term: RDFTerm) {
        switch term {
        case .node(let node): write(node)
        case .literal(let literal):
            write("\"")
            for byte in literal.text.utf8 {
                switch byte {
                case 0x22: write("\\\"")
                case 0x5C: write("\\\\")
                case 0x0A: write("\\n")
                case 0x0D: write("\\r")
                case 0x09: write("\\t")
                default: text.append(byte)
                }
            }
            write("\"")
            if let language = literal.language {
                write("@\(language)")
            } else if let type = literal.type {
                write("^^")
                write(.iri(type))
            }
        }
    }
}
