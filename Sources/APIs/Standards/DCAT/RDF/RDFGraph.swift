/// A small graph of statements (RDF 1.1), in the order in which they were made, each of them once.
struct RDFGraph {
    /// What is spoken of, in the order of its first statement.
    private(set) var subjects: [RDFNode] = []
    private var properties: [RDFNode: [RDFProperty]] = [:]
    private var known: Set<Statement> = []
    private var blankCount = 0

    /// What is said of one thing with one word.
    struct RDFProperty {
        var name: RDFName
        var values: [RDFTerm]
    }

    private struct Statement: Hashable {
        var subject: RDFNode
        var name: RDFName
        var value: RDFTerm
    }

    init() {}

    /// A thing that needs no address.
    mutating func blank() -> RDFNode {
        blankCount += 1
        return .blank(blankCount)
    }

    /// States something; saying it again changes nothing.
    mutating func add(_ subject: RDFNode, _ name: RDFName, _ value: RDFTerm) {
        guard known.insert(Statement(subject: subject, name: name, value: value)).inserted else { return }
        if properties[subject] == nil { subjects.append(subject) }
        if let place = properties[subject]?.firstIndex(where: { $0.name == name }) {
            properties[subject]?[place].values.append(value)
        } else {
            properties[subject, default: []].append(RDFProperty(name: name, values: [value]))
        }
    }

    /// States something where there is something to state.
    mutating func add(_ subject: RDFNode, _ name: RDFName, _ value: RDFTerm?) {
        guard let value else { return }
        add(subject, name, value)
    }

    /// States a link to another thing.
    mutating func add(_ subject: RDFNode, _ name: RDFName, _ object: RDFNode) { add(subject, name, .node(object)) }

    /// States of which kinds a thing is.
    mutating func add(_ subject: RDFNode, isA kinds: RDFName...) {
        for kind in kinds { add(subject, .type, .node(.iri(kind.iri))) }
    }

    /// What is said of a thing, in the order of the words' first use.
    func properties(of subject: RDFNode) -> [RDFProperty] { properties[subject] ?? [] }
}
