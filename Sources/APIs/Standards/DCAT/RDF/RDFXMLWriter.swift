import Markup

/// A graph in RDF/XML (RDF 1.1 XML Syntax).
struct RDFXMLWriter {
    private var text: [UInt8] = []

    static func bytes(of graph: RDFGraph) -> [UInt8] {
        var writer = RDFXMLWriter()
        writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF")
        for vocabulary in RDFVocabulary.allCases {
            writer.write("\n  xmlns:\(vocabulary.rawValue)=\"\(vocabulary.address)\"")
        }
        writer.write(">\n")
        for subject in graph.subjects { writer.write(subject, graph.properties(of: subject)) }
        writer.write("</rdf:RDF>\n")
        return writer.text
    }

    private mutating func write(_ words: String) { text.append(contentsOf: words.utf8) }

    private mutating func write(_ subject: RDFNode, _ properties: [RDFGraph.RDFProperty]) {
        write("<rdf:Description ")
        switch subject {
        case .iri(let iri): write("rdf:about=\"\(XMLText.attribute(iri.text))\">\n")
        case .blank(let number): write("rdf:nodeID=\"\(RDFNode.label(number))\">\n")
        }
        for property in properties {
            for value in property.values {
                write("  <\(property.name.short)")
                write(value)
                write(endOf: property.name, value)
            }
        }
        write("</rdf:Description>\n")
    }

    private mutating func write(_ value: RDFTerm) {
        switch value {
        case .node(.iri(let iri)): write(" rdf:resource=\"\(XMLText.attribute(iri.text))\"/>\n")
        case .node(.blank(let number)): write(" rdf:nodeID=\"\(RDFNode.label(number))\"/>\n")
        case .literal(let literal):
            if let language = literal.language {
                write(" xml:lang=\"\(XMLText.attribute(language))\"")
            } else if let type = literal.type {
                write(" rdf:datatype=\"\(XMLText.attribute(type.text))\"")
            }
            write(">\(XMLText.escaped(literal.text))")
        }
    }

    private mutating func write(endOf name: RDFName, _ value: RDFTerm) {
        if case .literal = value { write("</\(name.short)>\n") }
    }
}
