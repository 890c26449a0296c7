import Editions

/// A graph in JSON-LD 1.1, with its context inside: nothing has to be fetched to read it.
struct JSONLDWriter {
    private var text: [UInt8] = []

    static func bytes(of graph: RDFGraph) -> [UInt8] {
        var writer = JSONLDWriter()
        writer.write("{\"@context\":{")
        for (place, vocabulary) in RDFVocabulary.allCases.enumerated() {
            writer.write(place == 0 ? "" : ",")
            writer.write("\"\(vocabulary.rawValue)\":\"\(vocabulary.address)\"")
        }
        writer.write("},\n\"@graph\":[")
        for (place, subject) in graph.subjects.enumerated() {
            writer.write(place == 0 ? "\n" : ",\n")
            writer.write(subject, graph.properties(of: subject))
        }
        writer.write("]}\n")
        return writer.text
    }

    private mutating func write(_ words: String) { text.append(contentsOf: words.utf8) }

    private mutating func write(string: String) { text.append(contentsOf: JSONText.string(string)) }

    private mutating func write(_ subject: RDFNode, _ properties: [RDFGraph.RDFProperty]) {
        write("{\"@id\":")
        write(id: subject)
        for property in properties {
            write(",")
            if property.name == .type {
                write(types: property.values)
            } else {
                write(string: property.name.short)
                write(":")
                write(list: property.values)
            }
        }
        write("}")
    }

    private mutating func write(id node: RDFNode) {
        switch node {
        case .iri(let iri): write(string: iri.text)
        case .blank(let number): write(string: "_:\(RDFNode.label(number))")
        }
    }

    private mutating func write(types: [RDFTerm]) {
        write("\"@type\":[")
        for (place, term) in types.enumerated() {
            guard case .node(.iri(let iri)) = term else { continue }
            write(place == 0 ? "" : ",")
            write(string: RDFName.short(iri) ?? iri.text)
        }
        write("]")
    }

    private mutating func write(list values: [RDFTerm]) {
        if values.count > 1 { write("[") }
        for (place, value) in values.enumerated() {
            write(place == 0 ? "" : ",")
            write(value)
        }
        if values.count > 1 { write("]") }
    }

    private mutating func write(_ term: RDFTerm) {
        switch term {
        case .node(let node):
            write("{\"@id\":")
            write(id: node)
        case .literal(let literal):
            write("{\"@value\":")
            write(string: literal.text)
            if let language = literal.language {
                write(",\"@language\":")
                write(string: language)
            } else if let type = literal.type {
                write(",\"@type\":")
                write(string: RDFName.short(type) ?? type.text)
            }
        }
        write("}")
    }
}
